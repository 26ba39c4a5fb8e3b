package vn.dondoc.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleStore {
  private static final String ALL =
      """
      select r.code, r.name_vi, r.name_en, r.whole_province,
             coalesce((select array_agg(x.right_code order by x.right_code)
                         from identity.role_right x where x.role_code = r.code), '{}') as rights
        from identity.role r
       order by r.name_vi
      """;
  private static final String PUT =
      """
      insert into identity.role (code, name_vi, name_en, whole_province)
      values (:code, :vi, :en, :whole)
      on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
             whole_province = excluded.whole_province
      """;
  private static final String PUT_RIGHTS =
      """
      insert into identity.role_right (role_code, right_code)
      select :code, unnest(:rights::text[]) on conflict do nothing
      """;

  private final JdbcClient jdbc;

  RoleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every role by its code, in the order of the Vietnamese names. */
  Map<String, RoleReference.Row> all() {
    Map<String, RoleReference.Row> roles = new LinkedHashMap<>();
    jdbc.sql(ALL)
        .query((row, number) ->
            new RoleReference.Row(
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getBoolean("whole_province"),
                List.of((String[]) row.getArray("rights").getArray())))
        .list()
        .forEach(role -> roles.put(role.code(), role));
    return roles;
  }

  void put(RoleReference.Row row) {
    jdbc.sql(PUT)
        .param("code", row.code())
        .param("vi", row.nameVi())
        .param("en", row.nameEn())
        .param("whole", row.wholeProvince())
        .update();
    jdbc.sql("delete from identity.role_right where role_code = :code")
        .param("code", row.code())
        .update();
    jdbc.sql(PUT_RIGHTS)
        .param("code", row.code())
        .param("rights", row.rights().toArray(String[]::new))
        .update();
  }
}
