package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

class FactKindTest {
  @ParameterizedTest
  @EnumSource
  void auditNamesWhatHappensToADutyInWords(FactKind kind) {
    String key = "audit.act.task." + kind.code();
    assertThat(Texts.in(Language.VI).has(key)).as(key).isTrue();
    assertThat(Texts.in(Language.EN).has(key)).as(key).isTrue();
  }
}
