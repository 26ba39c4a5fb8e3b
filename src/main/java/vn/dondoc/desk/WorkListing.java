package vn.dondoc.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Actor;

/**
 * The one query behind the page, its sheet, its figures and the badge, so that they never disagree.
 * Where a duty stands is told by {@code task.duties_on} alone; what it keeps beside a duty only
 * says which ones to ask about.
 *
 * @param day the province's day
 * @param bodies whose work it is
 * @param actor who looks
 * @param decides this person confirms, decides extensions and gives dates
 * @param whose the person's, the body's, or nobody's yet
 */
record WorkListing(LocalDate day, List<Integer> bodies, Actor actor, boolean decides, Whose whose) {
  private static final String MINE =
      """
      with mine as (
        select d.*, d.period_from is not null and d.timing in ('due_soon', 'in_time') as ahead
          from task.duties_on(:day::date) d
         where d.body_id = any(:bodies::int[])
      ),
      """;
  // What was confirmed presses nobody: where it stands need not be worked out.
  private static final String MINE_OPEN =
      """
      with mine as (
        select d.*, d.period_from is not null and d.timing in ('due_soon', 'in_time') as ahead
          from task.duties_on(:day::date) d
         where d.body_id = any(:bodies::int[])
           and not exists (select from task.fact c where c.duty_id = d.id and c.kind = 'confirm')
      ),
      """;
  private static final String HANDED_TO =
      """
      select f.duty_id from task.fact f
       where f.kind = 'hand_back' and f.other_body = any(:bodies::int[])
      """;
  private static final String TO_DECIDE =
      """
      union
      select u.id from task.duty u where u.told_state = 'reported'
      union
      select u.id from task.duty u where u.told_asked = 'ask_extension'
      union
      select u.id from task.duty u where u.due_on is null and u.told_confirmed is null
      union
      select u.id from task.duty u where u.told_moved = 'infinity' and u.told_confirmed is null
      """;
  private static final String LINES =
      """
      held as materialized (
        select c.duty_id, c.account_id, c.account_name from task.charges_on(:day::date) c
      ),
      waiting as (
        select d.*, case
                 when :decides and d.state = 'reported' then 'confirm'
                 when :decides and d.extension_asked
                      and d.state in ('new', 'active', 'returned') then 'extend'
                 when d.state = 'handed_back'
                      and (select h.other_body from task.fact h
                            where h.duty_id = d.id and h.kind = 'hand_back'
                            order by h.step desc limit 1) = any(:bodies::int[]) then 'take'
                 when :decides and d.timing = 'undated' then 'date'
               end as wait
          from task.duties_on(:day::date) d
         where d.id = any(array(select duty_id from candidate))
           and (d.state = 'handed_back' or not d.body_id = any(:own::int[]))
      ),
      every as (
        select m.id, m.task_id, m.body_id, m.part, m.period_from, m.period_to, m.opened_on, m.state,
               m.due, m.late_days, m.reported_on, m.confirmed_on, null::text as wait,
               h.account_id as holder, h.account_name as in_charge,
               case when m.state = 'done' then 'done'
                    when m.state = 'reported' then 'reported'
                    when m.timing = 'overdue' then 'overdue'
                    when m.timing = 'due_soon' then 'soon'
                    when m.timing = 'undated' then 'undated'
                    when m.period_from is null then 'later'
                    else 'recurring' end as grp
          from (select mine.*, row_number() over
                         (partition by task_id, body_id, part, ahead order by due, id) as nth
                  from mine) m
          left join held h on h.duty_id = m.id
         where m.timing <> 'not_counted'
           and not (m.ahead and m.nth > 1)
           and (m.state <> 'done' or m.confirmed_on >= date_trunc('year', :day::date)::date)
        union all
        select w.id, w.task_id, w.body_id, w.part, w.period_from, w.period_to, w.opened_on, w.state,
               w.due, w.late_days, w.reported_on, w.confirmed_on, w.wait,
               null, null, 'waiting'
          from (select waiting.*, row_number() over
                         (partition by task_id, case when wait <> 'date' then id end
                          order by part desc, id) as nth
                  from waiting where wait is not null) w
         -- A task without a date waits once, however many bodies owe it.
         where w.nth = 1
      ),
      -- Whoever was given some of the body's open work lands on their own.
      seat as (
        select case when :whose::text <> 'home' then :whose::text
                    when exists (select from every e
                                  where e.holder = :me and e.grp not in ('done', 'waiting'))
                      then 'mine'
                    else 'body' end as whose
      ),
      line as (
        select e.* from every e cross join seat
         where case seat.whose
                 when 'mine' then e.holder = :me
                                  or e.holder is null and e.grp in ('overdue', 'soon')
                                  or e.grp = 'waiting' and e.wait <> 'take'
                 when 'nobody' then e.holder is null and e.grp <> 'waiting'
                 else true end
      ),
      opened as (
        select count(*) filter (where e.holder = :me
                                   or e.holder is null and e.grp in ('overdue', 'soon'))
                 as open_mine,
               count(*) as open_body,
               count(*) filter (where e.holder is null) as open_nobody
          from every e
         where e.grp not in ('done', 'waiting')
      ),
      figures as (
        select (select whose from seat) as whose,
               (select open_mine from opened) as open_mine,
               (select open_body from opened) as open_body,
               (select open_nobody from opened) as open_nobody,
               count(*) filter (where part = 'lead' and grp not in ('done', 'waiting')) as lead,
               count(*) filter (where part = 'coordinate' and grp not in ('done', 'waiting'))
                 as coordinate,
               count(*) filter (where grp = 'waiting') as waiting,
               count(*) filter (where grp = 'done') as done,
               count(*) filter (where grp = 'overdue') as overdue,
               count(*) filter (where grp = 'soon') as soon
          from line
      )
      """;
  private static final String ROWS =
      """
      , wanted as (
        select l.*, ({key}) collate "C" as sort_key,
               count(*) over (partition by l.grp) as of_group
          from line l
          join task.task t on t.id = l.task_id
         where l.grp = any(:groups::text[])
           and (:part::text = '' or l.part = :part::text)
           and (:words::text = '' or exists (
                 select from task.version v
                  where v.task_id = l.task_id
                    and v.number = (select max(number) from task.version where task_id = l.task_id)
                    and database.fold(t.code || ' ' || v.action)
                        like '%' || database.fold(:words::text) || '%'))
      ),
      shown as (
        select w.*, row_number() over (partition by w.grp order by w.sort_key, w.id) as place,
               count(*) over (partition by w.grp) as left_over
          from wanted w
         where :after::bigint is null
            or (w.sort_key, w.id) > (select k.sort_key, k.id from wanted k where k.id = :after)
      )
      select f.whose, f.open_mine, f.open_body, f.open_nobody, f.lead, f.coordinate, f.waiting,
             f.done, f.overdue, f.soon, r.*
        from figures f
        left join (
          select s.*, t.code, t.source_path, v.action,
                 (select coalesce(array_agg(p.body_id order by p.ordinal), '{}')
                    from task.party p where p.version_id = v.id and p.part = 'lead') as leads,
                 (select w.words from task.fact q
                    join task.fact_words w on w.duty_id = q.duty_id and w.step = q.step
                   where q.duty_id = s.id
                     and case when s.state = 'returned' then q.kind = 'return'
                              else q.kind in ('progress', 'report') end
                   order by q.step desc limit 1) as said,
                 coalesce(y.helpers, 0) as helpers, coalesce(y.reported, 0) as helpers_reported
            from shown s
            join task.task t on t.id = s.task_id
            join task.version v on v.task_id = s.task_id
             and v.number = (select max(number) from task.version where task_id = s.task_id)
            left join lateral (
              select count(*) as helpers,
                     count(*) filter (where o.state in ('reported', 'done')) as reported
                from task.duties_on(:day::date) o
               where s.part = 'lead' and o.task_id = s.task_id and o.part = 'coordinate'
                 and o.period_from is not distinct from s.period_from
                 and o.timing <> 'not_counted') y on s.place <= :limit
           where s.place <= :limit) r on true
       order by r.sort_key, r.id
      """;
  private static final String DUE = "coalesce(to_char(l.due, 'YYYY-MM-DD'), '9999') || t.code";
  private static final String BY_DEADLINE =
      "case l.grp when 'waiting' then case l.wait when 'confirm' then '1' when 'extend' then '2' "
          + "when 'take' then '3' else '4' end || "
          + DUE
          + " when 'done' then lpad((99999999 - to_char(l.confirmed_on, 'YYYYMMDD')::int)::text, "
          + "8, '0') || t.code else "
          + DUE
          + " end";

