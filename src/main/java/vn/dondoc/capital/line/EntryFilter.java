package vn.dondoc.capital.line;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Asked;

/**
 * Lọc bút toán; what is null leaves the matter open.
 *
 * @param kind of this kind
 * @param from value day this one or later
 * @param until value day this one or earlier
 * @param words in number, issuer, note or reason, without case or tones
 */
record EntryFilter(
    @Nullable EntryKind kind, @Nullable LocalDate from, @Nullable LocalDate until, String words) {

  /**
   * What an address asks for.
   *
   * @throws Refusal when it asks for a kind there is none of, or no day
   */
  static EntryFilter of(Asked asked) {
    String kind = asked.choice("loai", kinds().stream().map(EntryKind::code).toList());
    EntryFilter filter =
        new EntryFilter(
            kind.isEmpty() ? null : EntryKind.of(kind),
            asked.day("tu", "capital.line.from"),
            asked.day("den", "capital.line.until"),
            asked.words("tim"));
    asked.refuse();
    return filter;
  }

  /** The kinds a line may have. */
  static List<EntryKind> kinds() {
    return Arrays.stream(EntryKind.values()).filter(kind -> !kind.ofPool()).toList();
  }
}
