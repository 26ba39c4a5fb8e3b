package vn.dondoc.capital.intake;

import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;

/**
 * Các điều đã nhớ khi nhập tệp: which name was said to mean which project by whom, and forgotten
 * when it was said in error.
 */
@Component
@Transactional(readOnly = true)
class RememberedAnswers {
  private static final int SHORTEST_WHY = 3;
  private static final int LONGEST_WHY = 1_000;

  private final RememberedStore store;
  private final AuditTrail audit;
  private final ProvinceDay day;

  RememberedAnswers(RememberedStore store, AuditTrail audit, ProvinceDay day) {
    this.store = store;
    this.audit = audit;
    this.day = day;
  }

  List<Remembered> said(RememberedStore.Asked asked, int most) {
    return store.said(null, asked, day.today(), most);
  }

  List<Integer> senders() {
    return store.senders();
  }

  /**
   * One of them.
   *
   * @throws Refusal when it is not remembered any more, or is not within sight
   */
  Remembered required(long id) {
    return store.said(id, RememberedStore.Asked.ALL, day.today(), 1).stream()
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /** Whether the actor takes in files of a sender, and so says what its names mean. */
  static boolean mayForget(Remembered one) {
    Actor actor = Acting.current();
    return actor.may(Intakes.PLAN)
        || actor.may(Intakes.PAY)
        || actor.may(Intakes.REPORT) && actor.bodies().contains(one.sender().id());
  }

  /**
   * Forgets what a name means: it is asked about in the next file of its sender.
   *
   * @throws Refusal when it is forgotten already, or nobody says why
   */
  @Transactional
  void forget(long id, String why) {
    Remembered one = required(id);
    if (!mayForget(one)) {
      throw new AccessDeniedException(Intakes.PAY);
    }
    String said = why.strip();
    if (said.length() < SHORTEST_WHY || said.length() > LONGEST_WHY) {
      throw Refusal.of(IntakeRefusal.WHY, "ly-do", said.length(), SHORTEST_WHY, LONGEST_WHY);
    }
    try {
      if (store.forget(id, said, day.today()) == 0) {
        throw unknown(id);
      }
    } catch (DuplicateKeyException raced) {
      throw unknown(id);
    }
    String meant = one.meant().name();
    audit.record(
        new Act(
            "capital.intake.forget",
            "capital.intake.match",
            Long.toString(id),
            said,
            Map.of(
                "sender", one.sender().id(),
                "words", one.words(),
                "means", meant == null ? "" : meant),
            Map.of()));
  }

  private static Refusal unknown(long id) {
    return Refusal.of(IntakeRefusal.NOT_REMEMBERED, Long.toString(id), Long.toString(id));
  }
}
