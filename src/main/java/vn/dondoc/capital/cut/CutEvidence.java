package vn.dondoc.capital.cut;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.Millions;
import vn.dondoc.kernel.Acting;
import vn.dondoc.task.head.HeadEvidence;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;

/** Cắt giảm vì chậm, in the file of whoever headed the unit; surplus is held against nobody. */
@Component
class CutEvidence implements HeadEvidence {
  private final Cuts cuts;
  private final Pages pages;

  CutEvidence(Cuts cuts, Pages pages) {
    this.cuts = cuts;
    this.pages = pages;
  }

  @Override
  public List<Line> until(LocalDate day, @Nullable Integer bodyId) {
    if (!Acting.current().may(CutPage.READ)) {
      return List.of();
    }
    Page page = pages.page(CutPage.SECTION);
    return cuts.evidence(LocalDate.EPOCH, day, bodyId).stream()
        .filter(cut -> !Objects.requireNonNull(cut.end()).on().isAfter(day))
        .map(cut -> line(cut, page))
        .toList();
  }

  private static Line line(Cut cut, Page page) {
    Cut.End end = Objects.requireNonNull(cut.end());
    return new Line(
        cut.line().ownerId(),
        Objects.requireNonNull(end.signedOn()),
        page.t(
            "capital.cut.evidence_line",
            cut.line().project(),
            Millions.shown(cut.cutVnd(), page.formats()),
            cut.line().pool()),
        cut.content().why(),
        end.document(),
        cut.comments().stream().map(one -> new Comment(one.words(), one.on(), one.by())).toList(),
        CutPage.PATH + "/" + cut.id());
  }
}
