package vn.dondoc.task.head;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.EvidenceFile;
import vn.dondoc.web.Asked;

/**
 * Hồ sơ người đứng đầu: the matters to be reviewed of every head, as of any day. The system
 * proposes a matter with the words of the notice; what came of it is decided elsewhere and recorded
 * here.
 */
@Component
@Transactional(readOnly = true)
public class Heads {
  /** Rows of a page. */
  static final int PAGE = 50;

  static final int SHEET = 20_000;

  /** The right to explain for one's own body. */
  static final String REPORT = "task.report";

  /** The right to record what an authority decided. */
  static final String CONFIRM = "task.confirm";

  private static final int WORDS = 10_000;
  private static final int SHORT = 200;

  private final HeadStore store;
  private final RecordStore records;
  private final EvidenceStore evidence;
  private final List<HeadEvidence> fields;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final ApplicationEventPublisher news;

  Heads(
      HeadStore store,
      RecordStore records,
      EvidenceStore evidence,
      List<HeadEvidence> fields,
      AuditTrail audit,
      ProvinceDay day,
      ApplicationEventPublisher news) {
    this.store = store;
    this.records = records;
    this.evidence = evidence;
    this.fields = List.copyOf(fields);
    this.audit = audit;
    this.day = day;
    this.news = news;
  }

  LocalDate today() {
    return day.today();
  }

  /** One page of the list, a row more when there is another. */
  List<Head> list(HeadFilter filter) {
    List<Head> found = store.heads(filter, lines(filter), PAGE + 1);
    if (filter.after() != null && found.isEmpty()) {
      throw Asked.noSuchRow(filter.after());
    }
    return found;
  }

  /** Every head of the filter, for a sheet. */
  List<Head> all(HeadFilter filter) {
    return store.heads(filter.from(null), lines(filter), SHEET);
  }

  /** What other fields hold against bodies, of the body that is asked for. */
  private List<HeadEvidence.Line> lines(HeadFilter filter) {
    return lines(filter.day(), filter.bodyId());
  }

  private List<HeadEvidence.Line> lines(LocalDate day, @Nullable Integer bodyId) {
    return fields.stream()
        .flatMap(field -> field.until(day, bodyId).stream())
        .filter(line -> bodyId == null || line.bodyId() == bodyId)
        .toList();
  }

  /** What other fields hold against whoever's file this is, the latest ahead. */
  List<HeadProof> evidence(HeadKey whose, LocalDate asOf) {
    Integer body = evidence.body(whose).orElse(null);
    return body == null
        ? List.of()
        : evidence.proofs(lines(asOf, body), asOf).stream()
            .filter(proof -> proof.isOf(whose))
            .toList();
  }

