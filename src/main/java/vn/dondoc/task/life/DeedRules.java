package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Succession;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.Due;
import vn.dondoc.task.Party;
import vn.dondoc.web.Label;

/** Điều kiện ghi nhận: what has to hold before something is recorded about a duty. */
@Component
class DeedRules {
  /** The right to confirm, return, decide an extension, withdraw. */
  static final String CONFIRM = "task.confirm";

  /** The right to report on the duties of one's own body. */
  static final String REPORT = "task.report";

  private static final int WORDS = 10_000;

  // As the tables have it: the number of a paper, the name of a file.
  private static final int SHORT = 200;

  private final DutyStore duties;
  private final LifeStore facts;
  private final Bodies bodies;
  private final Heirs heirs;
  private final ProvinceDay day;

  DeedRules(DutyStore duties, LifeStore facts, Bodies bodies, Heirs heirs, ProvinceDay day) {
    this.duties = duties;
    this.facts = facts;
    this.bodies = bodies;
    this.heirs = heirs;
    this.day = day;
  }

  /**
   * Refuses what cannot be recorded, every reason at once; who may not record it at all is told
   * that alone, because nothing they could mend would change it.
   *
   * @param handedTo the body the duty was last handed back to, if it was
   */
  void check(Duty duty, Deed deed, @Nullable Integer handedTo) {
    checkWho(duty, deed.kind(), handedTo);
    List<Problem> problems = new ArrayList<>();
    if (deed.step() != duty.step()) {
      problems.add(problem(LifeRefusal.CHANGED, duty));
    } else if (!deed.kind().isPossible(duty.state())) {
      problems.add(
          problem(
              LifeRefusal.NOT_NOW,
              duty,
              new Label("task.state." + DutyStore.code(duty.state())),
              new Label("task.deed." + deed.kind().code())));
    }
    if (deed.kind().who() == FactKind.Who.DOER) {
      ceased(duty.bodyId(), duty, problems);
    }
    if (problems.isEmpty()) {
      content(duty, deed, problems);
      evidence(duty, deed, problems);
      days(duty, deed, problems);
      handBack(duty, deed, problems);
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(LifeRefusal.NOT_NOW, problems);
    }
  }

  /** Refuses what keeps the office from giving a duty to the heir of its body. */
  void checkHandover(Duty duty, int step, String words, String document) {
    List<Problem> problems = new ArrayList<>();
    if (step != duty.step()) {
      problems.add(problem(LifeRefusal.CHANGED, duty));
    } else if (!duty.state().isOwed()) {
      problems.add(
          problem(
              LifeRefusal.NOT_NOW,
              duty,
              new Label("task.state." + DutyStore.code(duty.state())),
              new Label("task.succession.move")));
    }
    if (!Acting.current().may(CONFIRM) || !Acting.current().wholeProvince()) {
      problems.add(problem(LifeRefusal.NOT_YOURS, duty, new Label("task.succession.office")));
    }
    if (words.isBlank()) {
      problems.add(problem(LifeRefusal.NO_WORDS, duty));
    }
    if (words.length() > WORDS) {
      problems.add(problem(LifeRefusal.WORDS_LONG, duty, words.length(), WORDS));
    }
    if (document.length() > SHORT) {
      problems.add(problem(LifeRefusal.DOCUMENT_LONG, duty, document.length(), SHORT));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(LifeRefusal.NOT_NOW, problems);
    }
  }

  /**
   * Whether the person acting is one who may record this.
   *
   * @param handedTo the body the duty was last handed back to, if it was
   */
  static boolean allows(Duty duty, FactKind kind, @Nullable Integer handedTo) {
    Actor actor = Acting.current();
    boolean own = actor.bodies().contains(duty.bodyId());
    return switch (kind.who()) {
      case DOER -> actor.speaksFor(duty.bodyId()) && actor.may(REPORT);
      case COMPETENT ->
          handedTo != null && actor.speaksFor(handedTo) && actor.may(REPORT)
              || actor.may(CONFIRM) && actor.wholeProvince();
      case OFFICE -> actor.may(CONFIRM) && !own;
    };
  }

  /** Refuses a person who never records this about the duty, for the one reason that is so. */
  void checkWho(Duty duty, FactKind kind, @Nullable Integer handedTo) {
    Problem barred = barred(duty, kind, handedTo);
    if (barred != null) {
      throw Refusal.of(LifeRefusal.NOT_NOW, List.of(barred));
    }
  }

  private @Nullable Problem barred(Duty duty, FactKind kind, @Nullable Integer handedTo) {
    Actor actor = Acting.current();
    boolean decides = kind.who() == FactKind.Who.OFFICE;
    if (!allows(duty, kind, handedTo)) {
      boolean own = decides && actor.bodies().contains(duty.bodyId());
      LifeRefusal code =
          !own
              ? LifeRefusal.NOT_YOURS
              : kind == FactKind.CONFIRM ? LifeRefusal.OWN_WORK : LifeRefusal.OWN_DECISION;
      return problem(code, duty, name(duty.bodyId()), new Label("task.deed." + kind.code()));
    }
    // A person who changes seats does not carry the decision along.
    return decides && actor.isSignedIn() && facts.isDoer(duty.id(), actor.accountId())
        ? problem(LifeRefusal.OWN_REPORT, duty, name(duty.bodyId()))
        : null;
  }

