package vn.dondoc.rural.standard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;

/**
 * Thẩm quyền công nhận: who recognises what meets its set, over a time.
 *
 * @param kind đối tượng, its code
 * @param object đối tượng in words
 * @param authority cơ quan, người công nhận
 * @param from the first day
 * @param until the first day it is no more; null while it lasts
 * @param basis căn cứ
 * @param confidence how sure that is
 */
record Recognition(
    String kind,
    Bilingual object,
    Bilingual authority,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable Bilingual basis,
    String confidence) {
  private static final String UNVERIFIED = "memory";

  boolean isUnverified() {
    return confidence.equals(UNVERIFIED);
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
