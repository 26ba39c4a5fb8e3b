package vn.dondoc.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.exchange.ReferenceTable.Row;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Dữ liệu tham chiếu địa bàn: brings the database to what the files say. Loading the same files
 * again changes nothing; a changed file changes what it changed, in one transaction.
 */
@Component
public class PlaceReference {
  private static final List<String> UNIT_COLUMNS =
      List.of(
          "unit",
          "code",
          "name",
          "type",
          "parent",
          "from",
          "until",
          "legal_basis",
          "confidence",
          "note");
  private static final List<String> ATTRIBUTE_COLUMNS =
      List.of("unit", "attribute", "value", "from", "until", "source", "confidence");
  private static final String LEVELS =
      """
      insert into place.level (code, rank, name_vi, name_en, valid, legal_basis, confidence)
      select r.code, r.rank, r.name_vi, r.name_en, daterange(r.from_day, r.until_day), r.basis, r.confidence
        from unnest(:code::text[], :rank::int[], :name_vi::text[], :name_en::text[], :from::date[],
                    :until::date[], :basis::text[], :confidence::text[])
             as r(code, rank, name_vi, name_en, from_day, until_day, basis, confidence)
      on conflict (code) do update
        set rank = excluded.rank, name_vi = excluded.name_vi, name_en = excluded.name_en,
            valid = excluded.valid, legal_basis = excluded.legal_basis,
            confidence = excluded.confidence
      where (level.rank, level.name_vi, level.name_en, level.valid, level.legal_basis, level.confidence)
        is distinct from (excluded.rank, excluded.name_vi, excluded.name_en, excluded.valid,
                          excluded.legal_basis, excluded.confidence)
      """;
  private static final String TYPES =
      """
      insert into place.type (code, level, name_vi, name_en, valid, legal_basis, confidence)
      select r.code, r.level, r.name_vi, r.name_en, daterange(r.from_day, r.until_day), r.basis, r.confidence
        from unnest(:code::text[], :level::text[], :name_vi::text[], :name_en::text[], :from::date[],
                    :until::date[], :basis::text[], :confidence::text[])
             as r(code, level, name_vi, name_en, from_day, until_day, basis, confidence)
      on conflict (code) do update
        set level = excluded.level, name_vi = excluded.name_vi, name_en = excluded.name_en,
            valid = excluded.valid, legal_basis = excluded.legal_basis,
            confidence = excluded.confidence
      where (type.level, type.name_vi, type.name_en, type.valid, type.legal_basis, type.confidence)
        is distinct from (excluded.level, excluded.name_vi, excluded.name_en, excluded.valid,
                          excluded.legal_basis, excluded.confidence)
      """;
  private static final String UNITS =
      """
      insert into place.unit (key) select distinct key from unnest(:key::text[]) as r(key)
      on conflict (key) do nothing
      """;
  private static final String VERSIONS =
      """
      insert into place.version
             (unit_id, code, name, type, parent_id, valid, legal_basis, confidence, note)
      select u.id, r.code, r.name, r.type, p.id, daterange(r.from_day, r.until_day), r.basis,
             r.confidence, r.note
        from unnest(:key::text[], :code::text[], :name::text[], :type::text[], :parent::text[],
                    :from::date[], :until::date[], :basis::text[], :confidence::text[], :note::text[])
             as r(key, code, name, type, parent, from_day, until_day, basis, confidence, note)
        join place.unit u on u.key = r.key
        left join place.unit p on p.key = r.parent
       order by r.from_day
      on conflict (unit_id, lower(valid)) do update
        set code = excluded.code, name = excluded.name, type = excluded.type,
            parent_id = excluded.parent_id, valid = excluded.valid,
            legal_basis = excluded.legal_basis, confidence = excluded.confidence,
            note = excluded.note
      where (version.code, version.name, version.type, version.parent_id, version.valid,
             version.legal_basis, version.confidence, version.note)
        is distinct from (excluded.code, excluded.name, excluded.type, excluded.parent_id,
                          excluded.valid, excluded.legal_basis, excluded.confidence, excluded.note)
      """;
  private static final String LINEAGE =
      """
      insert into place.lineage (from_id, to_id, on_day, share, legal_basis, confidence, note)
      select f.id, t.id, r.on_day, r.share, r.basis, r.confidence, r.note
        from unnest(:from_key::text[], :to_key::text[], :on::date[], :share::text[], :basis::text[],
                    :confidence::text[], :note::text[])
             as r(from_key, to_key, on_day, share, basis, confidence, note)
        join place.unit f on f.key = r.from_key
        join place.unit t on t.key = r.to_key
      on conflict (from_id, to_id, on_day) do update
        set share = excluded.share, legal_basis = excluded.legal_basis,
            confidence = excluded.confidence, note = excluded.note
      where (lineage.share, lineage.legal_basis, lineage.confidence, lineage.note)
        is distinct from (excluded.share, excluded.legal_basis, excluded.confidence, excluded.note)
      """;
  private static final String ATTRIBUTES =
      """
      insert into place.attribute
             (unit_id, key, value, valid, source, confidence, illustrative)
      select u.id, r.key, r.value, daterange(r.from_day, r.until_day), r.source, r.confidence,
             r.confidence = 'illustrative'
        from unnest(:unit::text[], :key::text[], :value::text[], :from::date[], :until::date[],
                    :source::text[], :confidence::text[])
             as r(unit, key, value, from_day, until_day, source, confidence)
        join place.unit u on u.key = r.unit
       where not exists (
         select from place.attribute a
          where a.unit_id = u.id and a.key = r.key and a.value = r.value
            and a.valid = daterange(r.from_day, r.until_day))
      """;

