package vn.dondoc.capital.cockpit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.rate.Rate;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Danh sách dòng vốn as the page shows it.
 *
 * @param filter what was asked
 * @param asked the same as the address says it
 * @param sort the order
 * @param lines of this page
 * @param whole all of them added up
 * @param more there is another page
 * @param naming what keys are called
 * @param definitions every definition there is
 */
record LinesView(
    CockpitFilter filter,
    Map<String, String> asked,
    LineSort sort,
    List<LineStore.Line> lines,
    Figures whole,
    boolean more,
    Naming naming,
    List<RateDefinition> definitions) {
  static final String PATH = "/von/dong";

  /**
   * What the list is narrowed to.
   *
   * @param parameter of the address
   * @param words what it is called
   */
  record About(String parameter, String words) {}

  ListAddress address() {
    return new ListAddress(PATH, asked);
  }

  String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  @Nullable String next() {
    return more ? address().after(lines.getLast().id()) : null;
  }

  /** The page of all these lines together. */
  String cockpit() {
    Map<String, String> kept = new LinkedHashMap<>(asked);
    List.of("xep", "sau").forEach(kept::remove);
    return new ListAddress(CockpitView.PATH, kept).with("xep", "");
  }

  /** Everything it is narrowed to, to be taken out one by one. */
  List<About> about(Page page) {
    List<About> about = new ArrayList<>();
    filter.chosen().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one ->
            about.add(
                new About(
                    one.getKey().word(),
                    page.t(one.getKey().key() + ".name")
                        + ": "
                        + naming.of(one.getKey(), one.getValue()))));
    if (!filter.cause().isEmpty()) {
      about.add(
          new About(
              CockpitFilter.CAUSE,
              filter.cause().equals("*")
                  ? page.t("capital.blocked.any")
                  : page.t("capital.blocked.by", naming.cause(filter.cause()))));
    }
    if (filter.only() != CockpitFilter.Only.ALL) {
      about.add(new About(CockpitFilter.ONLY, page.t(only(filter.only()))));
    }
    return about;
  }

  static String only(CockpitFilter.Only only) {
    return "capital.only." + only.name().toLowerCase(Locale.ROOT);
  }

  String source(LineStore.Line line) {
    return naming.source(line.source().code(), line.source().vintage(), line.source().originYear());
  }

  String causes(LineStore.Line line) {
    return String.join("; ", line.causes().stream().map(naming::cause).toList());
  }

  /** Plan assigned to pools has no share in a line. */
  @Nullable Rate rate(Figures figures) {
    return rate(filter, figures);
  }

  static @Nullable Rate rate(CockpitFilter filter, Figures figures) {
    RateDefinition definition = filter.definition();
    if (definition.denominator().ofPools()) {
      return null;
    }
    if (definition.numerator() == RateDefinition.Numerator.WORK_DONE) {
      return figures.work().lines() == 0 ? null : figures.work().rate();
    }
    return new Rate(figures.disbursed(), figures.plan());
  }

  @Nullable Long idle(Figures figures) {
    return figures.idle(filter.year(), filter.counted());
  }

  /** The owner's word, or that there is none. */
  String estimate(Figures figures, Page page) {
    return figures.estimate().lines() == 0
        ? page.t("capital.unreported")
        : CockpitView.billions(figures.estimate().amountVnd(), page);
  }
}
