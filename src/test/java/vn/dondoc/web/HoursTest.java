package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.kernel.Refusal;

class HoursTest {
  @ParameterizedTest
  @ValueSource(strings = {"17:00", "17h", "17h00", "17 giờ", "17 giờ 00", "17g00", "17", " 17.00 "})
  void readsAnHourAsPeopleWriteIt(String written) {
    assertThat(Hours.read(written)).contains(LocalTime.of(17, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00", "17:60", "chiều", "1700h5", "-1"})
  void doesNotReadAnHourNoClockHas(String written) {
    assertThat(Hours.read(written)).isEmpty();
    assertThatThrownBy(() -> Hours.required("time", written)).isInstanceOf(Refusal.class);
  }

  @Test
  void anEmptyFieldIsNoHour() {
    assertThat(Hours.required("time", " ")).isNull();
    assertThat(Hours.written(null)).isEmpty();
    assertThat(Hours.written(LocalTime.of(7, 5))).isEqualTo("07:05");
  }
}
