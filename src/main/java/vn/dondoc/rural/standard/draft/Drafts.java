package vn.dondoc.rural.standard.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.CriteriaSet;
import vn.dondoc.rural.standard.StandardRefusal;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.web.Rights;

/** Các bản nháp bộ tiêu chí: begun from a set, changed row by row or as a workbook, thrown away. */
@Component
@Transactional
class Drafts {
  /** Soạn bộ tiêu chí. */
  static final String EDIT = "rural.standards";

  private static final String KIND = "rural.draft";
  private static final String UNVERIFIED = "memory";

  private final DraftStore store;
  private final Standards standards;
  private final AuditTrail audit;

  Drafts(DraftStore store, Standards standards, AuditTrail audit) {
    this.store = store;
    this.standards = standards;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  List<Draft> open() {
    return store.open();
  }

  /**
   * A draft.
   *
   * @throws Refusal when there is none, or it has ended
   */
  @Transactional(readOnly = true)
  Draft find(int id) {
    return store
        .find(id)
        .orElseThrow(() -> Refusal.of(DraftRefusal.UNKNOWN, "", Integer.toString(id)));
  }

  /** What a draft said when a person looked; what it says now where that is not known. */
  @Transactional(readOnly = true)
  DraftPaper seen(Draft draft, int step) {
    return draft.step() == step
        ? draft.paper()
        : store.paper(draft.id(), step).orElse(draft.paper());
  }

  /** What the rows of a draft may name. */
  @Transactional(readOnly = true)
  DraftScope scope(Draft draft) {
    return scope(draft.parent(), draft.id());
  }

  /**
   * What the rows of a draft may name.
   *
   * @param own its id; null of one to be begun
   */
  private DraftScope scope(@Nullable Integer parent, @Nullable Integer own) {
    Set<String> codes = new HashSet<>();
    standards.all().forEach(set -> codes.add(set.code()));
    Set<String> drafted = store.codes(own);
    return parent == null
        ? new DraftScope(null, List.of(), store.kinds(), codes, drafted)
        : new DraftScope(set(parent), standards.criteria(parent), store.kinds(), codes, drafted);
  }

  CriteriaSet set(int id) {
    return standards
        .find(id)
        .orElseThrow(() -> Refusal.of(StandardRefusal.UNKNOWN, "", Integer.toString(id)));
  }

  /**
   * Begins a draft that says what a set says. It has an act of its own still to be named, and no
   * figure of it has been held against that act.
   *
   * @param code số, ký hiệu of the act to come
   * @param child a set that fills in the one copied, whose levels are taken as well; null for none
   */
  int copy(int setId, String code, @Nullable Integer child) {
    Rights.require(EDIT);
    CriteriaSet origin = set(setId);
    DraftPaper paper = store.paper(setId).filled(levels(child, origin));
    paper = paper.with(DraftTable.SET, List.of(fresh(paper.set(), code)));
    for (DraftTable table : List.of(DraftTable.INDICATORS, DraftTable.LEVELS)) {
      paper =
          paper.with(
              table,
              paper.rows(table).stream()
                  .map(row -> row.with("confidence", UNVERIFIED).with("source", ""))
                  .toList());
    }
    return begin(origin, origin.parent(), paper);
  }

  /** The levels of a set that fills in another; none without one. */
  private List<DraftRow> levels(@Nullable Integer child, CriteriaSet origin) {
    if (child == null) {
      return List.of();
    }
    CriteriaSet filling = set(child);
    if (!Objects.equals(filling.parent(), origin.id())) {
      throw Refusal.of(DraftRefusal.NOT_ITS_CHILD, "muc", filling.code(), origin.code());
    }
    return store.paper(child).rows(DraftTable.LEVELS).stream()
        .map(row -> row.with("confidence", UNVERIFIED).with("source", ""))
        .toList();
  }

  /**
   * Begins a draft that fills in what a set leaves to the province.
   *
   * @param child a set that fills it in already, whose levels it begins with; null for none
   */
  int fill(int setId, String code, @Nullable Integer child) {
    Rights.require(EDIT);
    CriteriaSet origin = set(setId);
    if (origin.parent() != null) {
      throw Refusal.of(DraftRefusal.CHILD_OF_CHILD, "", origin.code());
    }
    DraftRow set = fresh(store.paper(setId).set(), code).with("name_vi", "").with("name_en", "");
    DraftPaper paper =
        new DraftPaper(
            Map.of(DraftTable.SET, List.of(set), DraftTable.LEVELS, levels(child, origin)));
    return begin(origin, setId, paper);
  }

  private static DraftRow fresh(DraftRow set, String code) {
    return set.with("code", code.strip())
        .with("legal_act", "")
        .with("issued_on", "")
        .with("confidence", UNVERIFIED);
  }

  private int begin(CriteriaSet origin, @Nullable Integer parent, DraftPaper paper) {
    store.lockCodes();
    refuse(DraftCheck.of(paper, scope(parent, null)));
    int id = store.begin(origin.id(), parent);
    store.write(id, 1, paper);
    Map<String, Object> after =
        Map.of("code", paper.set().text("code"), "origin", origin.code(), "child", parent != null);
    record("rural.begin_draft", id, Map.of(), after);
    return id;
  }

  /**
   * Saves what it says now.
   *
   * @param step the edition that was changed
   * @return what differs
   * @throws Refusal with everything that is wrong with it, or when somebody else saved meanwhile
   */
  List<DraftChange> save(int id, int step, DraftPaper paper) {
    Rights.require(EDIT);
    Draft draft = locked(id, step);
    store.lockCodes();
    DraftScope scope = scope(draft);
    refuse(DraftCheck.of(paper, scope));
    DraftPaper ordered = paper.ordered(List.copyOf(scope.indicators(paper).keySet()));
    List<DraftChange> changes = DraftChange.between(draft.paper(), ordered);
    if (!changes.isEmpty()) {
      store.write(id, step + 1, ordered);
      record(
          "rural.change_draft",
          id,
          DraftChange.facts(changes, false),
          DraftChange.facts(changes, true));
    }
    return changes;
  }

  /** Throws a draft away; its editions stay. */
  void throwAway(int id, int step) {
    Rights.require(EDIT);
    Draft draft = locked(id, step);
    store.end(id, null, "");
    record("rural.drop_draft", id, Map.of("code", draft.code()), Map.of());
  }

  /** The draft as it was seen, and nobody else's until the transaction ends. */
  Draft locked(int id, int step) {
    store.lock(id);
    Draft draft = find(id);
    if (draft.step() != step) {
      throw Refusal.of(DraftRefusal.CHANGED, "", draft.edition().by());
    }
    return draft;
  }

  private static void refuse(List<DraftCheck.Finding> findings) {
    if (!findings.isEmpty()) {
      List<Problem> problems = findings.stream().map(DraftCheck.Finding::problem).toList();
      throw Refusal.of(DraftRefusal.ROWS, problems);
    }
  }

  private void record(String act, int id, Map<String, ?> before, Map<String, ?> after) {
    audit.record(new Act(act, KIND, Integer.toString(id), null, before, after));
  }
}
