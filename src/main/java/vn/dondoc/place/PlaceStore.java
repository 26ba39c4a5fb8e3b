package vn.dondoc.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dondoc.place.Descent.Share;

@Component
class PlaceStore {
  private static final String COLUMNS =
      """
      v.unit_id, v.code, v.name, v.parent_id, lower(v.valid) as from_day, upper(v.valid) as until_day,
      t.code as type, t.level, l.rank, t.name_vi, t.name_en
      """;
  private static final String TABLES =
      """
       from place.version v
       join place.type t on t.code = v.type
       join place.level l on l.code = t.level
      """;
  private static final String SELECT = "select " + COLUMNS + TABLES;
  private static final String FIND = SELECT + " where v.unit_id = :id and v.valid @> :day::date";
  private static final String CHILDREN =
      SELECT + " where v.parent_id = :id and v.valid @> :day::date order by v.code";
  private static final String ON =
      SELECT + " where v.valid @> :day::date order by l.rank, v.parent_id, v.code";
  private static final String VERSIONS = SELECT + " where v.unit_id = :id order by lower(v.valid)";
  private static final String WITHIN =
      """
      with recursive below(id) as (
        select :id::int
        union
        select v.parent_of from below b
          join lateral (select c.unit_id as parent_of from place.version c
                         where c.parent_id = b.id and c.valid @> :day::date) v on true)
      """
          + SELECT
          + " join below on below.id = v.unit_id where v.valid @> :day::date order by l.rank, v.code";
  private static final String SEARCH =
      """
      with asked as (select btrim(database.fold(:words)) as words)
      """
          + "select "
          + COLUMNS
          + """
          , (select pt.name_vi || ' ' || p.name
               from place.version p join place.type pt on pt.code = p.type
              where p.unit_id = v.parent_id and p.valid @> greatest(lower(v.valid), coalesce(:day, lower(v.valid)))
            ) as parent
          """
          + TABLES
          + """
           cross join asked
           where (v.folded like '%' || asked.words || '%'
                  or database.fold(t.name_vi) || ' ' || v.folded = asked.words)
             and (:day::date is null or v.valid @> :day::date)
           order by case when v.folded = asked.words
                           or database.fold(t.name_vi) || ' ' || v.folded = asked.words then 0 else 1 end,
                    l.rank, v.name, v.code, lower(v.valid)
           limit :limit
          """;
  private static final String LINEAGE =
      """
      select from_id, to_id, on_day, share, legal_basis, confidence, note from place.lineage
       where :id::int is null or from_id = :id or to_id = :id
       order by on_day, from_id, to_id
      """;
  private static final String ATTRIBUTES =
      """
      select unit_id as place_id, key, value, lower(valid) as from_day, upper(valid) as until_day,
             source, confidence, illustrative
        from place.attribute
       where unit_id = any(:ids) and valid @> :day::date
       order by unit_id, key, value
      """;
  private static final String HAVING =
      SELECT
          + """
           join place.attribute a on a.unit_id = v.unit_id and a.valid @> :day::date
           where a.key = :key and a.value = :value and v.valid @> :day::date
           order by l.rank, v.code
          """;

  private final JdbcClient jdbc;

  PlaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Place> find(int id, LocalDate day) {
    return jdbc.sql(FIND).param("id", id).param("day", day).query(PlaceStore::place).optional();
  }

  List<Place> children(int id, LocalDate day) {
    return jdbc.sql(CHILDREN).param("id", id).param("day", day).query(PlaceStore::place).list();
  }

  List<Place> within(int id, LocalDate day) {
    return jdbc.sql(WITHIN).param("id", id).param("day", day).query(PlaceStore::place).list();
  }

  List<Place> on(LocalDate day) {
    return jdbc.sql(ON).param("day", day).query(PlaceStore::place).list();
  }

  List<Place> versions(int id) {
    return jdbc.sql(VERSIONS).param("id", id).query(PlaceStore::place).list();
  }

  List<Place> lives() {
    return jdbc.sql(SELECT).query(PlaceStore::place).list();
  }

  List<Match> search(String words, @Nullable LocalDate day, int limit) {
    String plain = escaped(words);
    if (plain.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SEARCH)
        .param("words", plain)
        .param("day", day, java.sql.Types.DATE)
        .param("limit", limit)
        .query((row, n) -> new Match(place(row, n), row.getString("parent")))
        .list();
  }

  List<Descent> lineage() {
    return lineageOf(null);
  }

  List<Descent> lineage(int id) {
    return lineageOf(id);
  }

  List<Attribute> attributes(Collection<Integer> ids, LocalDate day) {
    return jdbc.sql(ATTRIBUTES)
        .param("ids", ids.toArray(Integer[]::new))
        .param("day", day)
        .query(PlaceStore::attribute)
        .list();
  }

  List<Place> having(String key, String value, LocalDate day) {
    return jdbc.sql(HAVING)
        .param("key", key)
        .param("value", value)
        .param("day", day)
        .query(PlaceStore::place)
        .list();
  }

  private List<Descent> lineageOf(@Nullable Integer id) {
    return jdbc.sql(LINEAGE)
        .param("id", id, java.sql.Types.INTEGER)
        .query(PlaceStore::descent)
        .list();
  }

  /** Signs a pattern gives a meaning to are not part of any name. */
  private static String escaped(String words) {
    return words.replaceAll("[%_\\\\]", " ").strip();
  }

  private static Place place(ResultSet row, int number) throws SQLException {
    return new Place(
        row.getInt("unit_id"),
        row.getString("code"),
        row.getString("name"),
        new PlaceType(
            row.getString("type"),
            row.getString("level"),
            row.getInt("rank"),
            row.getString("name_vi"),
            row.getString("name_en")),
        row.getObject("parent_id", Integer.class),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class));
  }

  private static Descent descent(ResultSet row, int number) throws SQLException {
    return new Descent(
        row.getInt("from_id"),
        row.getInt("to_id"),
        row.getObject("on_day", LocalDate.class),
        row.getString("share").equals("whole") ? Share.WHOLE : Share.PART,
        row.getString("legal_basis"),
        row.getString("confidence"),
        row.getString("note"));
  }

  private static Attribute attribute(ResultSet row, int number) throws SQLException {
    return new Attribute(
        row.getInt("place_id"),
        row.getString("key"),
        row.getString("value"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getString("source"),
        row.getString("confidence"),
        row.getBoolean("illustrative"));
  }
}
