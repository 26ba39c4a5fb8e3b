package vn.dondoc.rural.standard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;

/**
 * Bộ tiêu chí.
 *
 * @param id its id
 * @param code số, ký hiệu of the act, {@code "1980/QĐ-TTg"}
 * @param parent the set it fills in; null for a set of its own
 * @param kind đối tượng: commune, hamlet, residential area …
 * @param grade what it leads to: new rural, advanced, model
 * @param name tên in both languages
 * @param legalAct căn cứ
 * @param confidence how sure the figures are
 * @param force the days it is in force; null for a draft
 * @param criteria số tiêu chí
 * @param indicators số chỉ tiêu
 */
public record CriteriaSet(
    int id,
    String code,
    @Nullable Integer parent,
    String kind,
    String grade,
    Name name,
    Bilingual legalAct,
    String confidence,
    @Nullable Force force,
    int criteria,
    int indicators) {

  /** Whether another of these sets measured the same units on the day before it took force. */
  public boolean follows(List<CriteriaSet> sets) {
    return force != null && Standards.measuring(sets, kind, force.from().minusDays(1)).isPresent();
  }

  /** Tên tiếng Việt và tiếng Anh. */
  public record Name(String vi, String en) {
    /** In the language of a page. */
    public String in(boolean english) {
      return english ? en : vi;
    }
  }

  /**
   * Hiệu lực.
   *
   * @param from the first day
   * @param until the day it ends, that day not counted; null while it lasts
   */
  public record Force(LocalDate from, @Nullable LocalDate until) {
    /** Whether it is in force on a day. */
    public boolean holds(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }
}
