package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Kéo dài thời gian giải ngân: asked for on a ground of the law and decided by the authority that
 * law names. What becomes of it is told by {@link AllowedExtensions}.
 */
@Component
@Transactional(readOnly = true)
public class Extensions {
  /** Requests looked at once. */
  static final int MOST = 5_000;

  static final int LONGEST_REASON = 2000;
  static final int LONGEST_WHY = 1000;
  private static final String PLAN = "capital.plan";

  private final ExtensionStore store;
  private final YearEndStore years;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Extensions(ExtensionStore store, YearEndStore years, AuditTrail audit, ProvinceDay day) {
    this.store = store;
    this.years = years;
    this.audit = audit;
    this.day = day;
  }

  /** Every request within sight, the latest first. */
  public List<Extension> all() {
    return store.all(null, day.today(), MOST);
  }

  /**
   * One request.
   *
   * @throws Refusal when there is none, or none within sight
   */
  public Extension required(long id) {
    return store.all(id, day.today(), 1).stream()
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(YearEndRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** A line as it stands today, with its budget year. */
  public record Standing(YearEndLine line, int year) {}

  /**
   * How a line stands.
   *
   * @throws Refusal when there is none, or none within sight
   */
  public Standing standing(long lineId) {
    Integer year = years.year(lineId).orElse(null);
    return years.lines(day.today(), year == null ? 0 : year).stream()
        .filter(line -> line.lineId() == lineId)
        .findFirst()
        .map(line -> new Standing(line, year == null ? 0 : year))
        .orElseThrow(
            () -> Refusal.of(YearEndRefusal.NO_LINE, Long.toString(lineId), Long.toString(lineId)));
  }

  /** Grounds that may be named for a line. */
  List<ExtensionGround> grounds(Standing standing) {
    return years.grounds(standing.year()).stream()
        .filter(ground -> ground.money().equals(standing.line().pool().money()))
        .toList();
  }

  /** The last day the law of a year lets money be extended to; null when it is not known. */
  @Nullable LocalDate latest(int year) {
    return years.deadlines(year).stream()
        .filter(deadline -> deadline.what().equals("extend"))
        .map(Deadline::lastDay)
        .findFirst()
        .orElse(null);
  }

  /**
   * Asks for an extension, as the owner or the planning department.
   *
   * @throws Refusal with every problem
   */
  @Transactional
  public long ask(long lineId, String ground, long amountVnd, LocalDate until, Words words) {
    Standing standing = standing(lineId);
    Actor actor = Acting.current();
    if (actor.accountId() > 0 && !actor.may(PLAN) && !store.owns(standing.line().projectId())) {
      throw Refusal.of(YearEndRefusal.NOT_YOURS, "", standing.line().project());
    }
    List<Problem> problems = new ArrayList<>();
    ground(standing, ground, amountVnd, problems);
    until(standing, until, problems);
    long free = standing.line().money().free();
    if (amountVnd < 1 || amountVnd > free) {
      problems.add(
          Problem.at(
              "amount",
              YearEndRefusal.ABOVE_LEFT.key(),
              standing.line().project(),
              amountVnd,
              free,
              amountVnd - free));
    }
    String reason = words.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      problems.add(
          Problem.at("reason", YearEndRefusal.WORDS.key(), reason.length(), LONGEST_REASON));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(YearEndRefusal.REQUEST, problems);
    }
    long id =
        store.ask(
            lineId,
            new Extension.Asked(
                ground,
                amountVnd,
                until,
                reason,
                words.document(),
                day.today(),
                "",
                Acting.current().accountId(),
                false),
            day.today());
    record(
        "capital.ask_extension",
        id,
        reason,
        Map.of("line", lineId, "amount", amountVnd, "ground", ground));
    return id;
  }

  /**
   * Lời đề nghị.
   *
   * @param reason lý do
   * @param document văn bản đề nghị; null when there is none
   */
  public record Words(String reason, @Nullable String document) {}

  private void ground(Standing standing, String code, long amount, List<Problem> problems) {
    if (standing.line().pool().carried()) {
      problems.add(
          Problem.at("", YearEndRefusal.CARRIED_AGAIN.key(), standing.line().pool().name()));
    }
    List<ExtensionGround> grounds = grounds(standing);
    ExtensionGround ground =
        grounds.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    if (grounds.isEmpty()) {
      problems.add(
          Problem.at("ground", YearEndRefusal.NO_LAW.key(), Integer.toString(standing.year())));
    } else if (ground == null) {
      String known =
          grounds.stream()
              .map(ExtensionGround::nameVi)
              .collect(java.util.stream.Collectors.joining("; "));
      problems.add(
          Problem.at(
              "ground",
              YearEndRefusal.GROUND.key(),
              code,
              Integer.toString(standing.year()),
              grounds.getFirst().basis(),
              known));
    } else if (ground.addedAfter() != null) {
      long added = years.added(standing.line().lineId(), ground.addedAfter());
      if (added < amount) {
        problems.add(
            Problem.at(
                "amount", YearEndRefusal.NOT_ADDED.key(), ground.addedAfter(), added, amount));
      }
    }
  }

  private void until(Standing standing, LocalDate until, List<Problem> problems) {
    LocalDate latest = latest(standing.year());
    LocalDate now = standing.line().until().payments();
    if (latest != null && (until.isAfter(latest) || !until.isAfter(now))) {
      problems.add(Problem.at("until", YearEndRefusal.UNTIL.key(), until, now, latest));
    }
  }

  /**
   * Records what was decided. Who decides is told by the law, not typed.
   *
   * @param decided the decision; its authority is filled in
   * @throws Refusal when the actor asked for it, it was decided already, allows more than was
   *     asked, or is incomplete
   */
  @Transactional
  public void decide(long id, Extension.Decided decided) {
    Extension extension = required(id);
    if (extension.decided() != null) {
      throw Refusal.of(YearEndRefusal.DECIDED, "", extension.line().project());
    }
    Extension.Asked asked = extension.asked();
    if (extension.isOwn()) {
      throw Refusal.of(YearEndRefusal.OWN_REQUEST, "", extension.line().project(), asked.by());
    }
    Standing standing = standing(extension.line().id());
    String authority = authority(extension, standing);
    List<Problem> problems =
        YearEnds.documentProblems(
            Voucher.Paper.of(authority, "", decided.document(), decided.signedOn()), day.today());
    // What holds by itself was added by a document from before it was asked.
    if (!asked.automatic() && decided.signedOn().isBefore(asked.on())) {
      problems.add(
          Problem.at("signed", YearEndRefusal.BEFORE_ASKED.key(), decided.signedOn(), asked.on()));
    }
    if (decided.accepted()) {
      allowed(decided, asked, standing, problems);
    } else if (asked.automatic()) {
      problems.add(Problem.at("accepted", YearEndRefusal.RUNS_ON.key(), asked.until()));
    }
    String why = decided.why() == null ? "" : decided.why().strip();
    if (!decided.accepted() && (why.isEmpty() || why.length() > LONGEST_WHY)) {
      problems.add(Problem.at("why", YearEndRefusal.WORDS.key(), why.length(), LONGEST_WHY));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(YearEndRefusal.REQUEST, problems);
    }
    try {
      store.decide(
          id,
          new Extension.Decided(
              decided.accepted(),
              decided.accepted() ? decided.amountVnd() : null,
              decided.accepted() ? decided.until() : null,
              authority,
              decided.document(),
              decided.signedOn(),
              why.isEmpty() ? null : why),
          day.today());
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(YearEndRefusal.DECIDED, "", extension.line().project());
    }
    record(
        "capital.decide_extension",
        id,
        why.isEmpty() ? null : why,
        Map.of("accepted", decided.accepted(), "document", decided.document()));
  }

  private static void allowed(
      Extension.Decided decided, Extension.Asked asked, Standing standing, List<Problem> problems) {
    Long amount = decided.amountVnd();
    LocalDate until = decided.until();
    if (amount == null
        || until == null
        || amount < 1
        || amount > asked.amountVnd()
        || until.isAfter(asked.until())) {
      problems.add(
          Problem.at("amount", YearEndRefusal.ABOVE_ASKED.key(), asked.amountVnd(), asked.until()));
    }
    LocalDate now = standing.line().until().payments();
    if (until != null && !until.isAfter(now)) {
      problems.add(Problem.at("until", YearEndRefusal.UNTIL_NOW.key(), until, now, asked.until()));
    }
  }

  /**
   * Who decides, as the law of the year tells.
   *
   * @throws Refusal when no law of the tables does
   */
  String authority(Extension extension, Standing standing) {
    return grounds(standing).stream()
        .filter(ground -> ground.code().equals(extension.asked().ground()))
        .findFirst()
        .map(ExtensionGround::authorityVi)
        .orElseThrow(
            () -> Refusal.of(YearEndRefusal.NO_LAW, "", Integer.toString(standing.year())));
  }

  /** Whether the actor may ask for a line of this project. */
  boolean mayAsk(long projectId) {
    return Acting.current().may(PLAN) || store.owns(projectId);
  }

  private void record(String act, long id, @Nullable String why, Map<String, ?> facts) {
    audit.record(new Act(act, "capital.extension", Long.toString(id), why, Map.of(), facts));
  }
}
