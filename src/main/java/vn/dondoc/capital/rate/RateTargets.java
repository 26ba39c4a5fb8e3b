package vn.dondoc.capital.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Các mục tiêu giải ngân. A document that names neither denominator nor day is taken to mean the
 * plan allocated in detail by the last day payments count; that stays an assumption until a person
 * confirms.
 */
@Component
@Transactional(readOnly = true)
public class RateTargets {
  /** Who may say what a target means. */
  public static final String PLAN = "capital.plan";

  private static final int LONGEST_CLAUSE = 2000;
  private static final int LONGEST_DOCUMENT = 300;
  private static final int LONGEST_WHY = 1000;

  private final RateStore store;
  private final Rates rates;
  private final AuditTrail audit;
  private final ProvinceDay day;

  RateTargets(RateStore store, Rates rates, AuditTrail audit, ProvinceDay day) {
    this.store = store;
    this.rates = rates;
    this.audit = audit;
    this.day = day;
  }

  /** The target of a year as it was known on a day. */
  public Optional<RateTarget> of(int year, LocalDate on) {
    return store.targets(year, on).stream().findFirst();
  }

  /** Every word on the target of a year, the last first. */
  public List<RateTarget> history(int year) {
    return store.targets(year, day.today());
  }

  /** What a document that names neither denominator nor day is taken to mean. */
  public RateTarget.Said assumption(int year, BigDecimal percent, String clause, String document) {
    RateDefinition definition = rates.assumed();
    return new RateTarget.Said(
        year, percent, definition.code(), definition.until().of(year), clause, document);
  }

  /**
   * Says what the target of a year is.
   *
   * @param seen step of the last word the actor saw; 0 for none
   * @param assumed the document does not say so, nobody confirmed it
   * @param why reason, from the second word on
   * @throws Refusal with everything that is wrong, or when somebody else was faster
   */
  @Transactional
  public void set(RateTarget.Said said, int seen, boolean assumed, @Nullable String why) {
    Optional<RateTarget> was = of(said.year(), day.today());
    require(said, was, why);
    if (was.map(RateTarget::step).orElse(0) != seen) {
      throw changed(said.year());
    }
    try {
      store.set(said, seen + 1, assumed, why, day.today());
    } catch (DuplicateKeyException e) {
      throw changed(said.year());
    }
    audit.record(
        new Act(
            assumed ? "capital.assume_target" : "capital.confirm_target",
            "capital.target",
            said.year() + "/" + (seen + 1),
            why,
            was.map(target -> facts(target.said())).orElse(Map.of()),
            facts(said)));
  }

  private static Refusal changed(int year) {
    return Refusal.of(RateRefusal.CHANGED, "step", Integer.toString(year));
  }

  private void require(RateTarget.Said said, Optional<RateTarget> was, @Nullable String why) {
    List<Problem> problems = new ArrayList<>();
    if (said.percent().signum() <= 0
        || said.percent().compareTo(BigDecimal.valueOf(100)) > 0
        || said.percent().stripTrailingZeros().scale() > 2) {
      problems.add(
          Problem.at("percent", RateRefusal.PERCENT.key(), said.percent().toPlainString()));
    }
    LocalDate first = LocalDate.of(said.year(), 1, 1);
    LocalDate last = LocalDate.of(said.year() + 1, 12, 31);
    if (said.byDay().isBefore(first) || said.byDay().isAfter(last)) {
      problems.add(Problem.at("by", RateRefusal.BY_DAY.key(), said.byDay(), first, last));
    }
    words("clause", RateRefusal.CLAUSE, said.clause(), LONGEST_CLAUSE, problems);
    words("document", RateRefusal.DOCUMENT, said.document(), LONGEST_DOCUMENT, problems);
    if (was.isPresent() || why != null) {
      words("why", RateRefusal.WHY, why == null ? "" : why, LONGEST_WHY, problems);
    }
    if (rates.all().stream().noneMatch(one -> one.code().equals(said.definition()))) {
      problems.add(Problem.at("definition", RateRefusal.NO_DEFINITION.key(), said.definition()));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(RateRefusal.TARGET, problems);
    }
  }

  private static void words(
      String place, RateRefusal code, String text, int most, List<Problem> problems) {
    if (text.isBlank() || text.length() > most) {
      problems.add(Problem.at(place, code.key(), text.length(), most));
    }
  }

  private static Map<String, Object> facts(RateTarget.Said said) {
    return Map.of(
        "percent", said.percent().toPlainString(),
        "definition", said.definition(),
        "by", said.byDay().toString(),
        "document", said.document());
  }
}
