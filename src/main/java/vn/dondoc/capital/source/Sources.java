package vn.dondoc.capital.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;

/** Các nguồn vốn: the tree, the pools of a year, their terms, and medium-term ceilings. */
@Component
@Transactional(readOnly = true)
public class Sources {
  private final SourceStore store;
  private final SourceReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Sources(SourceStore store, SourceReference reference, AuditTrail audit, ProvinceDay day) {
    this.store = store;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
  }

  /**
   * Takes in the sources that come with the program, or those an administrator put in their place.
   *
   * @return how many changed
   * @throws Refusal with every problem of the file, each with line and column
   */
  @Transactional
  public int load() {
    int changed = reference.load();
    if (changed > 0) {
      record("capital.load_sources", "sources", null, Map.of("rows", changed));
    }
    return changed;
  }

  /** Every source, those of a group behind it. */
  public List<Source> all() {
    return store.all();
  }

  /**
   * Opens a pool with its term.
   *
   * @return its number
   * @throws Refusal when the source does not serve that year, the ring is incomplete or has a pool
   *     already, or the days do not fit
   */
  @Transactional
  public int open(NewPool pool) {
    require(pool);
    try {
      int id = store.open(pool, day.today());
      store.extend(id, pool.term(), day.today());
      record(
          "capital.open_pool",
          Integer.toString(id),
          null,
          Map.of(
              "code", pool.code(),
              "source", pool.ring().source(),
              "year", pool.budgetYear(),
              "vintage", pool.vintage().code()));
      return id;
    } catch (DataIntegrityViolationException e) {
      throw refusal(pool, e);
    }
  }

  /**
   * Moves the term of a pool by a document; what was dated stays as it is.
   *
   * @throws Refusal when there is no such pool, or advances would end after payments
   */
  @Transactional
  public void extend(String code, Term term) {
    Pool pool = pool(code);
    if (term.advanceUntil().isAfter(term.payUntil()) || term.payUntil().isBefore(pool.opensOn())) {
      throw Refusal.of(
          SourceRefusal.DAYS, code, code, pool.opensOn(), term.advanceUntil(), term.payUntil());
    }
    store.extend(pool.id(), term, day.today());
    record(
        "capital.extend_pool",
        Integer.toString(pool.id()),
        term.ground(),
        Map.of("code", code, "payUntil", term.payUntil().toString()));
  }

  /** The pools of a budget year. */
  public List<Pool> pools(int year) {
    return store.pools(year);
  }

  /** Every pool there is. */
  public List<Pool> pools() {
    return store.pools(null);
  }

  /** A pool by its code. */
  public Optional<Pool> find(String code) {
    return store.pool(code);
  }

  /**
   * A pool by its code.
   *
   * @throws Refusal when there is none
   */
  public Pool pool(String code) {
    return store.pool(code).orElseThrow(() -> Refusal.of(SourceRefusal.NO_POOL, code, code));
  }

  /** Sets what a project may get in a period; said again, the last word counts. */
  @Transactional
  public void limit(List<Ceiling> ceilings) {
    requireSources(ceilings);
    ceilings.forEach(ceiling -> store.limit(ceiling, day.today()));
    record("capital.set_ceilings", "ceilings", null, Map.of("rows", ceilings.size()));
  }

  /** The medium-term ceilings as they were known on a day. */
  public List<Ceiling> ceilings(LocalDate on) {
    return store.ceilings(on);
  }

  private void requireSources(List<Ceiling> ceilings) {
    List<String> known = store.all().stream().map(Source::code).toList();
    List<Refusal.Problem> problems =
        ceilings.stream()
            .map(Ceiling::source)
            .filter(source -> !known.contains(source))
            .distinct()
            .map(source -> Refusal.Problem.at(source, SourceRefusal.NO_SOURCE.key(), source))
            .toList();
    if (!problems.isEmpty()) {
      throw Refusal.of(SourceRefusal.NO_SOURCE, problems);
    }
  }

  private void require(NewPool pool) {
    Term term = pool.term();
    if (pool.opensOn().isAfter(term.advanceUntil())
        || term.advanceUntil().isAfter(term.payUntil())) {
      throw Refusal.of(
          SourceRefusal.DAYS,
          pool.code(),
          pool.code(),
          pool.opensOn(),
          term.advanceUntil(),
          term.payUntil());
    }
    if (store.all().stream().noneMatch(s -> s.code().equals(pool.ring().source()))) {
      throw Refusal.of(SourceRefusal.NO_SOURCE, pool.code(), pool.ring().source());
    }
  }

  /** What the database would not take, in words. */
  private static Refusal refusal(NewPool pool, DataIntegrityViolationException e) {
    SourceRefusal code =
        switch (constraint(e)) {
          case "source_of_another_year" -> SourceRefusal.SOURCE_OF_ANOTHER_YEAR;
          case "source_is_a_group" -> SourceRefusal.SOURCE_IS_A_GROUP;
          case "sector_is_binding" -> SourceRefusal.SECTOR_IS_BINDING;
          case "loan_is_binding" -> SourceRefusal.LOAN_IS_BINDING;
          case "vintage_tells_origin" -> SourceRefusal.VINTAGE_TELLS_ORIGIN;
          case "opens_for_its_year", "advances_end_first" -> SourceRefusal.DAYS;
          case "pool_code_key", "one_pool_a_ring" -> SourceRefusal.POOL_EXISTS;
          default -> throw e;
        };
    return code == SourceRefusal.DAYS
        ? Refusal.of(
            code,
            pool.code(),
            pool.code(),
            pool.opensOn(),
            pool.term().advanceUntil(),
            pool.term().payUntil())
        : Refusal.of(
            code,
            pool.code(),
            pool.code(),
            pool.ring().source(),
            Integer.toString(pool.originYear()),
            Integer.toString(pool.budgetYear()));
  }

  private static String constraint(DataIntegrityViolationException e) {
    ServerErrorMessage message =
        e.getMostSpecificCause() instanceof PSQLException cause
            ? cause.getServerErrorMessage()
            : null;
    return message == null ? "" : Objects.requireNonNullElse(message.getConstraint(), "");
  }

  private void record(String act, String id, @Nullable String why, Map<String, ?> facts) {
    audit.record(new Act(act, "capital.pool", id, why, Map.of(), facts));
  }
}
