package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The parts of the page of a reading that waits, told from the same figures as its weight: what it
 * would do is worked out once, however many parts are looked at.
 */
final class IntakeSections {
  /** Parts that read the figures {@code w} of {@link IntakeWeighingStore}. */
  static final String PARTS =
      """
      listed as (
        select x.number as at, x.number, x.place, x.document, x.value_on, x.entry_kind, x.how, x.state,
               x.why, x.was_vnd, x.said_vnd, x.plan_vnd, x.other_vnd, k.name as said_name,
               coalesce(k.code, k.budget_code) as said_code, q.code as pool,
               (select v.name from project.version v where v.project_id = x.project_id
                 order by v.step desc limit 1) as project
          from (select w.* from w
                 where (:state::text is null or w.state = :state::text)
                   and (:apart::boolean is not true
                        or w.other_vnd is not null and w.said_vnd is not null
                           and w.other_vnd <> w.said_vnd)
                   and w.number > :after
                 order by w.number limit :lines) x
          left join capital.intake_key k on k.reading_id = :reading and k.number = x.project_key
          left join capital.pool q on q.id = x.pool_id),
      sides as (
        select 1 as at, count(*) as told, count(*) filter (where w.said_vnd <> w.other_vnd) as apart,
               coalesce(sum(w.said_vnd), 0) as said, coalesce(sum(w.other_vnd), 0) as other
          from w where w.said_vnd is not null and w.other_vnd is not null),
      questions as (
        select k.number as at, k.what, k.code, k.budget_code, k.name, k.owner, k.place,
               count(*) as rows, coalesce(sum(w.said_vnd), 0) as said
          from capital.intake_key k
          join w on w.state = 'asked' and w.why = k.what
                and k.number = case k.what when 'project' then w.project_key else w.pool_key end
         where k.reading_id = :reading
         group by k.reading_id, k.number
         order by k.number limit :questions),
      """;

  /** New vouchers dated up to a confirmed cut-off that lift a line above what was confirmed. */
  static final String LIFTED =
      """
      me as (
        select i.* from capital.intake i join capital.intake_reading g on g.intake_id = i.id
         where g.id = :reading and i.content = 'vouchers'),
      confirmed as materialized (
        select distinct on (o.line_id) o.line_id, i.cut_off, i.file_name, o.said_vnd
          from me
          join capital.intake i
            on i.sender_id = me.sender_id and i.content = 'treasury'
           and i.budget_year = me.budget_year
          join capital.intake_end d on d.intake_id = i.id and d.outcome = 'committed'
          join capital.intake_outcome o on o.reading_id = d.reading_id
         where o.line_id is not null and o.said_vnd is not null
         order by o.line_id, i.cut_off desc, i.id desc),
      lifting as (
        select c.line_id, c.cut_off, c.file_name, c.said_vnd, min(w.number) as number,
               sum(case when w.entry_kind in ('advance', 'payment') then w.said_vnd
                        when w.entry_kind in ('refund', 'refund_advance') then -w.said_vnd
                        else 0 end) as more
          from w join confirmed c on c.line_id = w.line_id and w.value_on <= c.cut_off
         where w.state = 'new'
         group by c.line_id, c.cut_off, c.file_name, c.said_vnd),
      lifted as (
        select l.number as at, w.place, coalesce(k.name, k.code, k.budget_code, '–') as project,
               q.code as pool, l.cut_off, l.file_name, l.said_vnd, l.more + b.booked as booked
          from lifting l
          cross join lateral (
            select coalesce(sum(e.direction * e.amount_vnd
                                * case when e.kind in ('advance', 'payment') then 1
                                       when e.kind in ('refund', 'refund_advance') then -1
                                       else 0 end), 0) as booked
              from capital.entry e
             where e.line_id = l.line_id and e.value_on <= l.cut_off) b
          join w on w.number = l.number
          join capital.line n on n.id = l.line_id
          join capital.pool q on q.id = n.pool_id
          left join capital.intake_key k on k.reading_id = :reading and k.number = w.project_key
         where l.more > 0 and l.more + b.booked > l.said_vnd
         order by l.number limit :most),
      """;

  /** Vouchers that would pay a line twice by one kind, each with its cells. */
  static final String SEVERAL =
      """
      doubled as (
        select min(w.number) as at, min(w.document) as document, min(w.value_on) as value_on,
               min(coalesce(k.name, k.code, k.budget_code, '–')) as project,
               jsonb_agg(jsonb_build_object('place', w.place, 'vnd', w.said_vnd) order by w.number)
                 as cells
          from w
          join capital.intake_row r on r.reading_id = :reading and r.number = w.number
          left join capital.intake_key k on k.reading_id = :reading and k.number = w.project_key
         where w.why = 'several_rows'
         group by capital.paper_key(w.document, r.series), extract(year from w.value_on),
                  w.project_id, w.pool_id, w.entry_kind, w.direction
         order by 1 limit :questions),
      """;

