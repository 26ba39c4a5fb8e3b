package vn.dondoc.capital.cockpit;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.source.Vintage;

/**
 * The lines a question asks for, with all that is said of each: the one base of every figure and
 * every list, so that a figure and its rows cannot differ.
 */
final class CockpitQuery {
  // A filter that is not set costs nothing: what stands behind its "or" is not looked at.
  static final String BASE =
      """
      with every as (
        select c.*,
               c.source_code || ':' || c.vintage || ':' || (c.origin_year - :year) as k_source,
               coalesce(c.owner_id::text, '-') as k_owner, coalesce(c.sector_code, '-') as k_sector,
               coalesce(c.place::text, '-') as k_place, coalesce(c.year_class, '-') as k_class,
               coalesce(c.programme, '-') as k_programme
          from capital.cockpit_on(:day, :year, :about, :class_on, :units, :tops) c
         where c.vintage = any(:vintages)
           and (c.plan <> 0 or c.disbursed <> 0)
           and (:without::text is null or c.code is distinct from :without::text)),
      base as materialized (
        select e.*, r.disbursed_vnd as estimate, w.work_done_vnd as work
          from every e
          left join lateral (
            select o.disbursed_vnd from capital.owner_report o
             where o.line_id = e.line_id and o.month = :month and o.kind = 'estimate'
               and o.on_day <= :day
             order by o.step desc limit 1) r on true
          left join lateral (
            select o.work_done_vnd from capital.owner_report o
             where :work and o.line_id = e.line_id and o.month between :first and :month
               and o.on_day <= :day and o.work_done_vnd is not null
             order by o.month desc, o.kind, o.step desc limit 1) w on true
         where {chosen}
           and (:words = '' or strpos(e.name_folded, database.fold(:words)) > 0
                or strpos(lower(e.code), lower(:words)) > 0)
           and case :only
                 when 'MONTH' then e.month_disbursed <> 0
                 when 'ZERO' then e.disbursed = 0
                 when 'ADVANCED' then e.outstanding <> 0
                 when 'PAID' then e.volume <> 0
                 when 'UNREPORTED' then r.disbursed_vnd is null
                 when 'REPORTED' then r.disbursed_vnd is not null
                 else true
               end
           and (:cause = ''
                or e.line_id in (select b.line_id from capital.blocked_on(:day, :year) b
                                  where :cause in ('*', b.cause))))
      """
          .replace(
              "{chosen}",
              Arrays.stream(Dimension.values())
                  .map(CockpitQuery::narrowed)
                  .collect(Collectors.joining("\n     and ")));

  private CockpitQuery() {}

  /**
   * Which days a question is about.
   *
   * @param year năm ngân sách
   * @param day the last day counted
   * @param about the day owners, places and sectors are of
   */
  record Days(int year, LocalDate day, LocalDate about) {
    static Days of(CockpitFilter filter) {
      return new Days(filter.year(), filter.counted(), filter.counted());
    }

    /** A year before: the same day, on the map of today. */
    Days before() {
      return new Days(year - 1, day.minusYears(1), about);
    }

    LocalDate month() {
      return day.withDayOfMonth(1);
    }
  }

  private static String narrowed(Dimension dimension) {
    String value = ":f_" + dimension.name().toLowerCase(Locale.ROOT);
    String column = "e." + dimension.column();
    if (dimension == Dimension.SOURCE) {
      // A code means everything below it, whatever the vintage.
      return "("
          + value
          + " in ('', e.source_code, "
          + column
          + ") or starts_with(e.source_code, "
          + value
          + " || '.'))";
    }
    return value + " in ('', " + column + ")";
  }

  static StatementSpec bind(StatementSpec asked, CockpitFilter filter, Days days, Regions map) {
    RateDefinition definition = filter.definition();
    LocalDate lastDay = LocalDate.of(days.year(), 12, 31);
    StatementSpec bound =
        asked
            .param("day", days.day())
            .param("year", days.year())
            .param("about", days.about())
            .param("class_on", days.about().getYear() == days.year() ? days.about() : lastDay)
            .param("first", LocalDate.of(days.year(), 1, 1))
            .param("month", days.month())
            .param("units", map.units(), Types.ARRAY)
            .param("tops", map.tops(), Types.ARRAY)
            .param(
                "vintages",
                definition.vintages().stream().map(Vintage::code).toArray(String[]::new),
                Types.ARRAY)
            .param("without", definition.withoutCode(), Types.VARCHAR)
            .param("work", definition.numerator() == RateDefinition.Numerator.WORK_DONE)
            .param("words", filter.words())
            .param("only", filter.only().name())
            .param("cause", filter.cause());
    for (Dimension dimension : Dimension.values()) {
      bound = bound.param("f_" + dimension.name().toLowerCase(Locale.ROOT), filter.of(dimension));
    }
    return bound;
  }
}
