package vn.dondoc.directive.circulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.directive.circulation.AddresseeStore.Paper;
import vn.dondoc.directive.circulation.CirculationStore.Held;
import vn.dondoc.directive.circulation.CirculationStore.Missing;
import vn.dondoc.directive.circulation.CirculationStore.Sending;
import vn.dondoc.directive.circulation.CirculationStore.Target;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;

/**
 * Nơi nhận do người quyết định: whom the office adds or takes out, whom a recipient passes on to.
 */
@Component
@Transactional(readOnly = true)
class Distribution {
  private static final int LONGEST_REASON = 500;

  private final Circulation circulation;
  private final AddresseeStore addressees;
  private final CirculationStore store;
  private final Bodies bodies;
  private final ProvinceDay day;

  Distribution(
      Circulation circulation,
      AddresseeStore addressees,
      CirculationStore store,
      Bodies bodies,
      ProvinceDay day) {
    this.circulation = circulation;
    this.addressees = addressees;
    this.store = store;
    this.bodies = bodies;
    this.day = day;
  }

  /** Bodies that have work of the document and were not sent it. */
  List<Missing> missing(long id) {
    return store.missing(id, day.today());
  }

  /** Bodies a recipient may pass the document on to, and how it stands with them. */
  List<Below> below(long id, int body) {
    return store.below(id, body, day.today());
  }

  /**
   * Says who is meant by words of the document and sends it to them.
   *
   * @return how many bodies it was sent to
   * @throws Refusal when the words are not of this document, or the name is of no body
   */
  @Transactional
  int choose(long id, long addressee, String name) {
    Paper paper = circulation.confirmed(id);
    require(paper, addressee);
    Body body = named(name, paper);
    addressees.choose(addressee, body.id(), null, circulation.told());
    circulation.record(
        "directive.choose_recipient", id, null, Map.of("addressee", addressee, "body", body.id()));
    return circulation.deliver(paper, List.of(new Target(addressee, body.id()))).size();
  }

  /**
   * Says that nobody is meant.
   *
   * @throws Refusal without a reason
   */
  @Transactional
  void chooseNobody(long id, long addressee, String reason) {
    Paper paper = circulation.confirmed(id);
    Addressee named = require(paper, addressee);
    String why = reason(reason, named.words());
    addressees.choose(addressee, null, why, circulation.told());
    circulation.record("directive.choose_recipient", id, why, Map.of("addressee", addressee));
  }

  /**
   * Sends to one body or group more.
   *
   * @return how many bodies it was sent to; 0 when they had it
   */
  @Transactional
  int add(long id, String name) {
    Paper paper = circulation.confirmed(id);
    return circulation.deliver(paper, List.of(new Target(null, named(name, paper).id()))).size();
  }

  /** Sends to every body that has work of the document and was not sent it. */
  @Transactional
  int addMissing(long id) {
    Paper paper = circulation.confirmed(id);
    List<Target> targets = missing(id).stream().map(m -> new Target(null, m.bodyId())).toList();
    return circulation.deliver(paper, targets).size();
  }

  /**
   * Rút lại: what was sent by mistake is withdrawn by whoever sent it, or by the office.
   *
   * @throws Refusal without a reason, when it is not there, or somebody else sent it
   */
  @Transactional
  void withdraw(long id, int body, String reason) {
    Paper paper = circulation.paper(id);
    Held held = circulation.held(paper, body);
    if (!Acting.current().wholeProvince() && !held.sender()) {
      throw Refusal.of(CirculationRefusal.NOT_YOURS, "co-quan", paper.title());
    }
    String why = reason(reason, paper.title());
    store.tell(id, List.of(body), "withdrawn", why, circulation.told());
    circulation.record("directive.withdraw", id, why, Map.of("bodies", List.of(body)));
  }

  /**
   * Phổ biến tiếp: passes a document on to bodies below. Those who have it are left alone.
   *
   * @return how many it was passed on to
   * @throws Refusal when the sender did not acknowledge it, or a body is not below the sender
   */
  @Transactional
  int forward(long id, int sender, List<Integer> chosen) {
    Paper paper = circulation.paper(id);
    Held held = circulation.held(paper, sender);
    if (!held.own()) {
      throw Refusal.of(CirculationRefusal.NOT_YOURS, "co-quan", paper.title());
    }
    if (!held.acknowledged()) {
      throw Refusal.of(CirculationRefusal.NOT_RECEIVED, "co-quan", paper.title());
    }
    if (chosen.isEmpty()) {
      throw Refusal.of(CirculationRefusal.NOBODY_CHOSEN, "den", paper.title());
    }
    refuseOthers(chosen, below(id, sender));
    LocalDate today = day.today();
    List<Target> targets = chosen.stream().map(body -> new Target(null, body)).toList();
    List<Integer> sent =
        store.send(
            new Sending(id, sender, circulation.dueOn(), today), targets, circulation.told());
    if (!sent.isEmpty()) {
      circulation.record("directive.forward", id, null, Map.of("from", sender, "bodies", sent));
    }
    return sent.size();
  }

  private void refuseOthers(List<Integer> chosen, List<Below> below) {
    Set<Integer> allowed = below.stream().map(Below::bodyId).collect(Collectors.toSet());
    Set<Integer> strangers = new LinkedHashSet<>(chosen);
    strangers.removeAll(allowed);
    if (!strangers.isEmpty()) {
      List<Refusal.Problem> problems =
          bodies.find(new ArrayList<>(strangers)).stream()
              .map(body ->
                  Refusal.Problem.at("den", CirculationRefusal.NOT_BELOW.key(), body.name()))
              .toList();
      throw problems.isEmpty()
          ? Refusal.of(CirculationRefusal.NOT_BELOW, "den", strangers.toString())
          : Refusal.of(CirculationRefusal.NOT_BELOW, problems);
    }
  }

  private Addressee require(Paper paper, long addressee) {
    return addressees.of(paper.id(), paper.dayOr(day.today())).stream()
        .filter(one -> one.id() == addressee)
        .findFirst()
        .orElseThrow(() -> Refusal.of(CirculationRefusal.ADDRESSEE, "noi-nhan", paper.title()));
  }

  private Body named(String name, Paper paper) {
    String said = name.strip();
    Resolution found = bodies.resolve(said, paper.dayOr(day.today()));
    if (said.isEmpty() || !found.isSure()) {
      List<Body> near = bodies.toldApart(found.bodies(), paper.dayOr(day.today()));
      throw Refusal.of(CirculationRefusal.BODY, "co-quan", said, suggested(near));
    }
    return found.bodies().getFirst();
  }

  private static String suggested(List<Body> near) {
    String names = near.stream().limit(4).map(Body::name).collect(Collectors.joining("; "));
    return names.isEmpty() ? "–" : names;
  }

  private static String reason(String reason, String about) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw Refusal.of(CirculationRefusal.REASON, "ly-do", about, LONGEST_REASON);
    }
    return why;
  }
}
