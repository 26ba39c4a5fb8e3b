package vn.dondoc.rural.standard;

import java.util.List;
import java.util.stream.Collectors;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/** Bảng bộ tiêu chí: the indicators with the rule that counts, as an Excel sheet. */
final class SetSheet {
  private SetSheet() {}

  static SheetHead head(SetView view, Page page) {
    return new SheetHead(
        page.t("rural.set.sheet"),
        view.set().name().in(page.texts().language() == Language.EN)
            + " · "
            + UnitGroups.name(view.group(), page),
        page.t("web.period", Integer.toString(view.year())),
        page.t("web.source", page.t(view.set().legalAct())),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  static List<SheetColumn<SetView.Line>> columns(SetView view, Page page) {
    boolean english = page.texts().language() == Language.EN;
    return List.of(
        new SheetColumn<>("criterion", page.t("rural.criterion"), l -> l.criterion().number()),
        new SheetColumn<>(
            "criterion_name",
            page.t("rural.criterion.name"),
            l -> l.criterion().name().in(english)),
        new SheetColumn<>("indicator", page.t("rural.indicator"), l -> l.indicator().number()),
        new SheetColumn<>(
            "indicator_name",
            page.t("rural.indicator.name"),
            l -> l.indicator().name().in(english)),
        new SheetColumn<>("rule", page.t("rural.rule"), l -> SetView.rule(l, page)),
        new SheetColumn<>(
            "figures",
            page.t("rural.figures"),
            l ->
                l.indicator().parts().stream()
                    .map(part -> page.t(part.name()))
                    .collect(Collectors.joining("; "))),
        new SheetColumn<>("owner", page.t("rural.owner"), l -> l.indicator().dataOwner()),
        new SheetColumn<>(
            "responsibility",
            page.t("rural.responsibility"),
            l -> page.t(key(l.indicator().responsibility()))),
        new SheetColumn<>(
            "confidence",
            page.t("rural.confidence"),
            l -> l.isUnverified() ? page.t("rural.unverified") : null));
  }

  static String key(Criterion.Responsibility who) {
    return "rural.responsibility." + who.name().toLowerCase(java.util.Locale.ROOT);
  }
}
