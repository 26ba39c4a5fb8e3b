package vn.dondoc.task.reminder;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ai được nhắc: the one place that says who is told about a duty. */
@Repository
class Recipients {
  // The body's own people who report; the body above's who report or decide; the office that
  // follows up, which does both.
  private static final String OF =
      """
      with told as materialized (
        select x.duty, unnest(string_to_array(x.audience, ',')) as who
          from unnest(:duties::bigint[], :audiences::text[]) as x (duty, audience)
      ), box as materialized (
        select m.account_id, m.name, m.email, m.body_id,
               'task.report' = any(m.rights) as reports, 'task.confirm' = any(m.rights) as confirms
          from identity.mailbox m
         where m.rights && array['task.report', 'task.confirm']
      )
      select x.duty, m.account_id, m.name, m.email
        from told x
        join task.duty d on d.id = x.duty
        join box m on m.body_id = d.body_id and m.reports
       where x.who = 'body'
      union
      select x.duty, m.account_id, m.name, m.email
        from told x
        join task.duty d on d.id = x.duty
        join agency.body b on b.id = d.body_id
        join box m on m.body_id = b.parent_id
       where x.who = 'parent'
      union
      select x.duty, m.account_id, m.name, m.email
        from told x
        join box m on m.reports and m.confirms
       where x.who = 'office'
      """;

  private final JdbcClient jdbc;

  Recipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Người nhận.
   *
   * @param duty about which duty
   * @param account whose
   * @param name họ tên
   * @param address địa chỉ
   */
  record Recipient(long duty, long account, String name, String address) {}

  /** Who is told about each of these duties; nobody twice about the same one. */
  List<Recipient> of(Collection<Told> told) {
    return jdbc.sql(OF)
        .param("duties", told.stream().map(Told::duty).toArray(Long[]::new))
        .param(
            "audiences",
            told.stream()
                .map(each -> each.audience().stream().collect(Collectors.joining(",")))
                .toArray(String[]::new))
        .query((row, number) ->
            new Recipient(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
        .list();
  }
}
