package vn.dondoc.capital.line;

import java.time.LocalDate;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.project.ProjectWorld;

/** A line of the local pool's next vintage, in a pool opened for it. */
final class CarriedLine {
  private CarriedLine() {}

  static long open(ReviewWorld world) {
    long project = world.project("Dòng kéo dài mẫu", ProjectWorld.BOARD, null);
    return ReviewWorld.asSystem(() -> {
      Sources sources = world.door(Sources.class);
      int pool =
          sources.open(
              new NewPool(
                  "NSDP.CD-2020-KD",
                  "Cân đối ngân sách kéo dài từ 2019",
                  Pool.Ring.of("NSDP.CD", "province"),
                  2020,
                  Vintage.CARRIED,
                  2019,
                  LocalDate.of(2020, 1, 1),
                  Term.until(LocalDate.of(2020, 12, 31), LocalDate.of(2020, 12, 31))));
      return world.ledger().line(project, pool);
    });
  }
}
