package vn.dondoc.capital.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.staging.IntakeMappings;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Projects;

/**
 * Các tệp nhập: taken in, read in the background, asked about, committed whole or not at all. What
 * was committed is undone by correcting entries only.
 */
@Component
@Transactional(readOnly = true)
public class Intakes {
  /** To see what came in. */
  public static final String READ = "capital.read";

  /** To take in what the Treasury confirms. */
  public static final String PAY = "capital.pay";

  /** To take in plans, and what others sent by paper. */
  public static final String PLAN = "capital.plan";

  /** To report as an owner. */
  public static final String REPORT = "capital.report";

  static final int MOST_LISTED = 50;
  private static final int LONGEST_ISSUER = 100;
  private static final int MOST_QUESTIONS = 50;

  private final IntakeStore store;
  private final IntakePlanStore plans;
  private final IntakeMatchStore matches;
  private final IntakePlanning planning;
  private final IntakeBooking booking;
  private final IntakeMappings mappings;
  private final Sources sources;
  private final Projects projects;
  private final Bodies bodies;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Intakes(
      IntakeStore store,
      IntakePlanStore plans,
      IntakeMatchStore matches,
      IntakePlanning planning,
      IntakeBooking booking,
      IntakeMappings mappings,
      Sources sources,
      Projects projects,
      Bodies bodies,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.plans = plans;
    this.matches = matches;
    this.planning = planning;
    this.booking = booking;
    this.mappings = mappings;
    this.sources = sources;
    this.projects = projects;
    this.bodies = bodies;
    this.audit = audit;
    this.day = day;
  }

  /** Whether the actor may take in such a file, and commit it. */
  public static boolean may(Content content) {
    Actor actor = Acting.current();
    return actor.accountId() < 0
        || actor.may(PLAN)
        || switch (content) {
          case TREASURY, VOUCHERS -> actor.may(PAY);
          case REPORT -> actor.may(REPORT);
          case PLAN -> false;
        };
  }

