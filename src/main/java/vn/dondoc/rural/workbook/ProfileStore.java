package vn.dondoc.rural.workbook;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Acting;

/** Mẫu ghép đã lưu of the actor's own bodies. */
@Repository
class ProfileStore {
  private static final String ALL =
      """
      select * from (select distinct on (p.body_id, p.name) p.id, p.name, p.mapping
                       from rural.book_profile p
                      where p.body_id = any(:bodies::int[])
                      order by p.body_id, p.name, p.id desc) p
       order by p.name limit 200
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  ProfileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Mẫu ghép.
   *
   * @param id its id
   * @param name tên
   * @param mapping how columns are read
   */
  record Profile(long id, String name, Mapping mapping) {}

  long add(String name, Mapping mapping) {
    return jdbc.sql(
            "insert into rural.book_profile (body_id, name, mapping, made_by, made_by_name)"
                + " values (:body, :name, :mapping, :by, :byName) returning id")
        .param("body", Acting.current().bodies().getFirst())
        .param("name", name)
        .param("mapping", JSON.writeValueAsString(mapping).replace("\\u0000", ""))
        .param("by", Acting.current().accountId())
        .param("byName", Acting.current().name())
        .query(Long.class)
        .single();
  }

  List<Profile> all() {
    return jdbc.sql(ALL)
        .param("bodies", Acting.current().bodies().toArray(Integer[]::new))
        .query((row, number) ->
            new Profile(
                row.getLong("id"),
                row.getString("name"),
                JSON.readValue(row.getString("mapping"), Mapping.class)))
        .list();
  }

  Optional<Profile> find(long id) {
    return all().stream().filter(profile -> profile.id() == id).findFirst();
  }
}
