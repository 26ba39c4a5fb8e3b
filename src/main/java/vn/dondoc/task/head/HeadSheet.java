package vn.dondoc.task.head;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Page;

/** Bảng người đứng đầu và bảng vụ việc, as Excel sheets. */
final class HeadSheet {
  private HeadSheet() {}

  static SheetHead head(Page page, String title, LocalDate day) {
    String written = page.formats().date(day);
    return new SheetHead(
        page.t("task.head.sheet"),
        title,
        page.t("web.period", page.t("task.head.period", written)),
        page.t("web.source", page.t("task.overview.source")),
        page.t("web.as_of", written));
  }

  static List<SheetColumn<Head>> heads(Page page) {
    return List.of(
        new SheetColumn<>("body", page.t("task.duties.body"), Head::body),
        new SheetColumn<>("title", page.t("task.head.title_of"), Head::title),
        new SheetColumn<>("holder", page.t("task.head.holder"), Head::holder),
        new SheetColumn<>("total", page.t("task.head.total"), Head::total),
        new SheetColumn<>("overdue", page.t("task.head.overdue"), Head::overdue),
        new SheetColumn<>("open", page.t(Standing.OPEN.key()), Head::open),
        new SheetColumn<>("explained", page.t(Standing.EXPLAINED.key()), Head::explained),
        new SheetColumn<>("decided", page.t("task.head.decided"), Head::decided),
        new SheetColumn<>("most_late", page.t("task.head.most_late"), Head::mostLate),
        new SheetColumn<>("first_on", page.t("task.head.first_on"), Head::firstOn),
        new SheetColumn<>("evidence", page.t("task.head.evidence"), Head::evidence));
  }

  /**
   * Một dòng của hồ sơ.
   *
   * @param matter vụ việc; null for what another field holds
   * @param proof what another field holds; null for a matter
   */
  record Row(@Nullable HeadMatter matter, @Nullable HeadProof proof) {
    @Nullable Object told(
        Function<HeadMatter, @Nullable Object> ofMatter,
        Function<HeadProof, @Nullable Object> ofProof) {
      return matter != null ? ofMatter.apply(matter) : proof != null ? ofProof.apply(proof) : null;
    }
  }

  static Stream<Row> rows(List<HeadMatter> matters, List<HeadProof> proofs) {
    return Stream.concat(
        matters.stream().map(matter -> new Row(matter, null)),
        proofs.stream().map(proof -> new Row(null, proof)));
  }

  static List<SheetColumn<Row>> matters(Page page) {
    return List.of(
        column("code", page.t("task.column.code"), HeadMatter::code, p -> p.line().document()),
        column(
            "action", page.t("task.column.action"), m -> m.words().action(), p -> p.line().what()),
        column("paragraph", page.t("task.column.paragraph"), m -> m.words().paragraph()),
        column(
            "consequence",
            page.t("task.column.consequence"),
            m -> m.words().consequence(),
            p -> page.t("task.head.evidence")),
        column("quote", page.t("task.column.quote"), m -> m.words().quote(), p -> p.line().why()),
        column("body", page.t("task.duties.body"), m -> m.whose().body(), p -> p.whose().body()),
        column(
            "title", page.t("task.head.title_of"), m -> m.whose().title(), p -> p.whose().title()),
        column("original_due", page.t("task.duties.original_due"), m -> m.life().originalDue()),
        column("due", page.t("task.column.due"), m -> m.life().due()),
        column("late_on", page.t("task.head.late_on"), HeadMatter::lateOn, p -> p.line().on()),
        column("most_late", page.t("task.head.most_late"), HeadMatter::mostLate),
        column(
            "timing",
            page.t("task.duties.timing"),
            m -> page.t("task.timing." + m.life().timing().name().toLowerCase(Locale.ROOT))),
        column("reported_on", page.t("task.life.reported"), m -> m.life().reportedOn()),
        column("standing", page.t("task.head.standing"), m -> page.t(m.standing().key())),
        column(
            "comment",
            page.t("task.head.evidence.comment"),
            m -> null,
            p ->
                p.line().comments().stream()
                    .map(HeadEvidence.Comment::words)
                    .collect(Collectors.joining("; "))));
  }

  private static SheetColumn<Row> column(
      String key, String title, Function<HeadMatter, @Nullable Object> ofMatter) {
    return column(key, title, ofMatter, proof -> null);
  }

  private static SheetColumn<Row> column(
      String key,
      String title,
      Function<HeadMatter, @Nullable Object> ofMatter,
      Function<HeadProof, @Nullable Object> ofProof) {
    return new SheetColumn<>(key, title, row -> row.told(ofMatter, ofProof));
  }
}
