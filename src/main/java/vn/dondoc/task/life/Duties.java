package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Succession;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.DayBegan;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.Due;
import vn.dondoc.task.Task;

/** Các phần việc: what each body owes, where it stands, and what is recorded about it. */
@Component
@Transactional(readOnly = true)
public class Duties {
  private final DutyStore store;
  private final LifeStore facts;
  private final DeedRules rules;
  private final DutyOpening opening;
  private final DutyHandover handover;
  private final Heirs heirs;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final ApplicationEventPublisher news;

  Duties(
      DutyStore store,
      LifeStore facts,
      DeedRules rules,
      DutyOpening opening,
      DutyHandover handover,
      Heirs heirs,
      AuditTrail audit,
      ProvinceDay day,
      ApplicationEventPublisher news) {
    this.store = store;
    this.facts = facts;
    this.rules = rules;
    this.opening = opening;
    this.handover = handover;
    this.heirs = heirs;
    this.audit = audit;
    this.day = day;
    this.news = news;
  }

  /** A duty as it stands on the province's day. */
  public Optional<Duty> find(long id) {
    return store.find(id, day.today());
  }

  /** The duties of some tasks, leads first. */
  public List<Duty> ofTasks(Collection<Long> taskIds) {
    return taskIds.isEmpty() ? List.of() : store.ofTasks(taskIds, day.today());
  }

  /** Several duties at once, as they stand on the province's day. */
  public List<Duty> find(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : store.all(ids, day.today());
  }

  /** How duties stood at the step somebody last saw of each, and what has moved them since. */
  public Map<Long, SeenDuty> asSeen(Map<Long, Integer> steps) {
    return steps.isEmpty() ? Map.of() : facts.asSeen(steps);
  }

  /** Whether somebody recorded something else meanwhile; the running transaction is over then. */
  public static boolean isOvertaken(Refusal refusal) {
    return refusal.code() == LifeRefusal.CHANGED;
  }

  /** Everything that stands in the way of recording something; empty when nothing does. */
  public List<Problem> problemsOf(Duty duty, Deed deed) {
    try {
      rules.check(duty, deed, handedTo(duty.id()));
      return List.of();
    } catch (Refusal refusal) {
      return refusal.problems();
    }
  }

  /**
   * Refuses a person who never records this about the duty, whatever they would type.
   *
   * @throws Refusal with the one reason
   */
  void checkWho(Duty duty, FactKind kind) {
    rules.checkWho(duty, kind, handedTo(duty.id()));
  }

  /** The deadline of tasks as it is now; one question however many they are. */
  public Map<Long, DueNow> dueNow(Collection<Long> taskIds) {
    return taskIds.isEmpty() ? Map.of() : facts.dueNow(taskIds, day.today());
  }

  /** The last day of those who lead and still owe it, by task; undated ones are left out. */
  public Map<Long, LocalDate> lastDays(Collection<Long> taskIds) {
    return taskIds.isEmpty() ? Map.of() : facts.lastDays(taskIds, day.today());
  }

  /**
   * Gives duties the day they had once more, each while it is still owed and its day is another.
   *
   * @param days by id of the duty; empty for one that had none
   * @throws Refusal when it is the actor's own, or would end after its whole
   */
  @Transactional
  public void setBack(Map<Long, Optional<LocalDate>> days, String why) {
    opening.setBack(days, why);
  }

  /** Everything recorded about a duty, newest first. */
  public List<ToldFact> history(long dutyId) {
    return facts.ofDuty(dutyId);
  }

  /** Who leads tasks that were handed on since they were written; the others are left out. */
  Map<Long, List<Integer>> holders(Collection<Long> taskIds) {
    return store.holders(taskIds);
  }

  /** Whether what was said about a duty, and its evidence, is for the one who asks. */
  boolean mayRead(long dutyId) {
    return facts.mayRead(dutyId);
  }

  /** A file that proves a report; empty when it is not there or not to be seen. */
  public Optional<EvidenceFile> evidence(long id) {
    return facts.file(id).map(file -> new EvidenceFile(file.name(), file.content()));
  }

