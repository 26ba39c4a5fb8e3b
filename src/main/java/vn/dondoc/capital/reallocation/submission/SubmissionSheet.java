package vn.dondoc.capital.reallocation.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.cut.Cut;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SummedSheet;
import vn.dondoc.exchange.SummedSheet.Column;
import vn.dondoc.web.Page;

/** Biểu chi tiết: the annex as a workbook whose sums live. */
final class SubmissionSheet {
  private SubmissionSheet() {}

  static void write(OutputStream out, Submission submission, Page page) throws IOException {
    SheetHead head =
        new SheetHead(
            page.t("capital.paper.sheet"),
            page.t("capital.paper.annex", Integer.toString(submission.year())),
            page.t("web.period", Integer.toString(submission.year())),
            page.t("web.source", page.t("capital.submission.source")),
            page.t("web.as_of", page.formats().date(submission.on())));
    Map<String, List<Row>> pools = new LinkedHashMap<>();
    submission
        .moves()
        .forEach(move ->
            pools
                .computeIfAbsent(move.line().pool().name(), pool -> new ArrayList<>())
                .add(new Row(move, null, null)));
    for (LineName.Pool pool :
        submission.moves().stream().map(move -> move.line().pool()).distinct().toList()) {
      long taken = submission.takenVnd(pool.id());
      long approved = submission.approvedTakenVnd(pool.id());
      if (taken > 0 || approved > 0) {
        Objects.requireNonNull(pools.get(pool.name()))
            .add(new Row(null, taken, submission.isSpokenOf(pool.id()) ? approved : null));
      }
    }
    SummedSheet.write(out, head, columns(submission, page), pools, page.t("capital.paper.total"));
  }

  /**
   * Một dòng of the annex.
   *
   * @param move what changes; null where the pool's unallocated money is told
   * @param takenVnd what is taken from that; null where a line changes
   * @param approvedVnd what decisions take of it; null where a line changes, and before
   */
  private record Row(
      Submission.@Nullable Moved move, @Nullable Long takenVnd, @Nullable Long approvedVnd) {
    @Nullable Object of(Function<Submission.Moved, ? extends @Nullable Object> value) {
      return move == null ? null : value.apply(move);
    }
  }

  private static List<Column<Row>> columns(Submission submission, Page page) {
    return List.of(
        Column.words(
            t(page, "project"),
            24,
            row ->
                row.move() == null
                    ? page.t("capital.submission.unallocated")
                    : row.move().line().project().name()),
        Column.words(page.t("capital.owner"), 19, of(m -> m.line().owner().name())),
        Column.words(t(page, "decision"), 13, of(m -> m.line().project().decision())),
        Column.words(money(page, "total"), 12, of(m -> Millions.cell(m.figures().totalVnd()))),
        Column.words(
            money(page, "medium"), 12, of(m -> Millions.cell(m.figures().mediumTermVnd()))),
        Column.words(
            money(page, "accumulated"), 12, of(m -> Millions.cell(m.figures().accumulatedVnd()))),
        Column.sum(money(page, "before"), of(m -> Millions.cell(m.planVnd()))),
        Column.sum(money(page, "less"), of(m -> m.gives() ? Millions.cell(m.sizeVnd()) : null)),
        Column.sum(money(page, "more"), of(m -> m.gives() ? null : Millions.cell(m.sizeVnd()))),
        Column.formula(money(page, "after"), "G{row}-H{row}+I{row}"),
        Column.words(t(page, "why"), 50, of(m -> m.why().in(page.texts()))),
        Column.words(page.t("capital.submission.kind"), 18, of(m -> reason(m, page))),
        Column.sum(
            money(page, "approved.less"),
            of(m -> m.gives() ? Millions.cell(m.approvedVnd()) : null)),
        Column.sum(
            money(page, "approved.more"),
            of(m -> m.gives() ? null : Millions.cell(m.approvedVnd()))),
        Column.formula(money(page, "decided"), "G{row}-M{row}+N{row}"),
        Column.words(t(page, "decided.by"), 20, of(m -> decision(submission, m))),
        Column.words(t(page, "documents"), 40, of(m -> documents(m, page))),
        Column.words(page.t("capital.cut.comment"), 40, of(m -> comment(m, page))),
        Column.sum(money(page, "unallocated"), row -> Millions.cell(row.takenVnd())),
        Column.sum(money(page, "approved.unallocated"), row -> Millions.cell(row.approvedVnd())));
  }

  private static Function<Row, @Nullable Object> of(
      Function<Submission.Moved, ? extends @Nullable Object> value) {
    return row -> row.of(value);
  }

  private static @Nullable String reason(Submission.Moved move, Page page) {
    Cut cut = move.cut();
    return cut == null ? null : page.t(cut.content().reason().key());
  }

  /** By which decision, with the one of the medium-term plan. */
  private static @Nullable String decision(Submission submission, Submission.Moved move) {
    return submission.decisions().stream()
        .filter(one -> Objects.equals(one.id(), move.decisionId()))
        .map(one ->
            one.mediumTerm() != null && one.raises(move)
                ? one.number() + "; " + one.mediumTerm().number()
                : one.number())
        .findFirst()
        .orElse(null);
  }

  private static String documents(Submission.Moved move, Page page) {
    return move.documentKeys().stream().map(key -> page.t(key)).collect(Collectors.joining("; "));
  }

  private static @Nullable String comment(Submission.Moved move, Page page) {
    Cut cut = move.cut();
    if (cut == null) {
      return null;
    }
    if (!cut.comments().isEmpty()) {
      return cut.comments().getLast().words();
    }
    return cut.content().answerBy() == null ? null : page.t("capital.cut.no_comment");
  }

  private static String t(Page page, String name) {
    return page.t("capital.paper.head." + name);
  }

  private static String money(Page page, String name) {
    return t(page, name) + " (" + page.t("capital.millions") + ")";
  }
}
