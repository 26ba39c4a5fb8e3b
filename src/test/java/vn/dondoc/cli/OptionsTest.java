package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Refusal;

class OptionsTest {
  @Test
  void knowsTheEndOfTheOptions() {
    assertThat(parse("--data", "x", "--fresh", "--").has("--fresh")).isTrue();
    assertThat(refusal("--", "--fresh")).isEqualTo(CliRefusal.OPTION_UNKNOWN);
  }

  @Test
  void refusesAnEmptyValueInsteadOfTakingTheWorkingFolder() {
    assertThat(refusal("--data", "")).isEqualTo(CliRefusal.OPTION_VALUE);
    assertThat(refusal("--data=")).isEqualTo(CliRefusal.OPTION_VALUE);
  }

  private static Options parse(String... args) {
    return Options.parse(List.of(args), Set.of("--data"), Set.of("--fresh"));
  }

  private static Refusal.Code refusal(String... args) {
    Refusal[] seen = new Refusal[1];
    assertThatThrownBy(() -> parse(args))
        .isInstanceOfSatisfying(Refusal.class, refusal -> seen[0] = refusal);
    return seen[0].code();
  }
}
