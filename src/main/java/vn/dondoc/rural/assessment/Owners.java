package vn.dondoc.rural.assessment;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.rural.standard.Criterion.Indicator;

/** Cơ quan phụ trách chỉ tiêu: who owns an indicator, by the name the act gives it. */
@Component
class Owners {
  /** Văn phòng Điều phối: appraises for whoever owns the indicator. */
  private static final String ANY = "rural.appraise_any";

  private final Bodies bodies;
  private final ProvinceDay day;

  Owners(Bodies bodies, ProvinceDay day) {
    this.bodies = bodies;
    this.day = day;
  }

  /** Whether the actor sits in the body that owns an indicator, or may appraise any. */
  boolean mayAppraise(Indicator indicator) {
    Actor actor = Acting.current();
    return actor.may(ANY)
        || bodies.resolve(indicator.dataOwner(), day.today()).bodies().stream()
            .map(Body::id)
            .anyMatch(actor.bodies()::contains);
  }

  /** Whether the actor speaks for a body seated in a unit: what it says, the unit says. */
  boolean speaksFor(int unit) {
    return bodies.find(Acting.current().own()).stream()
        .map(Body::placeId)
        .anyMatch(place -> place != null && place == unit);
  }

  /** Those of these indicators the actor may appraise. */
  Set<Integer> owned(Collection<Indicator> indicators) {
    Actor actor = Acting.current();
    if (actor.may(ANY)) {
      return indicators.stream().map(Indicator::id).collect(Collectors.toSet());
    }
    Set<String> names = indicators.stream().map(Indicator::dataOwner).collect(Collectors.toSet());
    Map<String, Resolution> resolved = bodies.resolve(names, day.today());
    return indicators.stream()
        .filter(indicator -> {
          Resolution owner = resolved.get(indicator.dataOwner());
          return owner != null
              && owner.bodies().stream().map(Body::id).anyMatch(actor.bodies()::contains);
        })
        .map(Indicator::id)
        .collect(Collectors.toSet());
  }
}