  /** How many matters stand where, whichever of them are listed. */
  Map<Standing, Integer> counts(HeadFilter filter) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    store.counts(filter).forEach(count -> counts.put(count.standing(), count.number()));
    return counts;
  }

  /** The matters of one file, the latest ahead; one more than asked for when there is another. */
  List<HeadMatter> file(HeadKey whose, HeadFilter filter, int limit) {
    return store.file(whose, filter, limit);
  }

  /** What of a task stands in files today. */
  public List<HeadMatter> ofTask(long task) {
    return store.ofTask(task, day.today());
  }

  List<Explanation> explanations(List<HeadMatter> matters, LocalDate asOf) {
    return matters.isEmpty()
        ? List.of()
        : records.explanations(matters.stream().map(HeadMatter::dutyId).toList(), asOf);
  }

  List<Outcome> outcomes(List<HeadMatter> matters, LocalDate asOf) {
    return matters.isEmpty()
        ? List.of()
        : records.outcomes(matters.stream().map(HeadMatter::dutyId).toList(), asOf);
  }

  /**
   * A matter as it stands today.
   *
   * @throws Refusal when the duty is in no file, or not in one the actor sees
   */
  HeadMatter matter(long duty) {
    return store.one(duty, day.today()).stream()
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(HeadRefusal.MATTER, Long.toString(duty), Long.toString(duty)));
  }

  /** Whether whoever acts explains this matter for its body. */
  static boolean mayExplain(HeadMatter matter) {
    Actor actor = Acting.current();
    return actor.may(REPORT) && actor.speaksFor(matter.whose().bodyId());
  }

  /** Whether whoever acts records what was decided: never about the head of a body of their own. */
  static boolean mayDecide(HeadMatter matter) {
    Actor actor = Acting.current();
    return actor.may(CONFIRM)
        && actor.wholeProvince()
        && !actor.bodies().contains(matter.whose().bodyId());
  }

  /**
   * Files what the body says about its lateness.
   *
   * @throws Refusal with everything that is wrong with it
   */
  @Transactional
  void explain(long duty, Explanation.Draft draft) {
    HeadMatter matter = matter(duty);
    List<Problem> problems = new ArrayList<>();
    if (!mayExplain(matter)) {
      problems.add(Problem.at(matter.code(), HeadRefusal.NOT_YOURS.key(), matter.whose().body()));
    }
    said(matter, draft.words(), draft.document(), problems);
    if (draft.document().isEmpty() && draft.files().isEmpty()) {
      problems.add(Problem.at(matter.code(), HeadRefusal.NO_PROOF.key()));
    }
    problems.addAll(EvidenceFile.problems(matter.code(), draft.files()));
    if (!problems.isEmpty()) {
      throw Refusal.of(HeadRefusal.NO_WORDS, problems);
    }
    records.explain(matter, draft, day.today(), Acting.current());
    Map<String, @Nullable Object> told = told(matter);
    told.put("document", draft.document());
    told.put("files", draft.files().stream().map(EvidenceFile::name).toList());
    record("task.head.explain", matter, draft.words(), told);
  }

  /**
   * Records what the competent authority decided.
   *
   * @param kind what; null when none was chosen
   * @throws Refusal with everything that is wrong with it
   */
  @Transactional
  void decide(long duty, @Nullable Standing kind, String words, String document) {
    HeadMatter matter = matter(duty);
    List<Problem> problems = new ArrayList<>();
    if (!mayDecide(matter)) {
      boolean own = Acting.current().bodies().contains(matter.whose().bodyId());
      HeadRefusal code = own ? HeadRefusal.OWN_HEAD : HeadRefusal.NOT_YOURS;
      problems.add(Problem.at(matter.code(), code.key(), matter.whose().body()));
    }
    if (kind == null || !kind.isDecided()) {
      problems.add(Problem.at(matter.code(), HeadRefusal.OUTCOME.key()));
    }
    said(matter, words, document, problems);
    if (document.isEmpty()) {
      problems.add(Problem.at(matter.code(), HeadRefusal.NO_DOCUMENT.key()));
    }
    if (kind == null || !problems.isEmpty()) {
      throw Refusal.of(HeadRefusal.OUTCOME, problems);
    }
    Actor by = Acting.current();
    Outcome outcome =
        new Outcome(duty, kind, words, document, day.today(), Instant.EPOCH, by.name());
    records.decide(matter, outcome, by);
    Map<String, @Nullable Object> told = told(matter);
    told.put("outcome", kind.code());
    told.put("document", document);
    record("task.head.decide", matter, words, told);
  }

  private static void said(
      HeadMatter matter, String words, String document, List<Problem> problems) {
    if (words.isEmpty()) {
      problems.add(Problem.at(matter.code(), HeadRefusal.NO_WORDS.key()));
    }
    if (words.length() > WORDS) {
      problems.add(Problem.at(matter.code(), HeadRefusal.WORDS_LONG.key(), words.length(), WORDS));
    }
    if (document.length() > SHORT) {
      problems.add(
          Problem.at(matter.code(), HeadRefusal.DOCUMENT_LONG.key(), document.length(), SHORT));
    }
  }

  private static Map<String, @Nullable Object> told(HeadMatter matter) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("task", matter.code());
    told.put("body", matter.whose().bodyId());
    told.put("head", matter.whose().title());
    return told;
  }

  private void record(
      String act, HeadMatter matter, String why, Map<String, @Nullable Object> told) {
    audit.record(
        new Act(
            act,
            "task.duty",
            Long.toString(matter.dutyId()),
            why,
            Map.of("standing", matter.standing().code()),
            told));
  }

  /** A file of an explanation; empty when it is not there or not to be seen. */
  Optional<EvidenceFile> attached(long id) {
    return records.file(id);
  }

  /** Tells other modules of every matter they were not told of yet; repeating it tells nothing. */
  @Transactional
  void tell(LocalDate asOf) {
    for (HeadToBeReviewed fresh : store.tell(asOf)) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      told.put("body", fresh.bodyId());
      told.put("post", fresh.postId());
      told.put("late_on", fresh.lateOn().toString());
      audit.record(
          new Act(
              "task.head.appear",
              "task.duty",
              Long.toString(fresh.dutyId()),
              null,
              Map.of(),
              told));
      news.publishEvent(fresh);
    }
  }
}
