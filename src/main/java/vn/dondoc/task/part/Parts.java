package vn.dondoc.task.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;

/** Phần việc của cơ quan phối hợp, put into words; earlier words stay. */
@Component
@Transactional(readOnly = true)
class Parts {
  static final String CONFIRM = "task.confirm";
  static final String REPORT = "task.report";

  private static final int WORDS = 2000;

  private final PartStore store;
  private final Duties duties;
  private final AuditTrail audit;

  Parts(PartStore store, Duties duties, AuditTrail audit) {
    this.store = store;
    this.duties = duties;
    this.audit = audit;
  }

  /**
   * A helper's duty.
   *
   * @throws Refusal when there is none, it is no helper's, or whoever looks neither leads nor
   *     decides
   */
  Duty require(long id) {
    String number = Long.toString(id);
    Duty duty = duties.find(id).orElseThrow(() -> Refusal.of(PartRefusal.UNKNOWN, number, number));
    if (duty.part() != Party.Part.COORDINATE) {
      throw Refusal.of(PartRefusal.NOT_HELPER, duty.taskCode(), duty.taskCode());
    }
    Actor actor = Acting.current();
    boolean office = actor.wholeProvince() && actor.may(CONFIRM);
    if (!store.may(id) || !office && !actor.may(REPORT)) {
      throw Refusal.of(PartRefusal.NOT_YOURS, duty.taskCode(), duty.taskCode());
    }
    return duty;
  }

  /** Everything that was said, newest first. */
  List<PartStore.Said> of(long duty) {
    return store.of(duty);
  }

  /**
   * Says what of the whole a helper does from now on.
   *
   * @param step the last step the person saw
   * @throws Refusal when it may not, says nothing new, or somebody was quicker
   */
  @Transactional
  void say(long id, int step, String words) {
    Duty duty = require(id);
    String said = words.strip();
    List<PartStore.Said> before = store.of(id);
    String last = before.isEmpty() ? "" : before.getFirst().words();
    if (step != (before.isEmpty() ? 0 : before.getFirst().step())) {
      throw Refusal.of(PartRefusal.CHANGED, duty.taskCode(), duty.taskCode());
    }
    if (duty.state().isClosed()) {
      throw Refusal.of(PartRefusal.CLOSED, duty.taskCode(), duty.taskCode());
    }
    if (said.isEmpty()) {
      throw Refusal.of(PartRefusal.NO_WORDS, "words");
    }
    if (said.equals(last)) {
      throw Refusal.of(PartRefusal.SAME, "words");
    }
    if (said.length() > WORDS) {
      throw Refusal.of(PartRefusal.WORDS_LONG, "words", said.length(), WORDS);
    }
    try {
      store.add(id, step + 1, said, duties.today(), Acting.current());
    } catch (DuplicateKeyException e) {
      throw Refusal.of(PartRefusal.CHANGED, duty.taskCode(), duty.taskCode());
    }
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("task", duty.taskCode());
    told.put("body", duty.bodyId());
    told.put("words", said);
    audit.record(
        new Act(
            "task.part.say", "task.duty", Long.toString(id), null, Map.of("words", last), told));
  }
}
