package vn.dondoc.rural.evidence;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.rural.evidence.EvidenceListStore.Choices;
import vn.dondoc.rural.evidence.EvidenceListStore.Line;
import vn.dondoc.rural.evidence.EvidenceListStore.Unit;
import vn.dondoc.rural.form.EntryWords;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Danh sách minh chứng as its page shows it.
 *
 * @param filter what was asked
 * @param asked what the address says
 * @param choices what there is to choose from
 * @param lines of this page
 * @param count how many there are
 * @param next key of the last line when there are more
 */
record EvidenceView(
    EvidenceFilter filter,
    Map<String, String> asked,
    Choices choices,
    List<Line> lines,
    long count,
    @Nullable Long next) {
  private static final int KILOBYTE = 1024;

  ListAddress address() {
    return new ListAddress(EvidencePage.PATH, asked);
  }

  /** Communes share names: the district and the official code tell which one it is. */
  static String choice(Unit unit) {
    String above = unit.above() == null ? "" : ", " + unit.above();
    return unit.name() + above + " (" + unit.code() + ")";
  }

  boolean isAsked(Unit unit) {
    return filter.unit() != null && filter.unit() == unit.id();
  }

  /** A month of the choices as a person reads it. */
  static String month(String choice, Page page) {
    return choice.equals(EvidenceFilter.NO_MONTH)
        ? page.t("rural.evidence.no_month")
        : EntryWords.month(YearMonth.parse(choice).atDay(1));
  }

  static String month(Line line, Page page) {
    YearMonth month = line.month();
    return month == null ? page.t("rural.evidence.no_month") : EntryWords.month(month.atDay(1));
  }

  /** The month asked for. */
  String period(Page page) {
    return filter.month().isEmpty() ? page.t("rural.evidence.months") : month(filter.month(), page);
  }

  static String kilobytes(Line line, Page page) {
    return page.formats().count(Math.max(1, line.size() / KILOBYTE));
  }

  static EvidenceFilter.State state(Line line, Page page) {
    return line.expiresOn() == null
        ? EvidenceFilter.State.LASTING
        : line.expiresOn().isBefore(page.day())
            ? EvidenceFilter.State.ENDED
            : EvidenceFilter.State.VALID;
  }

  SheetHead head(Page page) {
    return new SheetHead(
        page.t("rural.evidence.title"),
        page.t("rural.evidence.title"),
        page.t("web.period", period(page)),
        page.t("web.source", page.t("rural.evidence.source")),
        page.t("web.as_of", page.formats().date(page.day())));
  }

  List<SheetColumn<Line>> columns(Page page) {
    return List.of(
        new SheetColumn<>("code", page.t("rural.matrix.code"), l -> l.unit().code()),
        new SheetColumn<>("commune", page.t("rural.commune"), l -> l.unit().name()),
        new SheetColumn<>("district", page.t("rural.matrix.district"), l -> l.unit().above()),
        new SheetColumn<>("indicator", page.t("rural.indicator"), Line::indicator),
        new SheetColumn<>(
            "indicator_name", page.t("rural.indicator.name"), l -> page.t(l.called())),
        new SheetColumn<>("month", page.t("rural.month"), l -> month(l, page)),
        new SheetColumn<>("file", page.t("rural.evidence.file"), Line::file),
        new SheetColumn<>("bytes", page.t("rural.evidence.bytes"), Line::size),
        new SheetColumn<>(
            "state", page.t("rural.evidence.state"), l -> page.t(state(l, page).key())),
        new SheetColumn<>("until", page.t("rural.evidence.until"), Line::expiresOn),
        new SheetColumn<>("sent", page.t("rural.evidence.sent"), Line::on),
        new SheetColumn<>("by", page.t("rural.evidence.by"), Line::by));
  }
}
