package vn.dondoc.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The list of bodies and what the page of one body shows. */
@Component
class ListStore {
  private static final String LISTED =
      """
      with listed as (
        select b.id, b.code, b.kind, b.place_id, b.parent_id, b.source, b.illustrative,
               lower(b.valid) as from_day, upper(b.valid) as until_day,
               o.name, s.name as short_name,
               k.type_vi || ' ' || k.name as place, k.code as place_code,
               p.code as parent_code, po.name as parent, h.title as head,
               (select string_agg(a.name, '; ' order by a.id) from agency.name a
                 where a.body_id = b.id and a.kind = 'alias' and a.valid @> :day::date) as aliases
          from agency.body b
          left join agency.name o
            on o.body_id = b.id and o.kind = 'official' and o.valid @> :day::date
          left join lateral (select n.name from agency.name n
                              where n.body_id = b.id and n.kind = 'abbreviation'
                                and n.valid @> :day::date
                              order by n.id limit 1) s on true
          left join place.known_unit k on k.unit_id = b.place_id and k.valid @> :day::date
          left join agency.body p on p.id = b.parent_id
          left join agency.name po
            on po.body_id = p.id and po.kind = 'official' and po.valid @> :day::date
          left join agency.post h on h.body_id = b.id and h.head and h.valid @> :day::date
         where b.valid @> :day::date
           and (:kind::text is null or b.kind = :kind)
           and (:words = '' or exists (
                 select from agency.name n
                  where n.body_id = b.id and n.valid @> :day::date
                    and (n.folded like '%' || database.fold(:words) || '%'
                         or (agency.key(:words) <> '' and n.key like '%' || agency.key(:words) || '%'))))
      )
      """;
  private static final String COUNT = LISTED + "select count(*) from listed";
  private static final String PAGE =
      LISTED
          + """
          , sorted as (select listed.*, {sort} as sort_key from listed)
          select * from sorted
           where :after::int is null
              or (sort_key, id) > (select a.sort_key, a.id from sorted a where a.id = :after)
           order by sort_key, id
           limit :limit
          """;
  private static final String NAMES =
      """
      select name, kind, lower(valid) as from_day, upper(valid) as until_day from agency.name
       where body_id = :id
       order by lower(valid) desc, array_position(array['official', 'abbreviation', 'alias'], kind), id
      """;
  private static final String POSTS =
      """
      select title, head, holder, lower(valid) as from_day, upper(valid) as until_day
        from agency.post where body_id = :id order by head desc, lower(valid) desc
      """;

  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ListedBody> list(ListFilter filter, int limit) {
    String sql = PAGE.replace("{sort}", filter.sort().expression());
    return asked(sql, filter)
        .param("after", filter.after(), Types.INTEGER)
        .param("limit", limit)
        .query(ListStore::listed)
        .list();
  }

  long count(ListFilter filter) {
    return asked(COUNT, filter).query(Long.class).single();
  }

  List<BodyName> names(int id) {
    return jdbc.sql(NAMES)
        .param("id", id)
        .query((row, n) ->
            new BodyName(
                row.getString("name"),
                BodyName.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class)))
        .list();
  }

  List<Post> posts(int id) {
    return jdbc.sql(POSTS)
        .param("id", id)
        .query((row, n) ->
            new Post(
                row.getString("title"),
                row.getBoolean("head"),
                row.getString("holder"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class)))
        .list();
  }

  private StatementSpec asked(String sql, ListFilter filter) {
    BodyKind kind = filter.kind();
    return jdbc.sql(sql)
        .param("day", filter.day())
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("words", filter.words().strip().replaceAll("[%_\\\\]", "\\\\$0"));
  }

  private static ListedBody listed(ResultSet row, int number) throws SQLException {
    return new ListedBody(
        BodyStore.body(row, number),
        row.getString("place"),
        row.getString("place_code"),
        row.getString("parent"),
        row.getString("parent_code"),
        row.getString("head"),
        row.getString("aliases"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getString("source"),
        row.getBoolean("illustrative"));
  }
}
