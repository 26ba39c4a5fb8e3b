package vn.dondoc.task.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.identity.Accounts;
import vn.dondoc.identity.Seat;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;

/** Các lịch: whose deadlines a key shows, as far as its owner sees at this moment. */
@Component
class Feeds {
  /** Most entries of a calendar: the deadlines nearest to the day. */
  static final int MOST = 500;

  private static final Actor LOOKING = Actor.system("Lịch iCalendar");
  private static final String READ = "task.read";

  private final CalendarKeys keys;
  private final FeedStore store;
  private final Accounts accounts;
  private final Bodies bodies;
  private final ProvinceDay day;

  Feeds(CalendarKeys keys, FeedStore store, Accounts accounts, Bodies bodies, ProvinceDay day) {
    this.keys = keys;
    this.store = store;
    this.accounts = accounts;
    this.bodies = bodies;
    this.day = day;
  }

  /**
   * Một lịch.
   *
   * @param key id of the key
   * @param name whose
   * @param reader on whose behalf it is read
   * @param bodies whose deadlines it shows
   */
  record Feed(long key, String name, Actor reader, List<Integer> bodies) {}

  /** The calendar behind a key; empty when no key, or nobody who may read, stands behind it. */
  Optional<Feed> behind(String key) {
    return Acting.call(LOOKING, () -> keys.owner(key)).flatMap(this::feed);
  }

  private Optional<Feed> feed(FeedStore.Key key) {
    Long account = key.account();
    if (account != null) {
      return ofPerson(key.id(), account);
    }
    Integer body = key.body();
    return body == null
        ? Optional.empty()
        : bodies
            .find(body)
            .map(found ->
                new Feed(
                    key.id(),
                    found.name(),
                    new Actor(0, found.name(), Set.of(READ), false, List.of(body), List.of()),
                    List.of(body)));
  }

  private Optional<Feed> ofPerson(long key, long account) {
    return Acting.call(
        LOOKING,
        () ->
            accounts
                .actor(account)
                .filter(actor -> actor.may(READ))
                .map(actor -> new Feed(key, actor.name(), actor, own(account))));
  }

  private List<Integer> own(long account) {
    Seat seat = accounts.find(account).orElseThrow().seat();
    Integer body = seat == null ? null : seat.bodyId();
    return body == null ? List.of() : List.of(body);
  }

  /** The entries, read under the scope of the calendar's owner. */
  @Transactional(readOnly = true)
  public List<FeedEntry> entries(List<Integer> of) {
    return store.entries(of, day.today(), MOST);
  }
}
