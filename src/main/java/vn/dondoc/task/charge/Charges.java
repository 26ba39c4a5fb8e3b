package vn.dondoc.task.charge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.Heirs;

/** Người phụ trách: a body gives its duty to one of its people, to another, or takes it back. */
@Component
@Transactional(readOnly = true)
public class Charges {
  /** The right to report for a body is the right to say who of it reports. */
  static final String REPORT = "task.report";

  private static final int WORDS = 1000;

  private final ChargeStore store;
  private final Duties duties;
  private final Heirs heirs;
  private final AuditTrail audit;
  private final ApplicationEventPublisher news;

  Charges(
      ChargeStore store,
      Duties duties,
      Heirs heirs,
      AuditTrail audit,
      ApplicationEventPublisher news) {
    this.store = store;
    this.duties = duties;
    this.heirs = heirs;
    this.audit = audit;
    this.news = news;
  }

  /** Who is and was in charge of a duty; null when that is no business of whoever looks. */
  public @Nullable InCharge of(Duty duty) {
    Actor actor = Acting.current();
    boolean own = actor.speaksFor(duty.bodyId());
    if (!actor.bodies().contains(duty.bodyId()) && !actor.wholeProvince()) {
      return null;
    }
    boolean may =
        own && actor.may(REPORT) && duty.state().isOwed() && heirs.of(duty.bodyId()).isEmpty();
    return new InCharge(duty.id(), store.of(duty.id()), may);
  }

  /** The people of a body that work may be given to. */
  List<Person> people(int body) {
    return store.people(body);
  }

  /**
   * Gives a duty to a person of its body, or takes it back.
   *
   * @param step the last step the person acting saw
   * @param account who is in charge from now on; null for nobody
   * @param words what is said with it; may be empty
   * @throws Refusal when the duty is another body's or done, the person is none of the body, or
   *     somebody was quicker
   */
  @Transactional
  public void give(long dutyId, int step, @Nullable Long account, String words) {
    Duty duty =
        duties
            .find(dutyId)
            .orElseThrow(() ->
                Refusal.of(ChargeRefusal.UNKNOWN, Long.toString(dutyId), Long.toString(dutyId)));
    Actor actor = Acting.current();
    String code = duty.taskCode();
    if (!actor.speaksFor(duty.bodyId()) || !actor.may(REPORT)) {
      throw Refusal.of(ChargeRefusal.NOT_YOURS, code, code);
    }
    InCharge now = new InCharge(dutyId, store.of(dutyId), true);
    Charge before = now.now();
    Optional<Person> person =
        account == null
            ? Optional.empty()
            : store.people(duty.bodyId()).stream()
                .filter(one -> one.accountId() == account)
                .findFirst();
    List<Problem> problems = new ArrayList<>(heirs.problems(List.of(duty.bodyId())));
    if (step != now.step()) {
      problems.add(Problem.at(code, ChargeRefusal.CHANGED.key(), code));
    } else if (!duty.state().isOwed()) {
      problems.add(Problem.at(code, ChargeRefusal.NOT_NOW.key(), code));
    } else if (account == null && before == null) {
      problems.add(Problem.at(code, ChargeRefusal.NOBODY.key(), code));
    } else if (account != null && before != null && account.equals(before.accountId())) {
      problems.add(Problem.at(code, ChargeRefusal.SAME.key(), String.valueOf(before.name())));
    }
    if (account != null && person.isEmpty()) {
      problems.add(Problem.at(code, ChargeRefusal.PERSON.key(), account));
    }
    if (words.length() > WORDS) {
      problems.add(Problem.at(code, ChargeRefusal.WORDS_LONG.key(), words.length(), WORDS));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ChargeRefusal.NOT_NOW, problems);
    }
    add(new ChargeStore.Entry(duty, step + 1, person.orElse(null), words.strip(), duties.today()));
    record(duty, before, person.orElse(null), words.strip());
  }

  private void add(ChargeStore.Entry entry) {
    try {
      store.add(entry, Acting.current());
    } catch (DuplicateKeyException e) {
      throw Refusal.of(ChargeRefusal.CHANGED, entry.duty().taskCode(), entry.duty().taskCode());
    }
  }

  private void record(Duty duty, @Nullable Charge before, @Nullable Person person, String words) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("task", duty.taskCode());
    told.put("body", duty.bodyId());
    told.put("person", person == null ? null : person.name());
    told.put("account", person == null ? null : person.accountId());
    Map<String, @Nullable Object> was = new LinkedHashMap<>();
    was.put("person", before == null ? null : before.name());
    audit.record(
        new Act(
            person == null ? "task.charge.take_back" : "task.charge.give",
            "task.duty",
            Long.toString(duty.id()),
            words.isEmpty() ? null : words,
            was,
            told));
    news.publishEvent(new DutyCharged(duty.id(), person == null ? null : person.accountId()));
  }
}
