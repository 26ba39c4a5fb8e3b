package vn.dondoc.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;

/**
 * Phạm vi: an account sees its own bodies, the bodies in charge of places within its own, and the
 * groups any of those belong to.
 */
@Component
class Scopes {
  private final AccountStore store;
  private final Bodies bodies;
  private final Places places;
  private final ProvinceDay day;

  Scopes(AccountStore store, Bodies bodies, Places places, ProvinceDay day) {
    this.store = store;
    this.bodies = bodies;
    this.places = places;
    this.day = day;
  }

  Actor actor(Account account) {
    AccountStore.Sight sight = store.sight(account.id());
    Set<String> rights = store.rights(account.id());
    if (sight.whole()) {
      return new Actor(account.id(), account.name(), rights, true, sight.bodies(), sight.places());
    }
    Set<Integer> within = new LinkedHashSet<>(sight.places());
    for (int place : sight.places()) {
      places.within(place, day.today()).stream().map(Place::id).forEach(within::add);
    }
    Set<Integer> seen = new LinkedHashSet<>(sight.bodies());
    bodies.inCharge(within, day.today()).stream().map(Body::id).forEach(seen::add);
    bodies.groupsOf(List.copyOf(seen), day.today()).stream().map(Body::id).forEach(seen::add);
    return new Actor(
        account.id(),
        account.name(),
        rights,
        false,
        List.copyOf(seen),
        List.copyOf(within),
        sight.bodies());
  }
}
