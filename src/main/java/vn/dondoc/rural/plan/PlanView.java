package vn.dondoc.rural.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.Outlook;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.matrix.Result;
import vn.dondoc.rural.matrix.Succession;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Yardstick;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Kế hoạch as a page shows it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param lines the lines of this page
 * @param counts of the whole question
 * @param named names of the bodies, by id
 * @param tasks codes of the tasks, by id
 * @param measured what the lines are measured by
 * @param forecast how likely the communes come in time; null when nothing can be told
 * @param more there is another page
 */
record PlanView(
    PlanFilter filter,
    ListAddress address,
    List<PlanLine> lines,
    PlanCounts counts,
    Map<Integer, String> named,
    Map<Long, String> tasks,
    Plans.Measured measured,
    @Nullable Forecast forecast,
    boolean more) {
  /** Part of the risk below which an indicator is not told. */
  private static final double LEAST_WEIGHT = 0.05;

  Yardstick yardstick() {
    return measured.yardstick();
  }

  /** Lines of today's set as they stand today are changed here; older ones are only read. */
  boolean writes() {
    return filter.day() == null && !measured.ended();
  }

  /** Whether the viewer changes this line: who owes it does. */
  boolean writes(PlanLine line) {
    return writes() && Plans.mayChange(line);
  }

  /** The same question on the last day of the set before. */
  String before(Succession succession) {
    return address.with(PlanRequest.DAY, succession.lastDay().toString());
  }

  /** The same lines at another address. */
  PlanView of(String path) {
    return new PlanView(
        filter,
        new ListAddress(path, address.asked()),
        lines,
        counts,
        named,
        tasks,
        measured,
        forecast,
        more);
  }

  /** The register of projects asked for that of a line. */
  String project(PlanLine line) {
    String named = Objects.requireNonNullElse(line.owed().project(), "");
    int dash = named.indexOf(" – ");
    return new ListAddress("/du-an", Map.of())
        .with("tim", dash < 0 ? named : named.substring(0, dash));
  }

  /** What the list was asked, for a form that comes back to it. */
  Map<String, String> asked() {
    Map<String, String> asked = GiveView.filter(address.asked());
    asked.put(PlanRequest.YEAR, Integer.toString(filter.year()));
    return asked;
  }

  /** The same question today. */
  String today() {
    Map<String, String> kept = new java.util.LinkedHashMap<>(address.asked());
    kept.keySet().removeAll(List.of(PlanRequest.DAY, PlanRequest.YEAR));
    return new ListAddress(address.path(), kept).with(vn.dondoc.web.Asked.AFTER, "");
  }

  /** The plan of a commune on the same day. */
  String unit(PlanLine.Unit unit) {
    return at(PlanPage.PATH + "/" + unit.id());
  }

  /** Another page of the plan or its forecast, of the same year and day. */
  String at(String path) {
    java.time.LocalDate day = filter.day();
    return path + "?nam=" + filter.year() + (day == null ? "" : "&" + PlanRequest.DAY + "=" + day);
  }

  /** The page tells the forecast itself. */
  boolean isForecast() {
    return address.path().equals(ForecastPage.PATH);
  }

  /** Says that a day of the past is told, by which set, and what can be done with it. */
  String pastWords(Page page) {
    String key = measured.ended() ? "rural.plan.of_ended" : "rural.plan.of_day";
    return page.t(
        isForecast() ? "rural.forecast.of_day" : key,
        yardstick().set().code(),
        page.formats().date(measured.day()));
  }

  Indicator indicator(PlanLine line) {
    return Objects.requireNonNull(yardstick().indicators().get(line.indicatorId()));
  }

  String name(PlanLine line, Page page) {
    return indicator(line).name().in(page.texts().language() == Language.EN);
  }

  /** The body that owes a line. */
  String body(PlanLine line, Page page) {
    Integer body = line.owed().bodyId();
    return body == null ? page.t("rural.plan.no_body") : named.getOrDefault(body, "–");
  }

  /** The body that is asked to take the line over; null where nobody is. */
  @Nullable String asked(PlanLine line) {
    Integer asked = line.hands().askedBodyId();
    return asked == null ? null : named.getOrDefault(asked, "–");
  }

  /** Why it is another body's turn than that which owes the line. */
  String why(PlanLine line, Page page) {
    return page.t(
        line.waits() ? "rural.plan.turn.waiting" : "rural.plan.turn.returned", body(line, page));
  }

  /** Whose result a line waits for, and since when; null where it waits for none. */
  @Nullable String awaited(PlanLine line, Page page) {
    return line.waits()
        ? page.t(
            "rural.plan.waits_for",
            Objects.requireNonNullElse(line.found().said(), "–"),
            page.formats().date(line.found().waitingSince()))
        : null;
  }

  /** The body whose turn it is; null where it is that of the body that owes the line. */
  @Nullable String turn(PlanLine line) {
    Integer turn = line.found().turnBodyId();
    return turn == null || turn.equals(line.owed().bodyId()) ? null : named.getOrDefault(turn, "–");
  }

  /** What the line asks to be done until its body writes its own words. */
  String proposal(PlanLine line, Page page) {
    return new Proposal(line, yardstick(), filter.year()).words(measured.day(), page.texts());
  }

  /** Values with their names where there are several. */
  String value(PlanLine line, Page page) {
    return value(line.found().figures(), indicator(line), page);
  }

  /** A yes or no says no more than the state beside it. */
  boolean tellsMore(PlanLine line, Page page) {
    return !value(line, page).equalsIgnoreCase(page.t(result(line).key()));
  }

  static String value(List<@Nullable BigDecimal> figures, Indicator indicator, Page page) {
    String told = Figures.shown(figures, indicator, page);
    return told.isEmpty() ? page.t("rural.plan.not_reported") : told;
  }

  /** Where a line stands, in the words of the matrix. */
  Result result(PlanLine line) {
    return line.result(measured.day());
  }

  /** It was to be there before the day its dates are held against. */
  boolean late(PlanLine line) {
    return line.isLate(measured.seen());
  }

  @Nullable String next() {
    return more ? address.after(lines.getLast().key()) : null;
  }

  /** How likely a commune meets everything; null when nothing can be told. */
  @Nullable Outlook outlook(int unit) {
    return forecast == null ? null : forecast.units().get(unit);
  }

  static String chance(double probability, Page page) {
    return Chances.written(probability, page);
  }

  /** The reasons of a forecast in words, the weightiest first. */
  List<String> reasons(Outlook outlook, Page page) {
    boolean sure = forecast != null && outlook.at(forecast.by()) > Chances.SURE;
    if (sure) {
      return List.of();
    }
    Map<Integer, Setback> setbacks =
        new java.util.TreeMap<>(forecast == null ? Map.of() : forecast.setbacks(outlook.unit()));
    List<String> reasons = new ArrayList<>();
    for (Outlook.Reason reason : outlook.reasons()) {
      if (reason.weight() >= LEAST_WEIGHT) {
        Setback setback = setbacks.remove(reason.indicator());
        String told =
            page.t(
                "rural.plan.reason",
                named(reason.indicator(), page),
                chance(reason.chance(), page),
                chance(reason.weight(), page));
        reasons.add(setback == null ? told : told + "; " + page.t(setback.key()));
      }
    }
    setbacks.forEach(
        (indicator, setback) -> reasons.add(named(indicator, page) + ": " + page.t(setback.key())));
    return reasons;
  }

  private String named(int id, Page page) {
    Indicator indicator = Objects.requireNonNull(yardstick().indicators().get(id));
    return indicator.number() + " " + indicator.name().in(page.texts().language() == Language.EN);
  }

  /** Code of the task a line is followed as; null when it is not. */
  @Nullable String task(PlanLine line) {
    Long task = line.owed().taskId();
    return task == null ? null : tasks.get(task);
  }

  /** That the task a line was followed as was taken back, and when; null when none was. */
  @Nullable String ended(PlanLine line, Page page) {
    PlanLine.Ended ended = line.ended();
    return ended == null
        ? null
        : page.t(
            "rural.plan.task_ended." + ended.state(),
            tasks.getOrDefault(ended.taskId(), ""),
            page.formats().date(ended.on()));
  }

  /** Lines of what was reported and is not met. */
  long wanting() {
    return of(PlanLine.Kind.MISSING).stream().filter(line -> line.found().reported()).count();
  }

  /** Lines of what nobody reported: a state, no zero. */
  long unreported() {
    return of(PlanLine.Kind.MISSING).size() - wanting();
  }

  /** Lines of one kind. */
  List<PlanLine> of(PlanLine.Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).collect(Collectors.toList());
  }
}
