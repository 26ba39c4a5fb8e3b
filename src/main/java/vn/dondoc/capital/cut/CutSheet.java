package vn.dondoc.capital.cut;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.web.Page;

/** Cắt giảm as an Excel sheet: what was proposed as a cut, then what transfers took away. */
final class CutSheet {
  private CutSheet() {}

  /**
   * Một dòng của bảng.
   *
   * @param line what was taken from
   * @param amountVnd how much
   * @param reason why
   * @param why in words
   * @param state how it stands
   * @param paper by which document
   * @param cut the cut; null for a transfer
   */
  record Row(
      Cut.Line line,
      long amountVnd,
      CutReason reason,
      @Nullable String why,
      String state,
      Paper paper,
      @Nullable Cut cut) {
    <T> @Nullable T of(Function<Cut, @Nullable T> told) {
      return cut == null ? null : told.apply(cut);
    }
  }

  /** Quyết định. */
  record Paper(@Nullable String number, @Nullable LocalDate on) {
    static final Paper NONE = new Paper(null, null);
  }

  static Stream<Row> rows(List<Cut> cuts, List<Moved> moved, Page page) {
    return Stream.concat(
        cuts.stream().map(cut -> row(cut, page)), moved.stream().map(one -> row(one, page)));
  }

  private static Row row(Cut cut, Page page) {
    Cut.End end = cut.end();
    return new Row(
        cut.line(),
        cut.cutVnd(),
        cut.content().reason(),
        cut.content().why(),
        page.t(cut.state(page.day()).key()),
        end == null ? Paper.NONE : new Paper(end.document(), end.signedOn()),
        cut);
  }

  private static Row row(Moved one, Page page) {
    return new Row(
        one.line(),
        one.amountVnd(),
        one.reason(),
        one.why(),
        page.t("capital.cut.state.moved"),
        new Paper(one.document(), one.on()),
        null);
  }

  static List<SheetColumn<Row>> columns(Page page) {
    String millions = " (" + page.t("capital.millions") + ")";
    return List.of(
        new SheetColumn<>("owner", page.t("capital.owner"), r -> r.line().owner()),
        new SheetColumn<>("project", page.t("capital.owner.project"), r -> r.line().project()),
        new SheetColumn<>("pool", page.t("capital.owner.pool"), r -> r.line().pool()),
        new SheetColumn<>(
            "amount", page.t("capital.cut.amount") + millions, r -> Millions.cell(r.amountVnd())),
        new SheetColumn<>("reason", page.t("capital.cut.reason"), r -> page.t(r.reason().key())),
        new SheetColumn<>("why", page.t("capital.cut.why"), Row::why),
        new SheetColumn<>(
            "evidence", page.t("capital.cut.evidence"), r -> r.of(c -> c.content().evidence())),
        new SheetColumn<>(
            "plan",
            page.t("capital.owner.plan") + millions,
            r -> r.of(c -> Millions.cell(c.content().planVnd()))),
        new SheetColumn<>(
            "disbursed",
            page.t("capital.owner.treasury") + millions,
            r -> r.of(c -> Millions.cell(c.content().disbursedVnd()))),
        new SheetColumn<>(
            "found",
            page.t("capital.cut.found"),
            r ->
                r.of(c ->
                    c.content().found().stream()
                        .map(found -> found.name(page) + ": " + found.hit().words(page.texts()))
                        .collect(Collectors.joining("; ")))),
        new SheetColumn<>(
            "on", page.t("capital.cut.proposed_on"), r -> r.of(c -> c.content().on())),
        new SheetColumn<>(
            "answer", page.t("capital.cut.answer_by"), r -> r.of(c -> c.content().answerBy())),
        new SheetColumn<>(
            "comment",
            page.t("capital.cut.comment"),
            r ->
                r.of(c ->
                    c.comments().stream()
                        .map(Cut.Comment::words)
                        .collect(Collectors.joining("; ")))),
        new SheetColumn<>("state", page.t("capital.cut.state"), Row::state),
        new SheetColumn<>("document", page.t("capital.cut.document"), r -> r.paper().number()),
        new SheetColumn<>("signed", page.t("capital.cut.signed"), r -> r.paper().on()));
  }
}
