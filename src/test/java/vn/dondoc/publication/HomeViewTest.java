package vn.dondoc.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeViewTest {
  private static Fact fact(String code, String value) {
    return new Fact(
        code, new BigDecimal(value), "xã", "2020", "TB", LocalDate.of(2020, 8, 14), true);
  }

  @Test
  void derivesCommunesRecognisedBeforeFromTheTwoAims() {
    HomeView view =
        HomeView.of(List.of(fact("rural.target_total", "65"), fact("rural.target_new", "13")));
    assertThat(view.before()).isEqualByComparingTo("52");
  }

  @Test
  void keepsWaitingCommunesApartFromRecognisedOnes() {
    HomeView view =
        HomeView.of(
            List.of(
                fact("rural.target_total", "65"),
                fact("rural.target_new", "13"),
                fact("rural.waiting", "4")));
    assertThat(view.missing()).isEqualByComparingTo("9");
    assertThat(view.squares()).hasSize(65);
    assertThat(view.squares().stream().filter("new"::equals)).hasSize(4);
    assertThat(view.squares().stream().filter("gap"::equals)).hasSize(9);
  }

  @Test
  void showsFigureNobodySaidAsMissingNotAsZero() {
    HomeView view = HomeView.of(List.of());
    assertThat(view.before()).isNull();
    assertThat(view.missing()).isNull();
    assertThat(view.squares()).isEmpty();
  }
}
