package vn.dondoc.capital.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTab;
import vn.dondoc.web.Page;

/** Danh sách chậm as a workbook: a row a line and rule; owners and how far they can be believed. */
final class SlowSheet {
  private SlowSheet() {}

  /** A rule a line breaks. */
  record Row(SlowLine line, SlowLine.Hit hit) {}

  static List<SheetTab<?>> tabs(SlowView view, Page page) {
    List<Row> rows = new ArrayList<>();
    for (SlowLine line : view.found()) {
      line.hits().stream()
          .filter(hit -> view.filter().rule().isEmpty() || hit.rule().equals(view.filter().rule()))
          .forEach(hit -> rows.add(new Row(line, hit)));
    }
    return List.of(
        new SheetTab<>(head(view, page, "capital.slow.sheet"), columns(view, page), rows),
        new SheetTab<>(
            head(view, page, "capital.slow.owners"),
            owners(page),
            OwnerSlow.of(view.picture(), view.found())));
  }

  private static SheetHead head(SlowView view, Page page, String key) {
    return new SheetHead(
        page.t(key),
        page.t("capital.slow.title"),
        page.t("web.period", Integer.toString(view.filter().day().getYear())),
        page.t("web.source", page.t("capital.slow.source")),
        view.signed().asOf(page));
  }

  private static List<SheetColumn<Row>> columns(SlowView view, Page page) {
    return List.of(
        new SheetColumn<>("owner", page.t("capital.owner"), r -> r.line().owner()),
        new SheetColumn<>("code", page.t("capital.slow.code"), r -> r.line().project().code()),
        new SheetColumn<>(
            "project", page.t("capital.owner.project"), r -> r.line().project().name()),
        new SheetColumn<>("pool", page.t("capital.owner.pool"), r -> r.line().pool().name()),
        new SheetColumn<>(
            "plan",
            page.t("capital.owner.plan") + " (" + page.t("capital.millions") + ")",
            r -> Millions.cell(r.line().money().plan())),
        new SheetColumn<>(
            "disbursed",
            page.t("capital.owner.treasury") + " (" + page.t("capital.millions") + ")",
            r -> Millions.cell(r.line().money().disbursed())),
        new SheetColumn<>(
            "rate",
            page.t("capital.slow.rate"),
            r ->
                r.line()
                    .money()
                    .rate()
                    .movePointRight(2)
                    .setScale(2, java.math.RoundingMode.HALF_UP)),
        new SheetColumn<>("rule", page.t("capital.slow.rule"), r -> view.rule(r.hit(), page)),
        new SheetColumn<>("value", page.t("capital.slow.value"), r -> r.hit().value()),
        new SheetColumn<>("threshold", page.t("capital.slow.threshold"), r -> r.hit().threshold()),
        new SheetColumn<>("words", page.t("capital.slow.found"), r -> r.hit().words(page.texts())),
        new SheetColumn<>("clause", page.t("capital.slow.clause"), r -> r.hit().clause()),
        new SheetColumn<>("basis", page.t("capital.slow.basis"), r -> r.hit().basis()),
        new SheetColumn<>(
            "trouble", page.t("capital.owner.trouble"), r -> view.trouble(r.line(), page)),
        new SheetColumn<>(
            "proposal", page.t("capital.owner.proposal"), r -> r.line().trouble().proposal()),
        new SheetColumn<>(
            "authority", page.t("capital.owner.authority"), r -> authority(view, r, page)));
  }

  private static @Nullable String authority(SlowView view, Row row, Page page) {
    String code = row.line().trouble().authority();
    return code == null ? null : view.choices().name(OwnerReport.AUTHORITY, code, page);
  }

  private static List<SheetColumn<OwnerSlow>> owners(Page page) {
    return List.of(
        new SheetColumn<>("owner", page.t("capital.owner"), OwnerSlow::name),
        new SheetColumn<>(
            "plan",
            page.t("capital.owner.plan") + " (" + page.t("capital.millions") + ")",
            o -> Millions.cell(o.money().plan())),
        new SheetColumn<>(
            "disbursed",
            page.t("capital.owner.treasury") + " (" + page.t("capital.millions") + ")",
            o -> Millions.cell(o.money().disbursed())),
        new SheetColumn<>("slow", page.t("capital.slow.lines"), o -> o.slow().size()),
        new SheetColumn<>(
            "promises", page.t("capital.slow.promises"), o -> count(o, Count.PROMISES)),
        new SheetColumn<>("kept", page.t("capital.slow.kept"), o -> count(o, Count.KEPT)),
        new SheetColumn<>("late", page.t("capital.slow.late"), o -> count(o, Count.LATE)),
        new SheetColumn<>("missing", page.t("capital.slow.missing"), o -> count(o, Count.MISSING)),
        new SheetColumn<>(
            "promised",
            page.t("capital.owner.promised_before") + " (" + page.t("capital.millions") + ")",
            o -> o.reliability() == null ? null : Millions.cell(o.reliability().promisedVnd())),
        new SheetColumn<>(
            "came",
            page.t("capital.slow.came") + " (" + page.t("capital.millions") + ")",
            o -> o.reliability() == null ? null : Millions.cell(o.reliability().cameVnd())));
  }

  private enum Count {
    PROMISES,
    KEPT,
    LATE,
    MISSING
  }

  private static @Nullable Integer count(OwnerSlow owner, Count count) {
    Reliability told = owner.reliability();
    if (told == null) {
      return null;
    }
    return switch (count) {
      case PROMISES -> told.promises();
      case KEPT -> told.kept();
      case LATE -> told.late();
      case MISSING -> told.missing();
    };
  }
}
