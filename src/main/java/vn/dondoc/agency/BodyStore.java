package vn.dondoc.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BodyStore {
  /** A body with the names it bore on a day, or the last ones before, or the first ones after. */
  private static final String BODY =
      """
      b.id, b.code, b.kind, b.place_id, b.parent_id,
      (select n.name from agency.name n where n.body_id = b.id and n.kind = 'official'
        order by n.valid @> :day::date desc, lower(n.valid) <= :day::date desc, lower(n.valid) desc
        limit 1) as name,
      (select n.name from agency.name n
        where n.body_id = b.id and n.kind = 'abbreviation' and n.valid @> :day::date
        order by n.id limit 1) as short_name
      """;

  private static final String SELECT = "select " + BODY + " from agency.body b ";
  private static final String FIND = SELECT + " where b.id = :id";
  private static final String ALL = SELECT + " where b.id = any(:ids) order by b.id";
  private static final String ON =
      SELECT + " where b.valid @> :day::date order by b.kind = 'GROUP', name, b.code";
  private static final String MEMBERS =
      SELECT
          + """
           join agency.membership m on m.member_id = b.id
           where m.group_id = :id and m.valid @> :day::date and b.valid @> :day::date
           order by name, b.code
          """;
  private static final String GROUPS_OF =
      SELECT
          + """
           where b.valid @> :day::date
             and exists (select from agency.membership m
                          where m.group_id = b.id and m.member_id = any(:ids) and m.valid @> :day::date)
           order by name, b.code
          """;
  private static final String IN_CHARGE =
      SELECT
          + """
           where b.place_id = any(:ids) and b.valid @> :day::date order by name, b.code
          """;
  // A commune's name alone does not tell it from those of other districts.
  private static final String DISTRICTS =
      """
      with one as (
        select b.id, v.parent_id,
               (select n.name from agency.name n
                 where n.body_id = b.id and n.kind = 'official' and n.valid @> :day::date
                 limit 1) as name
          from agency.body b
          join place.version v on v.unit_id = b.place_id and v.valid @> :day::date
         where b.id = any(:ids))
      select one.id, ', ' || t.name_vi || ' ' || up.name
        from one
        join place.version up
          on up.unit_id = one.parent_id and up.valid @> :day::date and up.parent_id is not null
        join place.type t on t.code = up.type
       where exists (select from agency.name o
                       join agency.body b on b.id = o.body_id and b.valid @> :day::date
                      where o.name = one.name and o.body_id <> one.id and o.kind = 'official'
                        and o.valid @> :day::date)
      """;

  private static final String SUCCESSORS =
      """
      select s.on_day, s.share, s.legal_basis, s.confidence, b.id, b.code, b.kind, b.place_id,
             b.parent_id,
             (select n.name from agency.name n where n.body_id = b.id and n.kind = 'official'
               order by n.valid @> s.on_day desc, lower(n.valid) limit 1) as name,
             (select n.name from agency.name n where n.body_id = b.id and n.kind = 'abbreviation'
                 and n.valid @> s.on_day order by n.id limit 1) as short_name
        from agency.succession s
        join agency.body b on b.id = s.successor_id
       where s.body_id = :id
       order by s.on_day, s.share desc, name
      """;
  private static final String SEARCH =
      """
      with asked as (select database.fold(:words) as folded, agency.key(:words) as key)
      """
          + SELECT
          + """
           join lateral (
             select min(case when n.key = asked.key then 0
                             when n.folded like asked.folded || '%' then 1
                             when n.folded like '%' || asked.folded || '%' then 2
                             else 3 end) as rank,
                    max(similarity(n.folded, asked.folded)) as nearness
               from agency.name n cross join asked
              where n.body_id = b.id and n.valid @> :day::date
                and (n.folded like '%' || asked.folded || '%'
                     or asked.key <> '' and n.key like '%' || asked.key || '%'
                     or n.folded % asked.folded)
           ) hit on hit.rank is not null
           where b.valid @> :day::date
           order by hit.rank, hit.nearness desc, name, b.code
           limit :limit
          """;

  private final JdbcClient jdbc;

  BodyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Body> find(int id, LocalDate day) {
    return jdbc.sql(FIND).param("id", id).param("day", day).query(BodyStore::body).optional();
  }

  List<Body> find(Collection<Integer> ids, LocalDate day) {
    return listed(ALL, ids, day);
  }

  List<Body> on(LocalDate day) {
    return jdbc.sql(ON).param("day", day).query(BodyStore::body).list();
  }

  List<Body> members(int groupId, LocalDate day) {
    return jdbc.sql(MEMBERS).param("id", groupId).param("day", day).query(BodyStore::body).list();
  }

  List<Body> groupsOf(Collection<Integer> bodyIds, LocalDate day) {
    return listed(GROUPS_OF, bodyIds, day);
  }

  /** ", huyện Hữu Lũng" for each body whose name another one bears as well on a day. */
  Map<Integer, String> districtsOfNamesakes(Collection<Integer> ids, LocalDate day) {
    Map<Integer, String> districts = new HashMap<>();
    jdbc.sql(DISTRICTS)
        .param("ids", ids.toArray(Integer[]::new))
        .param("day", day)
        .query((RowCallbackHandler) row -> districts.put(row.getInt(1), row.getString(2)));
    return districts;
  }

  List<Body> inCharge(Collection<Integer> placeIds, LocalDate day) {
    return listed(IN_CHARGE, placeIds, day);
  }

  List<Body> search(String words, LocalDate day, int limit) {
    String plain = words.replaceAll("[%_\\\\]", " ").strip();
    if (plain.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SEARCH)
        .param("words", plain)
        .param("day", day)
        .param("limit", limit)
        .query(BodyStore::body)
        .list();
  }

  List<Succession> successors(int id) {
    return jdbc.sql(SUCCESSORS)
        .param("id", id)
        .query((row, n) ->
            new Succession(
                body(row, n),
                row.getObject("on_day", LocalDate.class),
                row.getString("share").equals("whole"),
                row.getString("legal_basis"),
                row.getString("confidence")))
        .list();
  }

  private List<Body> listed(String sql, Collection<Integer> ids, LocalDate day) {
    return jdbc.sql(sql)
        .param("ids", ids.toArray(Integer[]::new))
        .param("day", day)
        .query(BodyStore::body)
        .list();
  }

  static Body body(ResultSet row, int number) throws SQLException {
    return new Body(
        row.getInt("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("short_name"),
        BodyKind.valueOf(row.getString("kind")),
        whole(row, "place_id"),
        whole(row, "parent_id"));
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }
}
