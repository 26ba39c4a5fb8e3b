package vn.dondoc.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Triệu đồng as they are typed on a page of either language. */
class MillionsTest {
  @Test
  void readsAmountsAsThePageShowsThem() {
    Map<String, Long> english =
        Map.of(
            "9,746", 9_746_000_000L,
            "9,746.636", 9_746_636_000L,
            "12.5", 12_500_000L,
            "9.7460", 9_746_000L,
            "0.500", 500_000L,
            "1234", 1_234_000_000L);
    english.forEach(
        (text, dong) -> assertThat(Millions.read(text, Language.EN)).as(text).contains(dong));
    assertThat(Millions.read("9,746", Language.VI)).contains(9_746_000L);
    assertThat(Millions.read("9.746", Language.VI)).contains(9_746_000_000L);
    for (String wrong : List.of("9,74", "1.234,5", "12,5", "1.234.567", "-5", "")) {
      assertThat(Millions.read(wrong, Language.EN)).as(wrong).isEmpty();
    }
  }

  @Test
  void refusesWhatReadsInTwoWaysAndNamesBoth() {
    assertThat(Millions.read("9.746", Language.EN)).isEmpty();
    assertThat(Millions.twoReadings("amount", "9.746", Language.EN))
        .hasValueSatisfying(problem ->
            assertThat(Texts.in(Language.EN).tell(problem))
                .contains("“9.746”", "9,746 million đồng", "9.7460 million đồng"));
    assertThat(Millions.twoReadings("amount", "9.746", Language.VI)).isEmpty();
    assertThat(Millions.twoReadings("amount", "9.7460", Language.EN)).isEmpty();
  }

  @Test
  void fieldIsReadAsWhatItShows() {
    for (Language language : Language.values()) {
      for (long dong : List.of(0L, 1L, 9_746_000L, 1_234_500_000L, 1_000_000_000_000_000L)) {
        String shown = Millions.typed(dong, language);
        assertThat(Millions.read(shown, language)).as(shown).contains(dong);
      }
    }
    assertThat(Millions.typed(9_746_636_000L, Language.EN)).isEqualTo("9,746.636");
    assertThat(Millions.typed(9_746_000L, Language.EN)).isEqualTo("9.7460");
  }
}
