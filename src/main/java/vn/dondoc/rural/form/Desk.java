package vn.dondoc.rural.form;

import java.time.YearMonth;
import java.util.List;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Yardstick;

/**
 * Bàn nhập: a commune, a month and what it is measured by then.
 *
 * @param unit xã
 * @param above the unit above it, in words
 * @param month kỳ
 * @param yardstick thước đo
 */
public record Desk(Place unit, Bilingual above, YearMonth month, Yardstick yardstick) {
  static final String PATH = "/nong-thon-moi/tu-danh-gia";

  /** "08/2020". */
  public static String written(YearMonth month) {
    return String.format("%02d/%d", month.getMonthValue(), month.getYear());
  }

  public String period() {
    return written(month);
  }

  public Criterion criterion(String number) {
    return yardstick
        .criterion(number)
        .orElseThrow(() -> Refusal.of(FormRefusal.NO_CRITERION, number, number, period()));
  }

  public List<Criterion> criteria() {
    return yardstick.criteria();
  }

  String list() {
    return PATH + "?don-vi=" + unit.id() + "&ky=" + month;
  }

  /** Where what was sent of a criterion is taken back. */
  String withdrawal(Criterion criterion) {
    return PATH + "/" + unit.id() + "/" + criterion.number() + "/rut?ky=" + month;
  }

  String address(Criterion criterion) {
    return PATH + "/" + unit.id() + "/" + criterion.number() + "?ky=" + month;
  }
}
