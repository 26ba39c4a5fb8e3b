package vn.dondoc.agency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.ProvinceDay;

/** Cơ quan, đơn vị: the door to the directory of bodies. */
@Component
@Transactional(readOnly = true)
public class Bodies {
  private final BodyStore store;
  private final NameStore names;
  private final BodyEntry entry;
  private final ProvinceDay day;

  Bodies(BodyStore store, NameStore names, BodyEntry entry, ProvinceDay day) {
    this.store = store;
    this.names = names;
    this.entry = entry;
    this.day = day;
  }

  /** A body, whenever it existed, under the name it bears on the province's day. */
  public Optional<Body> find(int id) {
    return store.find(id, day.today());
  }

  /** Several bodies at once, whenever they existed. */
  public List<Body> find(Collection<Integer> ids) {
    return store.find(ids, day.today());
  }

  /** Every body of a day, groups last. */
  public List<Body> on(LocalDate day) {
    return store.on(day);
  }

  /**
   * Which body a text means by these words: full names, other names, abbreviations, a post for its
   * body, groups; without regard to case, spaces, hyphens or how the tone mark is placed.
   */
  public Resolution resolve(String asWritten, LocalDate day) {
    return names.resolve(asWritten, day);
  }

  /** What each of many texts means, with one question to the directory. */
  public Map<String, Resolution> resolve(Collection<String> asWritten, LocalDate day) {
    return asWritten.isEmpty() ? Map.of() : names.resolveAll(asWritten, day);
  }

  /** Members of a group on a day. */
  public List<Body> members(int groupId, LocalDate day) {
    return store.members(groupId, day);
  }

  /** Groups any of these bodies belongs to on a day. */
  public List<Body> groupsOf(Collection<Integer> bodyIds, LocalDate day) {
    return store.groupsOf(bodyIds, day);
  }

  /** Bodies in charge of any of these places on a day. */
  public List<Body> inCharge(Collection<Integer> placeIds, LocalDate day) {
    return store.inCharge(placeIds, day);
  }

  /**
   * The same bodies, each under a name that is its alone: "UBND xã Hòa Bình, huyện Hữu Lũng" where
   * another district has a commune of the same name. {@link #resolve} knows these names.
   */
  public List<Body> toldApart(Collection<Body> some, LocalDate day) {
    List<Integer> placed =
        some.stream().filter(body -> body.placeId() != null).map(Body::id).toList();
    Map<Integer, String> behind = behindNames(placed, day);
    return some.stream()
        .map(body -> body.named(body.name() + behind.getOrDefault(body.id(), "")))
        .toList();
  }

  /** What has to stand behind a name to make it one body's alone, where another bears it too. */
  public Map<Integer, String> behindNames(Collection<Integer> ids, LocalDate day) {
    return ids.isEmpty() ? Map.of() : store.districtsOfNamesakes(ids, day);
  }

  /** Who carries on the work of a body; empty while it exists. */
  public List<Succession> successors(int id) {
    return store.successors(id);
  }

  /** Bodies whose name looks like the words, nearest first. */
  public List<Body> search(String words, LocalDate day, int limit) {
    return store.search(words, day, limit);
  }

  /**
   * Adds a body to the directory and tells the audit.
   *
   * @return its id
   * @throws vn.dondoc.kernel.Refusal when its code or name is taken, or something it refers to is
   *     not there
   */
  @Transactional
  public int create(NewBody body) {
    return entry.create(body);
  }
}
