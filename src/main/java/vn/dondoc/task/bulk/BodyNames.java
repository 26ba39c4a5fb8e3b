package vn.dondoc.task.bulk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.task.life.Heirs;

/**
 * Tên cơ quan gõ vào: the directory of a day is asked once; only a name it does not hold letter by
 * letter is looked for, and that once however often it stands there.
 */
public final class BodyNames {
  private final Bodies bodies;
  private final Heirs heirs;
  private final LocalDate day;
  private final Map<String, Body> byCode = new HashMap<>();
  private final Map<String, List<Body>> byName;
  private final Map<String, Found> asked = new HashMap<>();

  private BodyNames(Bodies bodies, Heirs heirs, LocalDate day) {
    this.bodies = bodies;
    this.heirs = heirs;
    this.day = day;
    List<Body> all = bodies.toldApart(bodies.on(day), day);
    all.forEach(body -> byCode.put(body.code(), body));
    this.byName = all.stream().collect(Collectors.groupingBy(Body::name));
  }

  /** The names of a day. */
  public static BodyNames on(LocalDate day, Bodies bodies, Heirs heirs) {
    return new BodyNames(bodies, heirs, day);
  }

  /**
   * What a name was found to mean.
   *
   * @param body the one it means; null when it is not clear
   * @param near names with their codes that it may mean
   * @param ceased why the one it means takes no work, and who carries on; null when it exists
   */
  public record Found(@Nullable Body body, String near, @Nullable Problem ceased) {}

  /** The body of a name, of a code, or of a name with its code behind it in brackets. */
  public Found find(String written) {
    return asked.computeIfAbsent(written.strip(), this::look);
  }

  private Found look(String written) {
    Found found = today(written);
    Body meant = found.body() == null ? heirs.formerly(written).orElse(null) : found.body();
    List<Problem> ceased = meant == null ? List.of() : heirs.problems(List.of(meant.id()));
    return ceased.isEmpty() ? found : new Found(null, "", ceased.getFirst());
  }

  private Found today(String written) {
    Body coded = byCode.get(written.replaceFirst("^.*\\(([0-9A-Z@._-]+)\\)$", "$1"));
    if (coded != null) {
      return new Found(coded, "", null);
    }
    List<Body> named = byName.getOrDefault(written, List.of());
    if (named.size() == 1) {
      return new Found(named.getFirst(), "", null);
    }
    if (!named.isEmpty()) {
      return new Found(null, near(named), null);
    }
    Resolution found = bodies.resolve(written, day);
    return found.isSure()
        ? new Found(found.bodies().getFirst(), "", null)
        : new Found(null, near(bodies.toldApart(found.bodies(), day)), null);
  }

  private static String near(List<Body> bodies) {
    return bodies.stream()
        .map(body -> body.name() + " (" + body.code() + ")")
        .collect(Collectors.joining("; "));
  }

  /** Every official name of the day, to choose from. */
  public List<String> all() {
    return byName.keySet().stream().sorted().toList();
  }
}
