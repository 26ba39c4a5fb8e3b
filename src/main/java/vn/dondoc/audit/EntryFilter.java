package vn.dondoc.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Lọc nhật ký; what is empty or null leaves the matter open.
 *
 * @param actor part of the name of who did it, without case or tones
 * @param act what was done
 * @param kind kind of what it was done to
 * @param subject id of what it was done to
 * @param from on this day or later
 * @param until on this day or earlier
 * @param oldestFirst the order of what happened; newest first otherwise
 * @param after number of the last entry of the page before; null for the first page
 */
record EntryFilter(
    String actor,
    String act,
    String kind,
    String subject,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    boolean oldestFirst,
    @Nullable Long after) {
  private static final String OLDEST_FIRST = "cu";
  static final List<String> ORDERS = List.of("moi", OLDEST_FIRST);

  /**
   * What there is to choose from.
   *
   * @param acts acts of the log
   * @param kinds kinds of what they were done to
   */
  record Choice(List<String> acts, List<String> kinds) {}

  /**
   * What an address asks for.
   *
   * @throws vn.dondoc.kernel.Refusal when it names what the log does not have, or no day
   */
  static EntryFilter of(Map<String, String> values, Choice choice) {
    Asked asked = Asked.of(values);
    EntryFilter filter =
        new EntryFilter(
            asked.words("nguoi"),
            asked.choice("viec", choice.acts()),
            asked.choice("loai", choice.kinds()),
            asked.words("doi-tuong"),
            asked.day("tu", "audit.from"),
            asked.day("den", "audit.until"),
            asked.choice(Asked.SORT, ORDERS).equals(OLDEST_FIRST),
            asked.after());
    asked.refuse();
    return filter;
  }
}