  private void content(Duty duty, Deed deed, List<Problem> problems) {
    if (deed.kind().needsReason() && deed.words().isBlank()) {
      problems.add(problem(LifeRefusal.NO_WORDS, duty));
    }
    if (deed.words().length() > WORDS) {
      problems.add(problem(LifeRefusal.WORDS_LONG, duty, deed.words().length(), WORDS));
    }
    if (deed.kind().needsDay() && deed.until() == null) {
      problems.add(problem(LifeRefusal.NO_DAY, duty));
    }
    if (deed.kind() == FactKind.HAND_BACK && deed.otherBody() == null) {
      problems.add(problem(LifeRefusal.NO_BODY, duty));
    }
    boolean decides =
        deed.kind() == FactKind.GRANT_EXTENSION || deed.kind() == FactKind.REFUSE_EXTENSION;
    if (decides && !duty.extensionAsked()) {
      problems.add(problem(LifeRefusal.NOT_ASKED, duty));
    }
  }

  private void evidence(Duty duty, Deed deed, List<Problem> problems) {
    boolean proved = !deed.evidence().isEmpty() || !deed.document().isBlank();
    if (deed.kind() == FactKind.REPORT && !proved) {
      problems.add(problem(LifeRefusal.NO_EVIDENCE, duty));
    }
    problems.addAll(EvidenceFile.problems(duty.taskCode(), deed.evidence()));
    if (deed.document().length() > SHORT) {
      problems.add(problem(LifeRefusal.DOCUMENT_LONG, duty, deed.document().length(), SHORT));
    }
  }

  private void days(Duty duty, Deed deed, List<Problem> problems) {
    LocalDate until = deed.until();
    if (until == null) {
      return;
    }
    if (!Due.isNear(until, day.today())) {
      problems.add(
          problem(
              LifeRefusal.DAY_FAR,
              duty,
              until,
              Due.earliest(day.today()),
              Due.latest(day.today())));
    }
    if (deed.kind() == FactKind.SET_DATE) {
      setDate(duty, until, problems);
    }
    if (deed.kind() == FactKind.ASK_EXTENSION) {
      if (duty.due() == null) {
        problems.add(problem(LifeRefusal.NO_DUE, duty));
      } else if (day.today().isAfter(duty.due())) {
        problems.add(problem(LifeRefusal.TOO_LATE, duty, duty.due(), day.today()));
      }
    }
    boolean longer =
        deed.kind() == FactKind.ASK_EXTENSION || deed.kind() == FactKind.GRANT_EXTENSION;
    if (longer && duty.due() != null && !until.isAfter(duty.due())) {
      problems.add(problem(LifeRefusal.NOT_LATER, duty, until, duty.due()));
    }
    LocalDate whole =
        duty.part() == Party.Part.COORDINATE ? duties.dueOfWhole(duty.id(), day.today()) : null;
    if (whole != null && until.isAfter(whole)) {
      problems.add(problem(LifeRefusal.AFTER_WHOLE, duty, until, whole));
    }
    if (duty.part() == Party.Part.LEAD && deed.kind() != FactKind.ASK_EXTENSION) {
      for (DutyStore.PartAfter part : duties.partsAfter(duty.id(), until, day.today())) {
        problems.add(
            problem(LifeRefusal.BEFORE_PART, duty, until, part.due(), name(part.bodyId())));
      }
    }
  }

  /** No day that is past, and none for a period that was missed: it stays missed. */
  private void setDate(Duty duty, LocalDate until, List<Problem> problems) {
    if (until.isBefore(day.today())) {
      problems.add(problem(LifeRefusal.PAST_DAY, duty, until, day.today()));
    }
    LocalDate due = duty.due();
    if (duty.period() != null && due != null && due.isBefore(day.today())) {
      problems.add(problem(LifeRefusal.MISSED, duty, due));
    }
  }

  private void handBack(Duty duty, Deed deed, List<Problem> problems) {
    Integer other = deed.otherBody();
    if (deed.kind() != FactKind.HAND_BACK || other == null) {
      return;
    }
    if (other == duty.bodyId() || duties.handedBackBefore(duty.taskId(), other)) {
      problems.add(problem(LifeRefusal.CIRCLE, duty, name(other)));
    }
    ceased(other, duty, problems);
  }

  /** A body that ceased does nothing more; its successors are named. */
  private void ceased(int body, Duty duty, List<Problem> problems) {
    List<Succession> after = heirs.of(body);
    if (!after.isEmpty()) {
      problems.add(
          problem(
              LifeRefusal.CEASED, duty, name(body), heirs.since(body, after), Heirs.names(after)));
    }
  }

  private String name(int body) {
    return bodies.find(body).map(Body::name).orElse(Integer.toString(body));
  }

  private static Problem problem(LifeRefusal code, Duty duty, Object... arguments) {
    return Problem.at(duty.taskCode(), code.key(), arguments);
  }
}