  /**
   * Records that something happened with a duty.
   *
   * @throws Refusal when the state, the person, a day or the evidence do not allow it
   */
  @Transactional
  public void record(long id, Deed deed) {
    Duty duty =
        find(id)
            .orElseThrow(
                () -> Refusal.of(LifeRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
    Integer handedTo = handedTo(id);
    Deed counted = opening.counted(duty, deed);
    rules.check(duty, counted, handedTo);
    long fact =
        facts.add(
            duty,
            counted,
            deed.kind() == FactKind.EVENT ? deed.until() : null,
            day.today(),
            Acting.current());
    for (EvidenceFile file : deed.evidence()) {
      facts.addEvidence(id, fact, file);
    }
    if (deed.kind() == FactKind.ACCEPT_HAND && handedTo != null) {
      Schedule.Period period =
          duty.period() == null || duty.due() == null
              ? null
              : new Schedule.Period(duty.period().from(), duty.period().to(), duty.due());
      store.open(
          List.of(
              new DutyStore.Opening(
                  duty.taskId(), handedTo, duty.part(), null, period, duty.due(), false)),
          day.today());
    }
    audit.record(
        new Act(
            "task." + deed.kind().code(),
            "task.duty",
            Long.toString(id),
            deed.words().isBlank() ? null : deed.words(),
            Map.of("state", duty.state().name()),
            told(duty, counted)));
    news.publishEvent(new DutyMoved(id, deed.kind()));
  }

  /**
   * The duties of a task that one decision can be about: all that can be withdrawn or voided, or
   * those of the same period without a date; only the given one when a body of the person's own is
   * among them.
   */
  List<Duty> together(Duty duty, FactKind kind) {
    if (!kind.isForWhole() || !kind.isPossible(duty.state())) {
      return List.of(duty);
    }
    List<Duty> all =
        ofTasks(List.of(duty.taskId())).stream()
            .filter(other -> kind.isPossible(other.state()))
            .filter(other ->
                kind != FactKind.SET_DATE
                    || other.id() == duty.id()
                    || other.due() == null && Objects.equals(other.period(), duty.period()))
            .toList();
    boolean own = all.stream().anyMatch(d -> Acting.current().bodies().contains(d.bodyId()));
    return own ? List.of(duty) : all;
  }

  /**
   * Records the same of every duty of a task it is possible of, with the same words; all or none.
   *
   * @throws Refusal as for one of them
   */
  @Transactional
  public void recordTogether(long id, Deed deed) {
    String number = Long.toString(id);
    Duty asked = find(id).orElseThrow(() -> Refusal.of(LifeRefusal.UNKNOWN, number, number));
    for (Duty duty : together(asked, deed.kind())) {
      record(duty.id(), duty.id() == id ? deed : deed.at(duty.step()));
    }
  }

  /**
   * Gives the duty of a body that ceased to one that carries on its work: a new duty for the heir
   * with the same days, the old one transferred with all that was recorded about it.
   *
   * @param step the last step the person saw
   * @param words why, on what legal basis
   * @param document số, ký hiệu of the paper
   * @throws Refusal when the body exists, the heir is none of its, or nothing is owed any more
   */
  @Transactional
  public void handOver(long id, int step, int heir, String words, String document) {
    String number = Long.toString(id);
    Duty duty = find(id).orElseThrow(() -> Refusal.of(LifeRefusal.UNKNOWN, number, number));
    rules.checkHandover(duty, step, words, document);
    List<Succession> after = heirs.of(duty.bodyId());
    if (after.isEmpty()) {
      throw Refusal.of(LifeRefusal.NOT_CEASED, duty.taskCode(), duty.taskCode());
    }
    if (after.stream().noneMatch(s -> s.successor().id() == heir)) {
      throw Refusal.of(LifeRefusal.NOT_HEIR, duty.taskCode(), heir, Heirs.names(after));
    }
    handover.move(duty, heir, words.strip(), document.strip());
    Deed told = new Deed(FactKind.ACCEPT_HAND, duty.step(), null, heir, words, document, List.of());
    audit.record(
        new Act(
            "task.succeed",
            "task.duty",
            Long.toString(id),
            words.strip(),
            Map.of("state", duty.state().name()),
            told(duty, told)));
    news.publishEvent(new DutyMoved(id, FactKind.ACCEPT_HAND));
  }

  /**
   * What other deadlines would do to the duties of tasks; nothing is written, and the questions are
   * the same few however many tasks there are.
   */
  public Map<Long, DuePlan> plans(Map<Task, Due> changes) {
    return changes.isEmpty() ? Map.of() : opening.plans(changes);
  }

  /** How far the bodies that lead are in each of some tasks; one question however many they are. */
  public Map<Long, RollUp> rollUps(Collection<Long> taskIds) {
    return taskIds.isEmpty() ? Map.of() : store.rollUps(taskIds, day.today());
  }

  private static Map<String, @Nullable Object> told(Duty duty, Deed deed) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("task", duty.taskCode());
    told.put("body", duty.bodyId());
    told.put("until", deed.until() == null ? null : deed.until().toString());
    told.put("other_body", deed.otherBody());
    told.put("document", deed.document().isBlank() ? null : deed.document());
    told.put("files", deed.evidence().stream().map(EvidenceFile::name).toList());
    return told;
  }

  private @Nullable Integer handedTo(long id) {
    return facts.ofDuty(id).stream()
        .map(ToldFact::fact)
        .filter(fact -> fact.kind() == FactKind.HAND_BACK)
        .findFirst()
        .map(Fact::otherBody)
        .orElse(null);
  }

  /**
   * Opens what has come due to be opened: periods that have begun since, tasks without a duty.
   * Repeating it changes nothing.
   */
  @Transactional
  public void advance() {
    opening.open(store.withoutDuty());
    opening.open(store.recurring());
  }

  /** A day brings its periods with it; a period that was missed stays missed. */
  @EventListener
  @Order(0)
  @Transactional
  public void began(DayBegan news) {
    advance();
  }

  /** The day everything is counted from. */
  public LocalDate today() {
    return day.today();
  }
}
