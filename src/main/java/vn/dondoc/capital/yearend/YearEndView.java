package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Signed;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;

/**
 * Cuối năm as its page shows it.
 *
 * @param year năm ngân sách
 * @param day as of which day
 * @param state lines of one state; null for all
 * @param words in names of projects, owners and pools
 * @param after the last line of the page before
 * @param address the same as the address says it
 * @param all every line of the year
 * @param deadlines the law's deadlines
 * @param signed whether that day is of a closed period
 */
record YearEndView(
    int year,
    LocalDate day,
    YearEndLine.@Nullable State state,
    String words,
    @Nullable Long after,
    ListAddress address,
    List<YearEndLine> all,
    List<Deadline> deadlines,
    Signed signed) {
  static final String PATH = "/von/cuoi-nam";
  private static final int PAGE = 40;

  List<YearEndLine> found() {
    String wanted = words.toLowerCase(java.util.Locale.ROOT);
    return all.stream()
        .filter(line -> state == null || line.state() == state)
        .filter(line ->
            wanted.isEmpty()
                || (line.project() + " " + line.owner() + " " + line.pool().name())
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(wanted))
        .toList();
  }

  List<YearEndLine> shown() {
    List<YearEndLine> found = found();
    int from = 0;
    if (after != null) {
      from = -1;
      for (int at = 0; at < found.size(); at++) {
        from = found.get(at).lineId() == after ? at + 1 : from;
      }
      if (from < 0) {
        throw Asked.noSuchRow(after);
      }
    }
    return found.subList(from, Math.min(from + PAGE, found.size()));
  }

  /**
   * Told before anything is written.
   *
   * @throws vn.dondoc.kernel.Refusal when the page asked for follows no line
   */
  void requirePage() {
    shown();
  }

  @Nullable String next() {
    List<YearEndLine> shown = shown();
    return shown.isEmpty() || shown.getLast().equals(found().getLast())
        ? null
        : address.after(shown.getLast().lineId());
  }

  long count(YearEndLine.State one) {
    return all.stream().filter(line -> line.state() == one).count();
  }

  long remaining() {
    return all.stream().mapToLong(line -> line.money().remaining()).sum();
  }

  long lapsing() {
    return all.stream().mapToLong(line -> line.money().lapsing()).sum();
  }

  /** Pools with what lapses in them. */
  Map<YearEndLine.Pool, Long> pools() {
    Map<YearEndLine.Pool, Long> pools = new LinkedHashMap<>();
    all.stream()
        .filter(line -> line.money().lapsing() > 0)
        .forEach(line -> pools.merge(line.pool(), line.money().lapsing(), Long::sum));
    return pools;
  }

  /** The law says another last day of payments than the pool has. */
  boolean differs(YearEndLine line) {
    return !line.pool().carried()
        && deadlines.stream()
            .anyMatch(
                one -> one.what().equals("pay") && !one.lastDay().equals(line.until().payments()));
  }
}