  private static final String ATTRIBUTE_SOURCES =
      """
      update place.attribute a
         set source = r.source, confidence = r.confidence,
             illustrative = r.confidence = 'illustrative'
        from unnest(:unit::text[], :key::text[], :value::text[], :from::date[], :until::date[],
                    :source::text[], :confidence::text[])
             as r(unit, key, value, from_day, until_day, source, confidence)
        join place.unit u on u.key = r.unit
       where a.unit_id = u.id and a.key = r.key and a.value = r.value
         and a.valid = daterange(r.from_day, r.until_day)
         and (a.source, a.confidence) is distinct from (r.source, r.confidence)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final @Nullable Path directory;

  PlaceReference(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      AuditTrail audit,
      @Value("${dondoc.reference:}") String directory) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.audit = audit;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /**
   * Loads levels, types, units, lineage and attributes.
   *
   * @return how many rows changed; 0 when the database already says what the files say
   * @throws Refusal naming file, line and column, or what the database would not take
   */
  public int load() {
    return inOne("units.csv", this::loadFiles);
  }

  /** Loads what a demonstration makes up about places, marked illustrative. */
  public int loadDemonstration() {
    return inOne(
        "demonstration.csv",
        () -> {
          ReferenceTable units = units();
          return attributes("demonstration.csv", known(units));
        });
  }

  private int inOne(String file, IntSupplier work) {
    return Acting.call(
        Actor.system("place.reference"),
        () -> {
          try {
            return Objects.requireNonNull(
                transaction.execute(status -> told(file, work.getAsInt())));
          } catch (DataIntegrityViolationException e) {
            throw Refusal.of(
                PlaceRefusal.NOT_CONSISTENT,
                file,
                file,
                String.valueOf(e.getMostSpecificCause().getMessage()));
          }
        });
  }

  /** A load that changed something is an act of the system; the same files again are none. */
  private int told(String file, int changed) {
    if (changed > 0) {
      audit.record(
          new Act(
              "place.reference.load",
              "place.reference",
              file,
              null,
              Map.of(),
              Map.of("rows", changed)));
    }
    return changed;
  }

  private int loadFiles() {
    ReferenceTable units = units();
    Set<String> known = known(units);
    requireKnown(units, known, List.of("parent"));
    return levels()
        + types()
        + versions(units)
        + lineage(known)
        + attributes("attributes.csv", known);
  }

  private int levels() {
    ReferenceTable t =
        table(
            "levels.csv",
            List.of(
                "level",
                "rank",
                "name_vi",
                "name_en",
                "from",
                "until",
                "legal_basis",
                "confidence"));
    return jdbc.sql(LEVELS)
        .param("code", texts(t, "level"))
        .param("rank", t.column(r -> r.number("rank")).toArray(Integer[]::new))
        .param("name_vi", texts(t, "name_vi"))
        .param("name_en", texts(t, "name_en"))
        .param("from", days(t, "from"))
        .param("until", days(t, "until"))
        .param("basis", optional(t, "legal_basis"))
        .param("confidence", texts(t, "confidence"))
        .update();
  }

  private int types() {
    ReferenceTable t =
        table(
            "types.csv",
            List.of(
                "type",
                "level",
                "name_vi",
                "name_en",
                "from",
                "until",
                "legal_basis",
                "confidence"));
    return jdbc.sql(TYPES)
        .param("code", texts(t, "type"))
        .param("level", texts(t, "level"))
        .param("name_vi", texts(t, "name_vi"))
        .param("name_en", texts(t, "name_en"))
        .param("from", days(t, "from"))
        .param("until", days(t, "until"))
        .param("basis", optional(t, "legal_basis"))
        .param("confidence", texts(t, "confidence"))
        .update();
  }

  private int versions(ReferenceTable t) {
    int added = jdbc.sql(UNITS).param("key", texts(t, "unit")).update();
    return added
        + jdbc.sql(VERSIONS)
            .param("key", texts(t, "unit"))
            .param("code", texts(t, "code"))
            .param("name", texts(t, "name"))
            .param("type", texts(t, "type"))
            .param("parent", optional(t, "parent"))
            .param("from", days(t, "from"))
            .param("until", days(t, "until"))
            .param("basis", optional(t, "legal_basis"))
            .param("confidence", texts(t, "confidence"))
            .param("note", optional(t, "note"))
            .update();
  }

  private int lineage(Set<String> known) {
    ReferenceTable t =
        table(
            "lineage.csv",
            List.of("from", "to", "on", "share", "legal_basis", "confidence", "note"));
    requireKnown(t, known, List.of("from", "to"));
    return jdbc.sql(LINEAGE)
        .param("from_key", texts(t, "from"))
        .param("to_key", texts(t, "to"))
        .param("on", days(t, "on"))
        .param("share", texts(t, "share"))
        .param("basis", texts(t, "legal_basis"))
        .param("confidence", texts(t, "confidence"))
        .param("note", optional(t, "note"))
        .update();
  }

  private int attributes(String file, Set<String> known) {
    ReferenceTable t = table(file, ATTRIBUTE_COLUMNS);
    requireKnown(t, known, List.of("unit"));
    return attributes(ATTRIBUTE_SOURCES, t) + attributes(ATTRIBUTES, t);
  }

  private int attributes(String statement, ReferenceTable t) {
    return jdbc.sql(statement)
        .param("unit", texts(t, "unit"))
        .param("key", texts(t, "attribute"))
        .param("value", texts(t, "value"))
        .param("from", days(t, "from"))
        .param("until", days(t, "until"))
        .param("source", texts(t, "source"))
        .param("confidence", texts(t, "confidence"))
        .update();
  }

  private ReferenceTable units() {
    return table("units.csv", UNIT_COLUMNS);
  }

  private ReferenceTable table(String file, List<String> columns) {
    return ReferenceTable.read(directory, "place/" + file, columns);
  }

  private static Set<String> known(ReferenceTable units) {
    return new HashSet<>(units.column(row -> row.text("unit")));
  }

  private static void requireKnown(ReferenceTable table, Set<String> known, List<String> columns) {
    List<Problem> problems = new ArrayList<>();
    for (Row row : table.rows()) {
      for (String column : columns) {
        String unit = row.optional(column);
        if (unit != null && !known.contains(unit)) {
          problems.add(
              Problem.at(
                  table.name() + ":" + row.line() + ":" + column,
                  "place.refusal.unknown_unit",
                  table.name(),
                  row.line(),
                  column,
                  unit));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(PlaceRefusal.UNKNOWN_UNIT, problems);
    }
  }

  private static String[] texts(ReferenceTable table, String column) {
    return table.column(row -> row.text(column)).toArray(String[]::new);
  }

  private static @Nullable String[] optional(ReferenceTable table, String column) {
    Function<Row, @Nullable String> value = row -> row.optional(column);
    return table.column(value).toArray(String[]::new);
  }

  /** Checked days, as text: PostgreSQL's driver has no array of LocalDate. */
  private static @Nullable String[] days(ReferenceTable table, String column) {
    Function<Row, @Nullable String> value = row -> Objects.toString(row.day(column), null);
    return table.column(value).toArray(String[]::new);
  }
}
