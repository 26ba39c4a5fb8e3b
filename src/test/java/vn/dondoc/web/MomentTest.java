package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.kernel.Actor;

/** When an act was done is told by the clock, which is not a demonstration's day. */
class MomentTest {
  @ParameterizedTest
  @CsvSource({"true,05:31 30/11/2026 giờ máy", "false,05:31 30/11/2026"})
  void saysWhoseTimeItIsWhereThereAreTwo(boolean illustrative, String said) {
    Texts texts = Texts.in(Language.VI);
    Page page =
        new Page(
            texts,
            new Formats(texts),
            Actor.visitor(),
            List.of(),
            Map.of(),
            "",
            new Page.Request("/", "_csrf", () -> null, null, null),
            "Tỉnh mẫu",
            LocalDate.of(2020, 8, 14),
            illustrative,
            false);
    assertThat(page.moment(Instant.parse("2026-11-29T22:31:00Z"))).isEqualTo(said);
  }
}
