package vn.dondoc.task.succession;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Heirs;

/** Việc của cơ quan đã kết thúc hoạt động: shown to the office, moved to the heir in one act. */
@Component
@Transactional(readOnly = true)
public class Successions {
  /** The right to confirm: who decides about duties decides about their heirs. */
  static final String CONFIRM = "task.confirm";

  /** Duties moved in one act. */
  static final int MOST = 500;

  private final SuccessionStore store;
  private final Duties duties;
  private final Heirs heirs;
  private final Bodies bodies;

  Successions(SuccessionStore store, Duties duties, Heirs heirs, Bodies bodies) {
    this.store = store;
    this.duties = duties;
    this.heirs = heirs;
    this.bodies = bodies;
  }

  /** How many duties bodies that ceased still owe; 0 for whoever does not decide about them. */
  public int open() {
    boolean decides = Acting.current().may(CONFIRM) && Acting.current().wholeProvince();
    return decides ? store.count(duties.today()) : 0;
  }

  /** The bodies that ceased and still owe something, those that ceased first ahead. */
  List<CeasedBody> bodies() {
    return ceased(store.bodies(duties.today(), null));
  }

  private List<CeasedBody> ceased(List<SuccessionStore.Owing> owing) {
    Map<Integer, String> names = new HashMap<>();
    bodies
        .find(owing.stream().map(SuccessionStore.Owing::bodyId).toList())
        .forEach(body -> names.put(body.id(), body.name()));
    return owing.stream()
        .map(one ->
            new CeasedBody(
                one.bodyId(),
                names.getOrDefault(one.bodyId(), ""),
                one.until(),
                one.open(),
                one.overdue(),
                heirs.of(one.bodyId())))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws Refusal when the body exists, or owes nothing
   */
  CeasedBody body(int id) {
    return ceased(store.bodies(duties.today(), id)).stream()
        .findFirst()
        .orElseThrow(() -> {
          String name = bodies.find(id).map(Body::name).orElse(Integer.toString(id));
          return Refusal.of(SuccessionRefusal.UNKNOWN, name, name);
        });
  }

  /** What it still owes, the nearest deadline first. */
  List<SuccessionStore.Line> duties(int body) {
    return store.duties(body, duties.today(), MOST);
  }

  /**
   * Moves duties to an heir: all of them, or none when one cannot be moved.
   *
   * @param steps the last step the person saw, by duty
   * @throws Refusal with every duty that cannot be moved
   */
  @Transactional
  int move(Map<Long, Integer> steps, @Nullable Integer heir, String words, String document) {
    if (steps.isEmpty()) {
      throw Refusal.of(SuccessionRefusal.NONE, "phan");
    }
    if (steps.size() > MOST) {
      throw Refusal.of(SuccessionRefusal.MANY, "phan", steps.size(), MOST);
    }
    if (heir == null) {
      throw Refusal.of(SuccessionRefusal.NO_HEIR, "ke-thua");
    }
    List<Problem> problems = new ArrayList<>();
    steps.forEach((duty, step) -> {
      try {
        duties.handOver(duty, step, heir, words, document);
      } catch (Refusal refusal) {
        if (Duties.isOvertaken(refusal)) {
          // The database takes nothing more in this transaction.
          throw refusal;
        }
        refusal.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
      }
    });
    if (!problems.isEmpty()) {
      throw Refusal.of(SuccessionRefusal.NONE, problems);
    }
    return steps.size();
  }
}
