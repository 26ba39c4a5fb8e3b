package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.matrix.Succession;
import vn.dondoc.rural.plan.Chances;
import vn.dondoc.rural.plan.PlanFilter;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Days;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Các chỉ tiêu as a page shows them.
 *
 * @param when the year and the day asked for
 * @param on as at the end of this day
 * @param lines the targets
 * @param succession the set of the day followed another and not every commune has reported by it
 */
record TargetView(
    PlanFilter when, LocalDate on, List<Reached> lines, @Nullable Succession succession) {
  /** The same question at another path. */
  ListAddress address(String path) {
    LocalDate day = when.day();
    return new ListAddress(
        path,
        Map.of("nam", Integer.toString(when.year()), "ngay", day == null ? "" : day.toString()));
  }

  /** The day asked for, as a field shows it. */
  String day() {
    return Days.written(when.day());
  }

  /** The targets on the last day of the set before. */
  String before(Succession older) {
    return address("/nong-thon-moi/chi-tieu").with("ngay", older.lastDay().toString());
  }

  /** A target on the day asked for. */
  String one(Reached line) {
    return address("/nong-thon-moi/chi-tieu/" + line.target().id()).with(Asked.AFTER, "");
  }

  /** The state in words: what is measured by a set nobody reported by says so. */
  static String told(Reached line, Page page) {
    return line.state() == Target.State.NOT_REPORTED && line.set() != null
        ? page.t("rural.target.state.no_report_by", line.set())
        : page.t(state(line));
  }

  static String name(Reached line, Page page) {
    return line.target().name().in(page.texts().language() == Language.EN);
  }

  /** "13", "11,5–12". */
  static String aim(Reached line, Page page) {
    Target.Aim aim = line.target().aim();
    String low = plain(aim.low(), page);
    BigDecimal high = aim.high();
    return high == null ? low : low + "–" + plain(high, page);
  }

  private static String plain(BigDecimal number, Page page) {
    return page.formats().decimal(number, Math.max(0, number.stripTrailingZeros().scale()));
  }

  static String value(Reached line, Page page) {
    return number(line.value(), line, page);
  }

  /** What its value is held against, in words. */
  static String of(Reached line, Page page) {
    String unit = page.t(line.target().aim().unit());
    return line.target().measure() == Target.Measure.EACH
        ? page.t("rural.target.of_each", aim(line, page), unit)
        : page.t("rural.target.of", aim(line, page), unit);
  }

  /** How much of its denominator it aims at: "53 %"; empty where the two are not of one kind. */
  static String part(Reached line, Page page) {
    BigDecimal aimed = aimedShare(line);
    return aimed == null ? "" : percent(aimed, page);
  }

  /** The same in percent; null where the two are not of one kind. */
  static @Nullable BigDecimal aimedShare(Reached line) {
    Target.Aim aim = line.target().aim();
    boolean counts = line.target().measure() != Target.Measure.MEAN && aim.high() == null;
    return counts && aim.low().compareTo(BigDecimal.valueOf(aim.denominator())) < 0
        ? share(aim.low(), aim)
        : null;
  }

  /** How much of its denominator is reached, in percent; null where nothing is known. */
  static @Nullable BigDecimal reachedShare(Reached line) {
    BigDecimal value = line.value();
    return value == null || aimedShare(line) == null ? null : share(value, line.target().aim());
  }

  private static BigDecimal share(BigDecimal part, Target.Aim aim) {
    BigDecimal whole = BigDecimal.valueOf(aim.denominator());
    return part.movePointRight(2).divide(whole, 4, RoundingMode.HALF_UP);
  }

  /** How much of its denominator is reached; empty where nothing is known. */
  static String reachedPart(Reached line, Page page) {
    BigDecimal reached = reachedShare(line);
    return reached == null ? "" : percent(reached, page);
  }

  private static String percent(BigDecimal share, Page page) {
    return page.t("web.percent", page.formats().decimal(share, 0));
  }

  /** Where a unit stands of its own aim. */
  static Target.State stateOf(Counted.OfUnit unit, Reached line) {
    Counted.Said last = unit.last();
    if (last == null) {
      return Target.State.NOT_REPORTED;
    }
    return last.value().compareTo(line.target().aim().low()) >= 0
        ? Target.State.REACHED
        : Target.State.BEHIND;
  }

  /** The same in words: how many a unit still lacks. */
  static String told(Counted.OfUnit unit, Reached line, Page page) {
    Counted.Said last = unit.last();
    Target.State state = stateOf(unit, line);
    return last == null || state == Target.State.REACHED
        ? page.t(state(state))
        : page.t(
            "rural.target.lacks",
            page.formats().decimal(line.target().aim().low().subtract(last.value()), 0));
  }

  static String number(@Nullable BigDecimal value, Reached line, Page page) {
    if (value == null) {
      return "–";
    }
    boolean mean = line.target().measure() == Target.Measure.MEAN;
    String number = page.formats().decimal(value, mean ? 2 : 0);
    return line.target().measure() == Target.Measure.EACH
        ? number + "/" + page.formats().count(line.target().aim().denominator())
        : number;
  }

  static String state(Reached line) {
    return state(line.state());
  }

  private static String state(Target.State state) {
    return "rural.target.state." + state.name().toLowerCase(Locale.ROOT);
  }

  /** Which number it is, from which source, and what is counted in. */
  static String measure(Reached line, Page page) {
    Target target = line.target();
    String key = "rural.target.measure." + target.measure().name().toLowerCase(Locale.ROOT);
    boolean counts = target.aim().base().signum() > 0;
    String told =
        target.aim().criteria() == null
            ? page.t(key)
            : page.t(key, page.formats().count(target.aim().criteria()));
    return counts
        ? page.t(
            "rural.target.measure.base",
            told,
            page.formats().decimal(target.aim().base(), 0),
            page.t(target.aim().unit()),
            page.t(target.plan().source()))
        : told;
  }

  /** Style and icon of each state: never colour alone. */
  static String style(Target.State state) {
    return switch (state) {
      case REACHED -> "tag-ok";
      case ON_THE_WAY -> "tag-info";
      case BEHIND -> "tag-due";
      case MISSED -> "tag-bad";
      case NOT_REPORTED -> "tag-nil";
    };
  }

  static String icon(Target.State state) {
    return switch (state) {
      case REACHED -> "check-circle-fill";
      case ON_THE_WAY -> "arrow-right-circle";
      case BEHIND -> "exclamation-triangle-fill";
      case MISSED -> "x-octagon-fill";
      case NOT_REPORTED -> "dash-circle";
    };
  }

  static @Nullable String chance(Reached line, Page page) {
    Double chance = line.chance();
    return chance == null ? null : Chances.written(chance, page);
  }

  static List<Map.Entry<LocalDate, BigDecimal>> course(Reached line) {
    return List.copyOf(line.course().entrySet());
  }
}
