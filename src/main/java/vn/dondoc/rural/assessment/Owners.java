package vn.dondoc.rural.assessment;

import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
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
}
