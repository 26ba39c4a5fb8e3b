package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.TwoSides;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;

/**
 * Số báo cáo as a person types it.
 *
 * @param unit đơn vị, its id
 * @param value số
 * @param day ngày
 * @param source nguồn
 * @param seen id of the figure of that day that was shown beside it
 */
record CountForm(String unit, String value, String day, String source, String seen) {
  static CountForm typed(Map<String, String> typed) {
    return new CountForm(
        said(typed, "unit"),
        said(typed, "value"),
        said(typed, "day"),
        said(typed, "source"),
        said(typed, "seen"));
  }

  private static String said(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }

  /**
   * What it says; without a day, that of today.
   *
   * @throws Refusal with every field that cannot be read
   */
  Count read(LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    BigDecimal number = number(problems);
    LocalDate on = day.isEmpty() ? today : Days.read(day).orElse(null);
    if (on == null) {
      problems.add(Days.problem("day", "rural.target.day", day));
    }
    if (number == null || on == null) {
      throw Refusal.of(TargetRefusal.VALUE, problems);
    }
    Integer unitId = unit.matches("\\d{1,9}") ? Integer.valueOf(unit) : null;
    long figure = seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
    return new Count(unitId, on, number, source, figure);
  }

  /** "2.5" is no count, "1.250" is one thousand two hundred and fifty. */
  private @Nullable BigDecimal number(List<Problem> problems) {
    String plain = value.replaceAll("[\\s\\u00a0]", "");
    if (plain.matches("\\d{1,3}(\\.\\d{3}){1,2}")) {
      plain = plain.replace(".", "");
    }
    if (!plain.matches("\\d{1,9}")) {
      problems.add(Problem.at("value", TargetRefusal.VALUE.key(), value));
      return null;
    }
    return new BigDecimal(plain);
  }

  /** The figure a day has, beside the one that was to be written. */
  static TwoSides sides(Counted.Said said, Count mine, Page page) {
    List<TwoSides.Field> fields = new ArrayList<>();
    if (said.value().compareTo(mine.value()) != 0 || !said.source().equals(mine.source())) {
      fields.add(
          new TwoSides.Field(
              page.t("rural.target.value_on", page.formats().date(mine.on())),
              page.formats().decimal(said.value(), 0),
              page.formats().decimal(mine.value(), 0)));
      fields.add(
          new TwoSides.Field(page.t("rural.target.count.source"), said.source(), mine.source()));
    }
    return new TwoSides(said.by() + ", " + page.moment(said.at()), fields);
  }
}
