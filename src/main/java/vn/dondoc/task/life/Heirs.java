package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.agency.Succession;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/** Cơ quan kế thừa: who carries on the work of a body that has ceased by the province's day. */
@Component
@Transactional(readOnly = true)
public class Heirs {
  // Longer chains of mergers are not followed further; their last link is shown.
  private static final int MOST = 10;

  // Papers go on naming a body for a while after it ceased.
  private static final int YEARS_BACK = 5;

  private final Bodies bodies;
  private final DutyStore duties;
  private final ProvinceDay day;

  Heirs(Bodies bodies, DutyStore duties, ProvinceDay day) {
    this.bodies = bodies;
    this.duties = duties;
    this.day = day;
  }

  /**
   * The bodies that exist today and carry on; empty while the body itself exists. An heir that
   * ceased in its turn is replaced by its own.
   */
  public List<Succession> of(int body) {
    Map<Integer, Succession> found = new LinkedHashMap<>();
    List<Succession> next = direct(body);
    for (int depth = 0; depth < MOST && !next.isEmpty(); depth++) {
      List<Succession> after = new ArrayList<>();
      for (Succession heir : next) {
        List<Succession> further = depth + 1 == MOST ? List.of() : direct(heir.successor().id());
        if (further.isEmpty()) {
          found.putIfAbsent(heir.successor().id(), heir);
        }
        after.addAll(further);
      }
      next = after;
    }
    return List.copyOf(found.values());
  }

  /** The body that bore a name until it ceased, so that its heirs can be told. */
  public Optional<Body> formerly(String written) {
    for (int years = 1; years <= YEARS_BACK; years++) {
      Resolution found = bodies.resolve(written, day.today().minusYears(years));
      if (found.isSure()) {
        return Optional.of(found.bodies().getFirst());
      }
    }
    return Optional.empty();
  }

  /** Those of some bodies that have ceased; one question however many they are. */
  public List<Integer> among(Collection<Integer> ids) {
    Set<Integer> ceased = ids.isEmpty() ? Set.of() : duties.ceased(day.today());
    return ids.stream().filter(ceased::contains).toList();
  }

  private List<Succession> direct(int body) {
    LocalDate today = day.today();
    return bodies.successors(body).stream().filter(s -> !s.on().isAfter(today)).toList();
  }

  /**
   * What is wrong with giving work to these bodies today: one sentence each of them that ceased.
   */
  public List<Problem> problems(Collection<Integer> ids) {
    List<Problem> problems = new ArrayList<>();
    for (int id : among(ids)) {
      List<Succession> after = of(id);
      if (!after.isEmpty()) {
        String name = bodies.find(id).map(Body::name).orElse(Integer.toString(id));
        problems.add(
            Problem.at(
                name, "task.refusal.ceased", name, Days.written(since(id, after)), names(after)));
      }
    }
    return problems;
  }

  /** The day from which the body is no more. */
  LocalDate since(int body, List<Succession> after) {
    return direct(body).stream()
        .map(Succession::on)
        .findFirst()
        .orElseGet(() -> after.getFirst().on());
  }

  static String names(List<Succession> after) {
    return after.stream().map(s -> s.successor().name()).collect(Collectors.joining("; "));
  }
}
