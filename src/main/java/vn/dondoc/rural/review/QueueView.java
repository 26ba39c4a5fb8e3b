package vn.dondoc.rural.review;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.form.Desk;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Hàng chờ as its page shows it.
 *
 * @param stage whose look it waits for
 * @param filter what was asked
 * @param asked what the address says
 * @param lines of this page
 * @param count how many there are
 * @param next key of the last line when there are more
 * @param communes to filter by
 * @param titles names of every unit, by id
 * @param indicators by id
 */
record QueueView(
    Stage stage,
    QueueFilter filter,
    Map<String, String> asked,
    List<QueueStore.Line> lines,
    long count,
    @Nullable Long next,
    List<Place> communes,
    Map<Integer, Bilingual> titles,
    Map<Integer, Indicator> indicators) {
  ListAddress address() {
    return new ListAddress(stage.path(), asked);
  }

  String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  Indicator indicator(QueueStore.Line line) {
    return Objects.requireNonNull(indicators.get(line.indicatorId()));
  }

  String name(QueueStore.Line line, Page page) {
    return indicator(line).name().in(page.texts().language() == Language.EN);
  }

  Place unit(QueueStore.Line line) {
    return communes.stream()
        .filter(place -> place.id() == line.unitId())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unit " + line.unitId()));
  }

  /** The district of a commune; empty where there is no level between. */
  String above(Place commune, Page page) {
    Bilingual above = titles.get(commune.parentId());
    return above == null ? "" : page.t(above);
  }

  /** Communes share names: the district and the official code tell which one it is. */
  String choice(Place commune, Page page) {
    String above = above(commune, page);
    return commune.name() + (above.isEmpty() ? "" : ", " + above) + " (" + commune.code() + ")";
  }

  String which(Place commune, Page page) {
    String above = above(commune, page);
    return above.isEmpty() ? commune.code() : above + " · " + commune.code();
  }

  static String month(QueueStore.Line line) {
    return Desk.written(YearMonth.from(line.period()));
  }

  String address(QueueStore.Line line) {
    return stage.path()
        + "/"
        + line.unitId()
        + "/"
        + line.criterion()
        + "?ky="
        + YearMonth.from(line.period())
        + "#ct-"
        + line.indicatorId();
  }

  /** The figures as a person reads them. */
  String figures(QueueStore.Line line, Page page) {
    if (line.nothing()) {
      return page.t("rural.entry.nothing");
    }
    if (isYesNo(indicator(line)) && line.verdict() != null) {
      return "";
    }
    return Figures.shown(line.figures(), indicator(line), page);
  }

  /** Its verdict says the same. */
  static boolean isYesNo(Indicator indicator) {
    return indicator.parts().size() == 1 && indicator.parts().getFirst().type() == ValueType.YES_NO;
  }

  static String verdict(QueueStore.Line line) {
    Boolean verdict = line.verdict();
    return "rural.verdict." + (verdict == null ? "unknown" : verdict ? "met" : "unmet");
  }

  SheetHead head(Page page) {
    return new SheetHead(
        page.t(stage.key()),
        page.t(stage.key() + ".queue"),
        "",
        page.t("web.source", page.t("rural.review.source")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  List<SheetColumn<QueueStore.Line>> columns(Page page) {
    return List.of(
        new SheetColumn<>("code", page.t("rural.matrix.code"), l -> unit(l).code()),
        new SheetColumn<>("commune", page.t("rural.commune"), l -> unit(l).name()),
        new SheetColumn<>("district", page.t("rural.matrix.district"), l -> above(unit(l), page)),
        new SheetColumn<>("indicator", page.t("rural.indicator"), l -> indicator(l).number()),
        new SheetColumn<>("indicator_name", page.t("rural.indicator.name"), l -> name(l, page)),
        new SheetColumn<>("month", page.t("rural.month"), QueueView::month),
        new SheetColumn<>("figures", page.t("rural.review.said"), l -> figures(l, page)),
        new SheetColumn<>("verdict", page.t("rural.entry.state"), l -> page.t(verdict(l))),
        new SheetColumn<>("by", page.t("rural.review.by"), QueueStore.Line::by),
        new SheetColumn<>("since", page.t("rural.review.since"), QueueStore.Line::on),
        new SheetColumn<>("owner", page.t("rural.owner"), l -> indicator(l).dataOwner()));
  }
}
