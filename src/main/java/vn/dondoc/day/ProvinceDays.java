package vn.dondoc.day;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.DayBegan;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Days;

/**
 * Các ngày của tỉnh: begins them one after the other, each in a transaction of its own with all
 * that follows from it, so that a day has either begun or not.
 */
@Component
public class ProvinceDays {
  /** Most days a demonstration is moved at once. */
  public static final int MOST_MOVED = 366;

  /** Most days that are caught up after a server stood still. */
  public static final int MOST_MISSED = 31;

  private static final Logger LOG = LoggerFactory.getLogger(ProvinceDays.class);
  private static final Actor SYSTEM = Actor.system("Ngày mới");
  private static final int CODE_LENGTH = 8;

  private final DayStore store;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher news;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final boolean illustrative;

  ProvinceDays(
      DayStore store,
      TransactionOperations transactions,
      ApplicationEventPublisher news,
      AuditTrail audit,
      ProvinceDay day,
      @Value("${dondoc.illustrative:false}") boolean illustrative) {
    this.store = store;
    this.transactions = transactions;
    this.news = news;
    this.audit = audit;
    this.day = day;
    this.illustrative = illustrative;
  }

  /**
   * Whether a day may be moved to.
   *
   * @throws Refusal when the installation is no demonstration, or the day is not ahead or too far
   */
  public void requireAhead(LocalDate from, LocalDate to) {
    requireDemonstration();
    if (!to.isAfter(from)) {
      throw Refusal.of(DayRefusal.NOT_LATER, "den", Days.written(to), Days.written(from));
    }
    long passed = ChronoUnit.DAYS.between(from, to);
    if (passed > MOST_MOVED) {
      throw Refusal.of(DayRefusal.TOO_FAR, "den", Days.written(to), passed, MOST_MOVED);
    }
  }

  /**
   * Only a demonstration has a day that can be moved.
   *
   * @throws Refusal on any other installation
   */
  public void requireDemonstration() {
    if (!illustrative || !day.standsStill()) {
      throw Refusal.of(DayRefusal.NOT_HERE, "day");
    }
  }

  /**
   * Moves a demonstration forward, day by day; what was moved cannot be taken back.
   *
   * @param from the day the person saw; another one since is a conflict
   * @throws Refusal as above; or, when the work of a day fails, saying which day was reached
   */
  public void move(LocalDate from, LocalDate to) {
    requireAhead(from, to);
    Actor person = Acting.current();
    for (LocalDate next = from.plusDays(1); !next.isAfter(to); next = next.plusDays(1)) {
      LocalDate begun = next;
      try {
        Acting.as(
            SYSTEM, () -> transactions.executeWithoutResult(status -> moveOn(person, begun, to)));
      } catch (RuntimeException e) {
        throw stopped(e, begun, to);
      }
    }
  }

  private void moveOn(Actor person, LocalDate next, LocalDate to) {
    LocalDate before = next.minusDays(1);
    LocalDate stands = store.lock().orElseThrow(() -> Refusal.of(DayRefusal.NOT_HERE, "day"));
    if (!stands.equals(before)) {
      throw Refusal.of(DayRefusal.MOVED, "den", Days.written(before), Days.written(stands));
    }
    store.move(next);
    Act act =
        new Act(
            "day.move",
            "day",
            next.toString(),
            null,
            Map.of("day", before.toString()),
            Map.of("day", next.toString(), "wanted", to.toString()));
    Acting.as(person, () -> audit.record(act));
    news.publishEvent(new DayBegan(next));
  }

  private static Refusal stopped(RuntimeException failure, LocalDate at, LocalDate to) {
    if (failure instanceof Refusal refusal && refusal.code() instanceof DayRefusal) {
      return refusal;
    }
    String code = UUID.randomUUID().toString().substring(0, CODE_LENGTH);
    LOG.error("the work of {} failed, code {}", at, code, failure);
    return Refusal.of(
        DayRefusal.STOPPED,
        "den",
        Days.written(at.minusDays(1)),
        Days.written(to),
        Days.written(at),
        code);
  }

  /**
   * Begins every day up to this one that has not been begun, oldest first; days longer ago than
   * {@link #MOST_MISSED} are left out. A day begun by another server is not begun again. A
   * demonstration has none to begin.
   *
   * <p>What the work of a day throws is thrown on: that day has not begun, nor any after it.
   */
  public void catchUp(LocalDate today) {
    if (day.standsStill()) {
      return;
    }
    Acting.as(
        SYSTEM,
        () -> {
          LocalDate first = firstMissed(today);
          for (LocalDate next = first; !next.isAfter(today); next = next.plusDays(1)) {
            begin(next);
          }
        });
  }

  /** A new installation begins with today: nothing was missed before it. */
  private LocalDate firstMissed(LocalDate today) {
    LocalDate missed =
        transactions.execute(status -> store.last().map(d -> d.plusDays(1)).orElse(today));
    LocalDate earliest = today.minusDays(MOST_MISSED - 1L);
    if (missed != null && missed.isBefore(earliest)) {
      LOG.warn("the days {} to {} are not caught up", missed, earliest.minusDays(1));
      return earliest;
    }
    return missed == null ? today : missed;
  }

  private void begin(LocalDate next) {
    transactions.executeWithoutResult(status -> {
      if (store.claim(next)) {
        news.publishEvent(new DayBegan(next));
      }
    });
  }
}
