package vn.dondoc.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Takes a new body into the directory: every problem is told before anything is written. */
@Component
class BodyEntry {
  static final int NAME_LIMIT = 300;
  private static final int ALIAS_LIMIT = 20;
  private static final Pattern CODE = Pattern.compile("[0-9A-Z@._-]{1,40}");
  private static final String NEXT_CODE =
      "select 'CQ-' || lpad((count(*) + 1)::text, 4, '0') from agency.body where code like 'CQ-%'";
  private static final String TAKEN_CODE = "select exists (select from agency.body where code = ?)";
  private static final String TAKEN_NAME =
      """
      select b.code from agency.name n join agency.body b on b.id = n.body_id
       where n.key = agency.key(:name) and n.kind = 'official'
         and n.valid && daterange(:from::date, null) and (:place::int is null or b.place_id is null or b.place_id = :place)
       limit 1
      """;
  private static final String PLACE =
      "select exists (select from place.known_unit where unit_id = ? and valid @> ?::date)";
  private static final String PARENT =
      "select exists (select from agency.body where id = ? and valid @> ?::date)";
  private static final String INSERT =
      """
      insert into agency.body (code, kind, place_id, parent_id, valid, source, confidence)
      values (:code, :kind, :place, :parent, daterange(:from::date, null), :source, 'high')
      returning id
      """;
  private static final String INSERT_NAME =
      """
      insert into agency.name (body_id, name, kind, valid)
      values (:body, :name, :kind, daterange(:from::date, null))
      """;
  private static final String INSERT_HEAD =
      """
      insert into agency.post (body_id, title, head, valid)
      values (:body, :title, true, daterange(:from::date, null))
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  BodyEntry(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  int create(NewBody body) {
    List<Problem> problems = problemsOf(body);
    if (!problems.isEmpty()) {
      throw Refusal.of(AgencyRefusal.BODY, problems);
    }
    String code = Optional.ofNullable(blankAsNull(body.code())).orElseGet(this::nextCode);
    int id =
        jdbc.sql(INSERT)
            .param("code", code)
            .param("kind", body.kind().name())
            .param("place", body.placeId(), java.sql.Types.INTEGER)
            .param("parent", body.parentId(), java.sql.Types.INTEGER)
            .param("from", body.from())
            .param("source", body.source())
            .query(Integer.class)
            .single();
    name(id, body.name(), "official", body.from());
    String shortName = blankAsNull(body.shortName());
    if (shortName != null) {
      name(id, shortName, "abbreviation", body.from());
    }
    body.aliases().forEach(alias -> name(id, alias, "alias", body.from()));
    String title = blankAsNull(body.headTitle());
    if (title != null) {
      jdbc.sql(INSERT_HEAD)
          .param("body", id)
          .param("title", title)
          .param("from", body.from())
          .update();
    }
    audit.record(
        new Act(
            "agency.body.create",
            "agency.body",
            Integer.toString(id),
            body.source(),
            Map.of(),
            Map.of("code", code, "name", body.name().strip(), "kind", body.kind().name())));
    return id;
  }

  /** What stands in the way of a new body, each with its field. */
  List<Problem> problemsOf(NewBody body) {
    List<Problem> problems = new ArrayList<>();
    String code = blankAsNull(body.code());
    if (code != null && !CODE.matcher(code).matches()) {
      problems.add(Problem.at("code", "agency.problem.code_form", code));
    } else if (code != null && yes(TAKEN_CODE, code)) {
      problems.add(Problem.at("code", "agency.problem.code_taken", code));
    }
    if (!named(body.name())) {
      problems.add(Problem.at("name", "agency.problem.name", body.name(), NAME_LIMIT));
    } else {
      takenBy(body.name(), body)
          .ifPresent(other ->
              problems.add(Problem.at("name", "agency.problem.name_taken", body.name(), other)));
    }
    if (body.aliases().size() > ALIAS_LIMIT || !body.aliases().stream().allMatch(this::named)) {
      problems.add(Problem.at("aliases", "agency.problem.aliases", ALIAS_LIMIT, NAME_LIMIT));
    }
    List<String> others = new ArrayList<>(body.aliases());
    Optional.ofNullable(blankAsNull(body.shortName())).ifPresent(others::add);
    for (String other : others) {
      takenBy(other, body)
          .ifPresent(bearer ->
              problems.add(Problem.at("aliases", "agency.problem.alias_taken", other, bearer)));
    }
    if (body.placeId() != null && !yes(PLACE, body.placeId(), body.from())) {
      problems.add(Problem.at("place", "agency.problem.place", body.placeId()));
    }
    if (body.parentId() != null && !yes(PARENT, body.parentId(), body.from())) {
      problems.add(Problem.at("parent", "agency.problem.parent", body.parentId()));
    }
    return problems;
  }

  private boolean named(String name) {
    return name.length() <= NAME_LIMIT && name.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The body that bears the name already where the new one is to stand. */
  private Optional<String> takenBy(String name, NewBody body) {
    return jdbc.sql(TAKEN_NAME)
        .param("name", name)
        .param("from", body.from())
        .param("place", body.placeId(), java.sql.Types.INTEGER)
        .query(String.class)
        .optional();
  }

  private void name(int body, String name, String kind, LocalDate from) {
    jdbc.sql(INSERT_NAME)
        .param("body", body)
        .param("name", name.strip())
        .param("kind", kind)
        .param("from", from)
        .update();
  }

  private boolean yes(String question, Object... values) {
    return jdbc.sql(question).params(values).query(Boolean.class).single();
  }

  private String nextCode() {
    return jdbc.sql(NEXT_CODE).query(String.class).single();
  }

  static @Nullable String blankAsNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