  private String lines(String mine) {
    return mine + "candidate as (" + HANDED_TO + (decides ? TO_DECIDE : "") + "),\n" + LINES;
  }

  /** Only what is open and what waits; what is done is not counted. */
  String badge() {
    return lines(MINE_OPEN) + "select * from figures";
  }

  /** The figures, and beside them the lines of each group; a line of nulls when there is none. */
  String rows(WorkFilter.Sort sort) {
    String key =
        switch (sort) {
          case DEADLINE -> BY_DEADLINE;
          case CODE -> "t.code";
          case GIVEN -> "to_char(l.opened_on, 'YYYY-MM-DD') || t.code";
        };
    return lines(MINE) + ROWS.replace("{key}", key);
  }

  Map<String, Object> arguments() {
    return Map.of(
        "day",
        day,
        "bodies",
        bodies.toArray(Integer[]::new),
        "own",
        actor.bodies().toArray(Integer[]::new),
        "decides",
        decides,
        "me",
        actor.accountId(),
        "whose",
        whose.code());
  }

  Map<String, Object> arguments(WorkFilter filter, int limit) {
    Map<String, @Nullable Object> arguments = new HashMap<>(arguments());
    arguments.put("groups", filter.groups().stream().map(WorkGroup::code).toArray(String[]::new));
    arguments.put("part", filter.chip().part());
    arguments.put("words", filter.words().replaceAll("[%_\\\\]", "\\\\$0"));
    arguments.put("after", filter.after());
    arguments.put("limit", limit);
    @SuppressWarnings("NullAway") // JdbcClient takes null values in its map
    Map<String, Object> named = (Map<String, Object>) (Map<String, ?>) arguments;
    return named;
  }
}
