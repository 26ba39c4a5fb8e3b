package vn.dondoc.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Certainty;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Chọn cơ quan theo tên: which body of the directory somebody meant.
 *
 * @param body the body; null when none was named, or it is not sure which
 * @param candidates those to choose from when it is not sure
 * @param problem what to tell
 */
record BodyChoice(@Nullable Body body, List<Body> candidates, @Nullable Problem problem) {
  private static final String PLACE = "body";
  private static final int SUGGESTIONS = 10;

  /**
   * A choice among suggestions counts before the name typed.
   *
   * @param name the name typed
   * @param chosen id of the suggestion chosen
   */
  static BodyChoice of(String name, String chosen, Bodies bodies, LocalDate day) {
    if (!chosen.isEmpty()) {
      return bodies.on(day).stream()
          .filter(body -> Integer.toString(body.id()).equals(chosen) && !body.isGroup())
          .findFirst()
          .map(body -> new BodyChoice(body, List.of(), null))
          .orElseGet(() -> refused(IdentityRefusal.BODY, chosen, List.of()));
    }
    if (name.isEmpty()) {
      return new BodyChoice(null, List.of(), null);
    }
    Resolution found = bodies.resolve(name, day);
    if (found.certainty() == Certainty.GROUP) {
      return refused(IdentityRefusal.BODY_GROUP, name, List.of());
    }
    if (found.isSure()) {
      return new BodyChoice(found.bodies().getFirst(), List.of(), null);
    }
    List<Body> near = found.bodies().isEmpty() ? bodies.search(name, day, 50) : found.bodies();
    List<Body> candidates =
        near.stream().filter(body -> !body.isGroup()).limit(SUGGESTIONS).toList();
    return refused(
        candidates.isEmpty() ? IdentityRefusal.BODY_UNKNOWN : IdentityRefusal.BODY_CHOICE,
        name,
        candidates);
  }

  Optional<Integer> id() {
    return Optional.ofNullable(body).map(Body::id);
  }

  private static BodyChoice refused(IdentityRefusal code, String value, List<Body> candidates) {
    return new BodyChoice(null, candidates, Problem.at(PLACE, code.key(), value));
  }
}
