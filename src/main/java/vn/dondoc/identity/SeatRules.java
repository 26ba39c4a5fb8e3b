package vn.dondoc.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;

/** Which seat an account may have, and how the audit tells it. */
@Component
class SeatRules {
  private final RoleStore roles;
  private final Bodies bodies;
  private final Places places;
  private final ProvinceDay day;

  SeatRules(RoleStore roles, Bodies bodies, Places places, ProvinceDay day) {
    this.roles = roles;
    this.bodies = bodies;
    this.places = places;
    this.day = day;
  }

  List<Problem> problems(Seat seat) {
    List<Problem> problems = new ArrayList<>();
    RoleReference.Row role = roles.all().get(seat.role());
    if (role == null) {
      problems.add(Problem.at("role", IdentityRefusal.ROLE.key(), seat.role()));
    }
    Integer body = seat.bodyId();
    if (body != null && bodies.find(body).filter(found -> !found.isGroup()).isEmpty()) {
      problems.add(Problem.at("body", IdentityRefusal.BODY.key(), body.toString()));
    }
    // Without a body such an account would see nothing at all.
    if (role != null && !role.wholeProvince() && body == null && seat.placeId() == null) {
      problems.add(Problem.at("body", IdentityRefusal.BODY_NEEDED.key(), role.nameVi()));
    }
    return problems;
  }

  boolean has(@Nullable Seat seat, String right) {
    return Optional.ofNullable(seat)
        .map(taken -> roles.all().get(taken.role()))
        .filter(role -> role.rights().contains(right))
        .isPresent();
  }

  Map<String, ?> facts(@Nullable Seat seat) {
    Map<String, @Nullable Object> facts = new TreeMap<>();
    if (seat != null) {
      facts.put("role", seat.role());
      facts.put("body", bodyName(seat.bodyId()));
      facts.put("place", placeName(seat.placeId()));
    }
    return facts;
  }

  @Nullable String bodyName(@Nullable Integer id) {
    return id == null ? null : bodies.find(id).map(Body::name).orElse(null);
  }

  @Nullable String placeName(@Nullable Integer id) {
    return id == null ? null : places.find(id, day.today()).map(Place::title).orElse(null);
  }
}
