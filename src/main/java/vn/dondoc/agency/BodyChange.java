package vn.dondoc.agency;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;

/** Changes a body: what it is called from a day on; what it was called before stays as it was. */
@Component
class BodyChange {
  private static final String BODY =
      """
      update agency.body set kind = :kind, place_id = :place, parent_id = :parent where id = :id
      """;
  private static final String PARENT =
      """
      update agency.body b set parent_id = p.id
        from agency.body p
       where p.code = :parent and b.parent_id is distinct from p.id
         and (b.code = :code
              or (:code = '' and b.id = (select max(n.body_id) from agency.name n
                                          where n.name = :name and n.kind = 'official')))
      """;
  private static final String CODE_ID = "select (select id from agency.body where code = :code)";

  /** A name first borne on the very day is taken back by giving it the day before, and no more. */
  private static final String CLOSE =
      """
      update agency.name
         set valid = case when lower(valid) < :day::date then daterange(lower(valid), :day::date)
                          else daterange(:day::date - 1, :day::date) end
       where body_id = :id and kind = :kind and name = :name and valid @> :day::date
      """;

  private static final String OPEN =
      """
      insert into agency.name (body_id, name, kind, valid)
      select b.id, :name, :kind, daterange(:day::date, upper(b.valid))
        from agency.body b where b.id = :id
      """;
  private static final String CLOSE_HEAD =
      """
      update agency.post
         set valid = case when lower(valid) is null or lower(valid) < :day::date
                            then daterange(lower(valid), :day::date)
                          else daterange(:day::date - 1, :day::date) end
       where body_id = :id and head and valid @> :day::date
      """;
  private static final String OPEN_HEAD =
      """
      insert into agency.post (body_id, title, head, valid)
      select b.id, :title, true, daterange(:day::date, upper(b.valid))
        from agency.body b where b.id = :id
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  BodyChange(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** Puts a body, by its code or else by its name, under another. */
  void parent(String code, String name, String parentCode) {
    if (!parentCode.isEmpty()) {
      jdbc.sql(PARENT).param("parent", parentCode).param("code", code).param("name", name).update();
    }
  }

  void apply(ImportPlan.Change changed, @Nullable Integer placeId, LocalDate day) {
    ListedBody before = changed.before();
    SheetLine after = changed.after();
    int id = before.body().id();
    BodyKind kind = after.kind();
    jdbc.sql(BODY)
        .param("id", id)
        .param("kind", (kind == null ? before.body().kind() : kind).name())
        .param("place", placeId, Types.INTEGER)
        .param("parent", idOf(after.parentCode()), Types.INTEGER)
        .update();
    rename(id, "official", before.body().name(), after.name(), day);
    rename(id, "abbreviation", SheetLine.text(before.body().shortName()), after.shortName(), day);
    List<String> had = SheetLine.namesOf(before);
    List<String> has = after.otherNames();
    had.stream().filter(n -> !has.contains(n)).forEach(n -> rename(id, "alias", n, "", day));
    has.stream().filter(n -> !had.contains(n)).forEach(n -> rename(id, "alias", "", n, day));
    if (!after.head().equals(SheetLine.text(before.head()))) {
      jdbc.sql(CLOSE_HEAD).param("id", id).param("day", day).update();
      if (!after.head().isEmpty()) {
        jdbc.sql(OPEN_HEAD).param("id", id).param("title", after.head()).param("day", day).update();
      }
    }
    audit.record(
        new Act(
            "agency.body.change",
            "agency.body",
            Integer.toString(id),
            after.source(),
            told(before),
            told(after)));
  }

  private static Map<String, String> told(ListedBody body) {
    Map<String, String> told = new TreeMap<>();
    told.put("name", body.body().name());
    told.put("short_name", SheetLine.text(body.body().shortName()));
    told.put("kind", body.body().kind().name());
    told.put("place_code", SheetLine.text(body.placeCode()));
    told.put("parent_code", SheetLine.text(body.parentCode()));
    told.put("aliases", SheetLine.text(body.aliases()));
    told.put("head_title", SheetLine.text(body.head()));
    return told;
  }

  private static Map<String, String> told(SheetLine line) {
    Map<String, String> told = new TreeMap<>();
    told.put("name", line.name());
    told.put("short_name", line.shortName());
    told.put("kind", String.valueOf(line.kind()));
    told.put("place_code", line.placeCode());
    told.put("parent_code", line.parentCode());
    told.put("aliases", String.join("; ", line.otherNames()));
    told.put("head_title", line.head());
    return told;
  }

  private void rename(int id, String kind, String before, String after, LocalDate day) {
    if (before.equals(after)) {
      return;
    }
    if (!before.isEmpty()) {
      jdbc.sql(CLOSE)
          .param("id", id)
          .param("kind", kind)
          .param("name", before)
          .param("day", day)
          .update();
    }
    if (!after.isEmpty()) {
      jdbc.sql(OPEN)
          .param("id", id)
          .param("kind", kind)
          .param("name", after)
          .param("day", day)
          .update();
    }
  }

  private @Nullable Integer idOf(String code) {
    return code.isEmpty()
        ? null
        : jdbc.sql(CODE_ID).param("code", code).query(Integer.class).optional().orElse(null);
  }
}
