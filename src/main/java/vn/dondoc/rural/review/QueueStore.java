package vn.dondoc.rural.review;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.place.Place;
import vn.dondoc.web.Asked;

/** Hàng chờ: the claims that wait at a stage. */
@Component
@Transactional(readOnly = true)
class QueueStore {
  static final int PAGE = 50;
  static final int SHEET = 20_000;

  // What is said anew of a month already looked at, or other than what was found, is looked at
  // again;
  // a later month that comes to the same is not.
  private static final String AGAIN =
      "((v.period, v.step) < (c0.period, c0.step)"
          + " and (v.period = c0.period or v.verdict is distinct from c0.verdict))";
  private static final String WAITS_BELOW =
      "((a.period, a.step) < (c0.period, c0.step)) is not false and (v.id is null or "
          + AGAIN
          + ")";
  private static final String WAITS_ABOVE =
      "v.verdict and not "
          + AGAIN
          + " and (a.id is null or a.period = v.period and a.step < v.step)";
  private static final String WAITING =
      """
        from rural.standing s
        join unnest(:units::int[]) with ordinality u (id, place) on u.id = s.unit_id
        join rural.indicator i on i.id = s.indicator_id
        join rural.criterion c on c.id = i.criterion_id
        join rural.assessment c0 on c0.id = s.claim_id
        left join rural.assessment v on v.id = s.verify_id
        left join rural.assessment a on a.id = s.appraise_id
        join rural.assessment f on f.id = {said}
        join rural.entry n on n.id = f.entry_id
       where s.return_id is null and {stage} and {result}
         and (:indicators::int[] is null or s.indicator_id = any(:indicators::int[]))
         and (:criterion = '' or c.number = :criterion)
      """;
  private static final String ROWS =
      "with w as materialized (select f.*, c.number as criterion, i.number, i.name_vi, i.name_en,"
          + " n.by_name, s.wait_id, s.expires_on, {sort} as sort_key"
          + WAITING
          + """
          )
          select w.*,
                 (select max(m.step) from rural.assessment m
                   where m.unit_id = w.unit_id and m.indicator_id = w.indicator_id
                     and m.period = w.period) as now_step
            from w
           where (:after::bigint is null
                  or (w.sort_key, w.id) > (select k.sort_key, k.id from w k where k.id = :after))
             and (:ids::bigint[] is null or w.id = any(:ids::bigint[]))
           order by w.sort_key, w.id
           limit :limit
          """;

  private static final String SINCE =
      """
      select f.id, f.unit_id, f.indicator_id, f.period, l.kind, l.on_day, n.by_name
        from rural.assessment f
        join lateral (select m.kind, m.on_day, m.entry_id from rural.assessment m
                       where m.unit_id = f.unit_id and m.indicator_id = f.indicator_id
                         and m.period = f.period
                       order by m.step desc limit 1) l on true
        join rural.entry n on n.id = l.entry_id
       where f.id = any(:ids::bigint[]) and f.unit_id = any(:units::int[])
      """;

  private final JdbcClient jdbc;

  QueueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một chỉ tiêu chờ xét.
   *
   * @param id the fact that waits
   * @param unitId xã
   * @param indicatorId chỉ tiêu
   * @param criterion số tiêu chí
   * @param period kỳ, by its first day
   * @param step how many facts of it there are
   * @param on the day it was said
   * @param by who said it
   * @param figures in the order of the indicator's parts
   * @param nothing there is nothing to assess
   * @param verdict whether it meets the rule
   * @param waits for another's result
   * @param expiresOn the last day of its evidence
   */
  record Line(
      long id,
      int unitId,
      int indicatorId,
      String criterion,
      LocalDate period,
      int step,
      LocalDate on,
      String by,
      List<@Nullable BigDecimal> figures,
      boolean nothing,
      @Nullable Boolean verdict,
      boolean waits,
      @Nullable LocalDate expiresOn) {}

