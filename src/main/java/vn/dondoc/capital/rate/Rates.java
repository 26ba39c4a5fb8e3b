package vn.dondoc.capital.rate;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Refusal;

/** Các cách tính tỷ lệ giải ngân. */
@Component
@Transactional(readOnly = true)
public class Rates {
  /** Who may look at public investment capital. */
  public static final String READ = "capital.read";

  private final RateStore store;
  private final RateReference reference;
  private final AuditTrail audit;

  Rates(RateStore store, RateReference reference, AuditTrail audit) {
    this.store = store;
    this.reference = reference;
    this.audit = audit;
  }

  /**
   * Takes in the definitions that come with the program, or those an administrator put in their
   * place.
   *
   * @return how many changed
   * @throws Refusal with every problem of the file, each with line and column
   */
  @Transactional
  public int load() {
    int changed = reference.load();
    if (changed > 0) {
      audit.record(
          new Act(
              "capital.load_rates",
              "capital.rate",
              "rates",
              null,
              Map.of(),
              Map.of("rows", changed)));
    }
    return changed;
  }

  /** Every definition in its order. */
  public List<RateDefinition> all() {
    return store.all();
  }

  /**
   * A definition by its code.
   *
   * @throws Refusal when there is none
   */
  public RateDefinition definition(String code) {
    return store.all().stream()
        .filter(definition -> definition.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refusal.of(RateRefusal.NO_DEFINITION, code, code));
  }

  /** The definition taken where a document names no denominator. */
  public RateDefinition assumed() {
    return store.all().stream()
        .filter(RateDefinition::assumed)
        .findFirst()
        .orElseThrow(() -> Refusal.of(RateRefusal.NO_DEFINITION, "", ""));
  }
}
