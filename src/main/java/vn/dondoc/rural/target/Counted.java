package vn.dondoc.rural.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Các số đã báo cáo của một chỉ tiêu.
 *
 * @param said every figure, the latest day first and of a day the latest first
 * @param units the units it is about each by itself, by name; empty for one total
 */
record Counted(List<Said> said, List<OfUnit> units) {
  Counted {
    said = List.copyOf(said);
    units = List.copyOf(units);
  }

  /**
   * Một số đã báo cáo.
   *
   * @param id its id
   * @param unitId the unit it is about; null for one total
   * @param unit its name
   * @param on the day it stands for
   * @param value số
   * @param source nguồn
   * @param by who reported it
   * @param at when
   * @param replaced another figure stands for it
   */
  record Said(
      long id,
      @Nullable Integer unitId,
      @Nullable String unit,
      LocalDate on,
      BigDecimal value,
      String source,
      String by,
      Instant at,
      boolean replaced) {}

  /** Đơn vị của chỉ tiêu. */
  record Unit(int id, String name) {}

  /**
   * Một đơn vị với số gần nhất.
   *
   * @param unit đơn vị
   * @param last null when nothing was reported
   */
  record OfUnit(Unit unit, @Nullable Said last) {}
}