  /**
   * Việc xảy ra từ khi được xem.
   *
   * @param id the fact that waited
   * @param unitId xã
   * @param indicatorId chỉ tiêu
   * @param period kỳ, by its first day
   * @param kind what was told last
   * @param by who told it
   * @param on ngày của tỉnh
   */
  record Since(
      long id,
      int unitId,
      int indicatorId,
      LocalDate period,
      String kind,
      String by,
      LocalDate on) {}

  /** One page, and a line more when there is another. */
  List<Line> page(Stage stage, QueueFilter filter) {
    List<Line> found = list(stage, filter, new Part(filter.after(), null, PAGE + 1));
    Long after = filter.after();
    if (after != null && found.isEmpty()) {
      throw Asked.noSuchRow(after);
    }
    return found;
  }

  /** Every line, for a sheet. */
  List<Line> all(Stage stage, QueueFilter filter) {
    return first(stage, filter, SHEET);
  }

  /** How many wait. */
  long count(Stage stage, QueueFilter filter) {
    return bind("select count(*)" + WAITING, stage, filter).query(Long.class).single();
  }

  /** So many, from the first. */
  List<Line> first(Stage stage, QueueFilter filter, int most) {
    return list(stage, filter, new Part(null, null, most));
  }

  /** Those of some facts that still wait. */
  List<Line> still(Stage stage, QueueFilter filter, Collection<Long> facts) {
    return list(stage, filter, new Part(null, facts, facts.size()));
  }

  /** What became of some facts that wait no more: the last that was told of each. */
  List<Since> since(QueueFilter filter, Collection<Long> facts) {
    return jdbc.sql(SINCE)
        .param("ids", facts.toArray(Long[]::new))
        .param("units", filter.communes().stream().map(Place::id).toArray(Integer[]::new))
        .query((row, number) ->
            new Since(
                row.getLong("id"),
                row.getInt("unit_id"),
                row.getInt("indicator_id"),
                row.getObject("period", LocalDate.class),
                row.getString("kind"),
                row.getString("by_name"),
                row.getObject("on_day", LocalDate.class)))
        .list();
  }

  /** Which lines of a queue are wanted. */
  private record Part(@Nullable Long after, @Nullable Collection<Long> facts, int most) {}

  private List<Line> list(Stage stage, QueueFilter filter, Part part) {
    Collection<Long> facts = part.facts();
    return bind(ROWS.replace("{sort}", filter.sort().expression()), stage, filter)
        .param("after", part.after(), Types.BIGINT)
        .param("ids", facts == null ? null : facts.toArray(Long[]::new))
        .param("limit", part.most())
        .query(QueueStore::line)
        .list();
  }

  private JdbcClient.StatementSpec bind(String sql, Stage stage, QueueFilter filter) {
    boolean verifies = stage == Stage.VERIFY;
    Set<Integer> indicators = filter.indicators();
    return jdbc.sql(
            sql.replace("{said}", verifies ? "s.claim_id" : "s.verify_id")
                .replace("{stage}", verifies ? WAITS_BELOW : WAITS_ABOVE)
                .replace("{result}", verifies ? filter.result().condition() : "true"))
        .param("units", filter.communes().stream().map(Place::id).toArray(Integer[]::new))
        .param("indicators", indicators == null ? null : indicators.toArray(Integer[]::new))
        .param("criterion", filter.criterion());
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getLong("id"),
        row.getInt("unit_id"),
        row.getInt("indicator_id"),
        row.getString("criterion"),
        row.getObject("period", LocalDate.class),
        row.getInt("now_step"),
        row.getObject("on_day", LocalDate.class),
        row.getString("by_name"),
        figures(row),
        row.getBoolean("nothing"),
        row.getObject("verdict", Boolean.class),
        row.getObject("wait_id") != null,
        row.getObject("expires_on", LocalDate.class));
  }

  private static List<@Nullable BigDecimal> figures(ResultSet row) throws SQLException {
    Array array = row.getArray("figures");
    return array == null ? List.of() : Arrays.asList((BigDecimal[]) array.getArray());
  }
}