  /**
   * Takes a file in; it is taken apart in the background.
   *
   * @param sent what is said of it; its issuer is left empty
   * @return its number
   * @throws Refusal with everything that does not hold
   */
  @Transactional
  public long stage(Intake.What sent, String fileName, byte[] bytes) {
    Body sender = bodies.find(sent.senderId()).orElse(null);
    List<Problem> problems = IntakeCheck.problems(sent, sender, day.today());
    if (!problems.isEmpty() || sender == null) {
      throw Refusal.of(IntakeRefusal.FORM, problems);
    }
    String issuer = sender.name().substring(0, Math.min(sender.name().length(), LONGEST_ISSUER));
    Intake.What what =
        new Intake.What(
            sent.content(),
            sent.senderId(),
            issuer,
            sent.budgetYear(),
            sent.cutOff(),
            sent.reportKind(),
            sent.document(),
            sent.annex());
    Intake.File file = new Intake.File(fileName, digest(bytes), bytes.length);
    long id = store.add(what, file, bytes, day.today());
    mappings.queue(id);
    record(
        "capital.intake.stage",
        id,
        Map.of(
            "file", fileName,
            "digest", file.digest(),
            "content", what.content().code(),
            "sender", what.senderId(),
            "cutOff", what.cutOff().toString()));
    return id;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files within sight, the latest first. */
  public List<Intake> latest() {
    return store.latest(MOST_LISTED);
  }

  /**
   * A file.
   *
   * @throws Refusal when there is none, or none within sight
   */
  public Intake one(long id) {
    return store
        .find(id)
        .orElseThrow(() -> Refusal.of(IntakeRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** The file as it came. */
  byte[] file(long id) {
    return store.file(one(id).id());
  }

  /** What a file would do today; once it is committed, what it did. */
  Plan plan(long id) {
    return planning.plan(read(one(id)));
  }

  /** The same with the lines, sides and questions its page shows; worked out once. */
  Preview preview(long id, IntakePlanStore.Asked asked, int lines) {
    return planning.preview(read(one(id)), new Preview.Wanted(asked, lines, MOST_QUESTIONS));
  }

  /**
   * Điều trả lời về một tên gọi.
   *
   * @param key which name of the reading
   * @param means code or number of the project or pool; empty to leave it out
   */
  record Answer(int key, String means) {
    /** Its row is no project: it begins a group. */
    static final String HEADING = "=nhom";
  }

  /**
   * Keeps what names mean, for this file and the next of its sender, and which vouchers have
   * several rows of one line and kind.
   *
   * @param several the first row of each such voucher
   * @throws Refusal naming every answer that is no project or pool
   */
  @Transactional
  void answer(long id, List<Answer> answers, List<Integer> several) {
    Intake intake = held(id);
    long reading = Objects.requireNonNull(read(intake).reading());
    List<Problem> problems = new ArrayList<>();
    int said = 0;
    boolean headed = false;
    for (Answer answer : answers) {
      String what = matches.what(reading, answer.key()).orElse(null);
      if (what == null) {
        continue;
      }
      boolean pool = what.equals("pool");
      Integer poolId = pool ? pool(answer.means(), intake) : null;
      boolean heading = !pool && answer.means().equals(Answer.HEADING);
      Long projectId = pool || heading ? null : project(answer.means());
      if (!answer.means().isEmpty() && !heading && poolId == null && projectId == null) {
        problems.add(Problem.at("ten-" + answer.key(), IntakeRefusal.ANSWER.key(), answer.means()));
      } else {
        matches.say(reading, answer.key(), new IntakeMatchStore.Meant(projectId, poolId, heading));
        said++;
        headed |= heading;
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(IntakeRefusal.ANSWER, problems);
    }
    // What stands under it and what it adds up is read anew.
    if (headed) {
      mappings.again(intake);
    }
    for (int row : several) {
      matches.saySeveral(reading, row);
    }
    record("capital.intake.answer", id, Map.of("answers", said, "vouchers", several.size()));
  }

  private @Nullable Integer pool(String code, Intake intake) {
    return sources.pools(intake.what().budgetYear()).stream()
        .filter(pool -> pool.code().equals(code))
        .map(Pool::id)
        .findFirst()
        .orElse(null);
  }

  /** By number with a sign before it, as lists offer it, or by a code a person typed. */
  private @Nullable Long project(String means) {
    if (means.matches("#\\d{1,18}")) {
      return projects
          .find(Long.parseLong(means.substring(1)))
          .map(project -> (Long) project.id())
          .orElse(null);
    }
    return means.isEmpty()
        ? null
        : projects.coded(List.of(means)).stream()
            .map(project -> (Long) project.id())
            .findFirst()
            .orElse(null);
  }

  /** Held until the end of the transaction, still open. */
  Intake held(long id) {
    store.lock(one(id));
    Intake now = one(id);
    requireOpen(now);
    return now;
  }

  /**
   * Stops whoever may not take in such a file, or comes too late.
   *
   * @throws Refusal when it was committed or dropped
   */
  public void requireOpen(Intake intake) {
    if (!may(intake.what().content())) {
      throw new AccessDeniedException(PAY);
    }
    if (!intake.isWaiting()) {
      throw Refusal.of(IntakeRefusal.ENDED, intake.file().name(), intake.file().name());
    }
  }

  private static Intake read(Intake intake) {
    if (intake.reading() == null) {
      throw Refusal.of(IntakeRefusal.NOT_READ, intake.file().name(), intake.file().name());
    }
    return intake;
  }

  /**
   * Commits a file, all of it or nothing.
   *
   * @param lowered why figures go down
   * @return how many figures were written
   * @throws Refusal when a problem or a question is left, figures go down and nobody says why, or
   *     the ledger refuses
   */
  @Transactional
  int commit(long id, Lowered lowered) {
    Intake intake = held(id);
    long reading = Objects.requireNonNull(read(intake).reading());
    if (mappings.job(intake).filter(job -> job.isGoingOn()).isPresent()) {
      throw Refusal.of(IntakeRefusal.NOT_READ, intake.file().name(), intake.file().name());
    }
    plans.lock(reading);
    Preview preview = planning.preview(intake, Preview.Wanted.PLAN);
    Plan plan = preview.plan();
    refuse(plan);
    List<Problem> unsaid = lowered.problems(preview.fallen(), plan.rows(Plan.State.LOWER));
    if (!unsaid.isEmpty()) {
      throw Refusal.of(IntakeRefusal.REASON, unsaid);
    }
    boolean falls = plan.rows(Plan.State.LOWER) > 0;
    String reason = falls ? lowered.together() : null;
    plans.keep(reading, lowered.each(), lowered.all());
    Long posting = booking.book(intake, reason, day.today());
    store.end(
        intake,
        new Intake.End("committed", posting, reason, Instant.EPOCH, Acting.current().name()),
        day.today());
    Map<String, Object> facts = new TreeMap<>();
    facts.put("file", intake.file().name());
    facts.put("digest", intake.file().digest());
    facts.put("cutOff", intake.what().cutOff().toString());
    facts.put("written", plan.written());
    facts.put("unchanged", plan.rows(Plan.State.SAME));
    facts.put("leftOut", plan.rows(Plan.State.LEFT_OUT));
    facts.put("posting", posting);
    audit.record(
        new Act(
            "capital.intake.commit", "capital.intake", Long.toString(id), reason, Map.of(), facts));
    return (int) plan.written();
  }

  private static void refuse(Plan plan) {
    String file = plan.intake().file().name();
    if (!plan.problems().isEmpty()) {
      throw Refusal.of(IntakeRefusal.PROBLEMS, plan.problems());
    }
    if (plan.rows(Plan.State.ASKED) > 0) {
      throw Refusal.of(IntakeRefusal.QUESTIONS, file, plan.rows(Plan.State.ASKED));
    }
    if (plan.written() == 0) {
      throw Refusal.of(IntakeRefusal.NOTHING, file, file);
    }
  }

  /** Lets a file wait no longer; what it said stays with it. */
  @Transactional
  void drop(long id) {
    Intake intake = held(id);
    store.end(
        intake,
        new Intake.End("dropped", null, null, Instant.EPOCH, Acting.current().name()),
        day.today());
    record("capital.intake.drop", id, Map.of("file", intake.file().name()));
  }

  private void record(String act, long id, Map<String, ?> facts) {
    audit.record(new Act(act, "capital.intake", Long.toString(id), null, Map.of(), facts));
  }
}
