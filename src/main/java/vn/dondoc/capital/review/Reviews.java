package vn.dondoc.capital.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rà soát giải ngân on a day: slow lines, promises, how far an owner can be believed. */
@Component
@Transactional(readOnly = true)
public class Reviews {
  private final ReviewStore store;

  Reviews(ReviewStore store) {
    this.store = store;
  }

  /**
   * Bức tranh of a day.
   *
   * @param day as of
   * @param lines every running line within sight, slow or not
   * @param rules what makes a line slow
   * @param province plan and disbursement of the whole province
   * @param reliability by owner
   */
  public record Picture(
      LocalDate day,
      List<SlowLine> lines,
      List<SlowRule> rules,
      SlowLine.Money province,
      Map<Integer, Reliability> reliability) {
    /** Lines that break a rule. */
    public List<SlowLine> slow() {
      return lines.stream().filter(line -> !line.hits().isEmpty()).toList();
    }

    /** The rules each slow line breaks, by line. */
    public Map<Long, List<SlowLine.Hit>> hits() {
      return slow().stream().collect(Collectors.toMap(SlowLine::lineId, SlowLine::hits));
    }

    /** The rule owners are called to a meeting by, where one counts on that day. */
    Optional<SlowRule> calling() {
      return rules.stream()
          .filter(rule -> rule.measure() == SlowLine.Measure.BELOW_PROVINCE && rule.countsOn(day))
          .findFirst();
    }
  }

  /** Everything of a day. */
  public Picture on(LocalDate day) {
    return new Picture(
        day, store.lines(day), store.rules(day), store.province(day), store.reliability(day));
  }

  /** What makes a line slow on a day. */
  public List<SlowRule> rules(LocalDate day) {
    return store.rules(day);
  }

  /** The rules a line breaks on a day. */
  public List<SlowLine.Hit> hits(long lineId, LocalDate day) {
    return store.lines(day).stream()
        .filter(line -> line.lineId() == lineId)
        .findFirst()
        .map(SlowLine::hits)
        .orElse(List.of());
  }

  /** Who answers for each of these owners on a day, by owner. */
  Map<Integer, Answering> answering(Collection<Integer> owners, LocalDate day) {
    return store.answering(owners, day);
  }

  /** Promises for the months from one on, as they stood on a day. */
  public List<Promise> promises(LocalDate day, LocalDate firstMonth) {
    return store.promises(day, firstMonth);
  }
}
