package vn.dondoc.rural.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.planning.Outlook;
import vn.dondoc.rural.assessment.Figures;
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
 * @param yardstick what the lines are measured by
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
    Yardstick yardstick,
    @Nullable Forecast forecast,
    boolean more) {

  Indicator indicator(PlanLine line) {
    return Objects.requireNonNull(yardstick.indicators().get(line.indicatorId()));
  }

  String name(PlanLine line, Page page) {
    return indicator(line).name().in(page.texts().language() == Language.EN);
  }

  String body(PlanLine line, Page page) {
    Integer body = line.owed().bodyId();
    return body == null ? page.t("rural.plan.no_body") : named.getOrDefault(body, "–");
  }

  /** Values with their names where there are several. */
  String value(PlanLine line, Page page) {
    return value(line.found().figures(), indicator(line), page);
  }

  static String value(List<@Nullable BigDecimal> figures, Indicator indicator, Page page) {
    String told = Figures.shown(figures, indicator, page);
    return told.isEmpty() ? page.t("rural.plan.not_reported") : told;
  }

  /** Where a line stands: the words and the style of its tag. */
  Tag tag(PlanLine line, Page page) {
    if (line.isLate(page.day())) {
      return new Tag("rural.plan.state.late", "tag-bad", "exclamation-triangle-fill");
    }
    if (line.found().returned()) {
      return new Tag("rural.plan.state.returned", "tag-no", "arrow-left");
    }
    if (line.found().waitingSince() != null) {
      return new Tag("rural.plan.state.waiting", "tag-rev", "hourglass-split");
    }
    if (line.kind() == PlanLine.Kind.KEEP) {
      return new Tag("rural.plan.state.keep", "tag-ok", "check-circle-fill");
    }
    return line.found().reported()
        ? new Tag("rural.plan.state.missing", "tag-no", "x-circle")
        : new Tag("rural.plan.state.not_reported", "tag-nil", "dash-circle");
  }

  /** Chữ, màu và biểu tượng của trạng thái. */
  record Tag(String key, String style, String icon) {}

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
    return outlook.reasons().stream()
        .filter(reason -> reason.weight() >= 0.05)
        .map(reason -> {
          Indicator indicator =
              Objects.requireNonNull(yardstick.indicators().get(reason.indicator()));
          return page.t(
              "rural.plan.reason",
              indicator.number(),
              indicator.name().in(page.texts().language() == Language.EN),
              chance(reason.chance(), page),
              chance(reason.weight(), page));
        })
        .toList();
  }

  /** Code of the task a line is followed as; null when it is not. */
  @Nullable String task(PlanLine line) {
    Long task = line.owed().taskId();
    return task == null ? null : tasks.get(task);
  }

  /** Lines of one kind. */
  List<PlanLine> of(PlanLine.Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).collect(Collectors.toList());
  }
}