  /** Rows of a decision that take plan from a line. */
  static final String LOWERING =
      """
      lowering as (
        select w.number as at, w.place, w.line_id, w.said_vnd
          from w
         where w.state = 'new' and w.entry_kind = 'adjust' and w.direction = -1
         order by w.number limit :most),
      """;

  /** Rows below what stands: each is asked why. */
  static final String FALLEN =
      """
      fallen as (
        select x.number as at, x.number, x.place, null as document, null::date as value_on,
               null as entry_kind, x.how, x.state, x.why, x.was_vnd, x.said_vnd, x.plan_vnd,
               x.other_vnd, k.name as said_name, coalesce(k.code, k.budget_code) as said_code,
               q.code as pool,
               (select v.name from project.version v where v.project_id = x.project_id
                 order by v.step desc limit 1) as project
          from (select w.* from w where w.state = 'lower' order by w.number limit :most) x
          left join capital.intake_key k on k.reading_id = :reading and k.number = x.project_key
          left join capital.pool q on q.id = x.pool_id),
      """;

  private IntakeSections() {}

  /** Dòng giảm kế hoạch: its cell, whose plan, and what the row says. */
  record Lowering(String place, long line, long vnd) {}

  static Lowering lowering(JsonNode row) {
    return new Lowering(
        row.get("place").asString(),
        row.get("line_id").asLong(),
        Math.abs(row.get("said_vnd").asLong()));
  }

  /**
   * Chứng từ có nhiều dòng cùng loại của một dòng vốn.
   *
   * @param number of its first row in the reading
   * @param document số chứng từ
   * @param on ngày chứng từ
   * @param project as the file calls it
   * @param cells where it stands and with how much
   */
  record Several(int number, String document, LocalDate on, String project, List<Cell> cells) {
    /** Một ô, đồng. */
    record Cell(String place, long vnd) {}
  }

  static Several several(JsonNode row) {
    List<Several.Cell> cells = new ArrayList<>();
    for (JsonNode cell : row.get("cells")) {
      cells.add(new Several.Cell(cell.get("place").asString(), cell.get("vnd").asLong()));
    }
    return new Several(
        row.get("at").asInt(),
        row.get("document").asString(),
        Objects.requireNonNull(day(row, "value_on")),
        row.get("project").asString(),
        List.copyOf(cells));
  }

  /**
   * Dòng vốn mà chứng từ đưa lên trên số lũy kế đã xác nhận.
   *
   * @param place cell of the first such voucher
   * @param project as the file calls it
   * @param pool code of the pool
   * @param cutOff ngày chốt of the running total
   * @param file the file that confirmed it
   * @param confirmed that total, đồng
   * @param booked what the line would come to on that day
   */
  record Lifted(
      String place,
      String project,
      String pool,
      LocalDate cutOff,
      String file,
      long confirmed,
      long booked) {}

  /** How many figures both sides told of, and what each says. */
  record Both(long told, long apart, long said, long other) {
    Plan.Sides sides(boolean report) {
      return new Plan.Sides(told, apart, report ? other : said, report ? said : other);
    }
  }

  static Lifted lifted(JsonNode row) {
    return new Lifted(
        row.get("place").asString(),
        row.get("project").asString(),
        row.get("pool").asString(),
        Objects.requireNonNull(day(row, "cut_off")),
        row.get("file_name").asString(),
        row.get("said_vnd").asLong(),
        row.get("booked").asLong());
  }

  static Both both(JsonNode row) {
    return new Both(
        row.get("told").asLong(),
        row.get("apart").asLong(),
        row.get("said").asLong(),
        row.get("other").asLong());
  }

  static IntakeMatchStore.Question question(JsonNode row) {
    return new IntakeMatchStore.Question(
        row.get("at").asInt(),
        "pool".equals(text(row, "what")),
        new IntakeMatchStore.Said(
            text(row, "code"), text(row, "budget_code"), text(row, "name"), text(row, "owner")),
        row.get("place").asString(),
        row.get("rows").asLong(),
        row.get("said").asLong(),
        List.of());
  }

  static Plan.Line line(JsonNode row) {
    String document = text(row, "document");
    return new Plan.Line(
        row.get("number").asInt(),
        row.get("place").asString(),
        text(row, "said_name"),
        text(row, "said_code"),
        text(row, "project"),
        text(row, "how"),
        text(row, "pool"),
        Plan.State.of(row.get("state").asString()),
        text(row, "why"),
        new Plan.Money(
            amount(row, "was_vnd"),
            amount(row, "said_vnd"),
            amount(row, "plan_vnd"),
            amount(row, "other_vnd")),
        document == null
            ? null
            : new Plan.Paper(
                document,
                Objects.requireNonNull(day(row, "value_on")),
                row.get("entry_kind").asString()),
        null);
  }

  static @Nullable String text(JsonNode row, String name) {
    JsonNode value = row.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }

  static @Nullable Long amount(JsonNode row, String name) {
    JsonNode value = row.get(name);
    return value == null || value.isNull() ? null : (Long) value.asLong();
  }

  static @Nullable LocalDate day(JsonNode row, String name) {
    String day = text(row, name);
    return day == null ? null : LocalDate.parse(day);
  }
}
