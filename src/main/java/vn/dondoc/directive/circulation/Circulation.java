package vn.dondoc.directive.circulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Body;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.directive.circulation.AddresseeStore.Paper;
import vn.dondoc.directive.circulation.AddresseeStore.Told;
import vn.dondoc.directive.circulation.CirculationStore.Held;
import vn.dondoc.directive.circulation.CirculationStore.Sending;
import vn.dondoc.directive.circulation.CirculationStore.Target;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.life.Calendars;

/**
 * Gửi và nhận văn bản: a confirmed document is sent to whom it names, each body says that it was
 * received, and may pass it on to the bodies below it.
 */
@Component
@Transactional(readOnly = true)
public class Circulation {
  /** Right to say that a document was received, and to pass it on. */
  public static final String ACKNOWLEDGE = "directive.acknowledge";

  static final String SUBJECT = "directive";
  static final String ACKNOWLEDGED = "acknowledged";

  private final AddresseeStore addressees;
  private final CirculationStore store;
  private final ReceiptListing listing;
  private final AddresseeReading reading;
  private final CirculationWords words;
  private final Calendars calendars;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Circulation(
      AddresseeStore addressees,
      CirculationStore store,
      ReceiptListing listing,
      AddresseeReading reading,
      CirculationWords words,
      Calendars calendars,
      AuditTrail audit,
      ProvinceDay day) {
    this.addressees = addressees;
    this.store = store;
    this.listing = listing;
    this.reading = reading;
    this.words = words;
    this.calendars = calendars;
    this.audit = audit;
    this.day = day;
  }

  /**
   * What sending came to.
   *
   * @param bodies how many bodies it was sent to now
   * @param open how many names wait for a person to say who is meant
   */
  public record Sent(int bodies, int open) {}

  /** The recipients a document names: as the directory reads them, or as they were settled. */
  public List<Addressee> addressees(long id) {
    Paper paper = paper(id);
    LocalDate countedOn = paper.dayOr(day.today());
    List<Addressee> kept = addressees.of(id, countedOn);
    if (!kept.isEmpty() || paper.confirmed()) {
      return kept;
    }
    List<AddresseeReading.Read> read = reading.read(paper.recipients(), countedOn);
    List<Integer> groups =
        read.stream()
            .flatMap(one -> one.meant().bodies().stream())
            .filter(Body::isGroup)
            .map(Body::id)
            .distinct()
            .toList();
    Map<Integer, Integer> members = addressees.members(groups, countedOn);
    return read.stream().map(one -> proposed(one, members)).toList();
  }

  private static Addressee proposed(AddresseeReading.Read read, Map<Integer, Integer> members) {
    List<Body> meant = read.meant().bodies();
    boolean sure = read.meant().isSure();
    Body body = sure ? meant.getFirst() : null;
    int count = body != null && body.isGroup() ? members.getOrDefault(body.id(), 0) : 1;
    return new Addressee(
        0, read.words(), read.line(), read.onward(), body, count, sure, null, meant);
  }

  /**
   * Gửi văn bản: reads whom the confirmed document names and sends it to those the directory is
   * sure of. Done again it changes nothing.
   *
   * @throws Refusal when its tasks are not confirmed
   */
  @Transactional
  public Sent send(long id) {
    Paper paper = confirmed(id);
    LocalDate countedOn = paper.dayOr(day.today());
    if (addressees.of(id, countedOn).isEmpty()) {
      List<AddresseeReading.Read> read = reading.read(paper.recipients(), countedOn);
      addressees.add(id, read);
      List<Addressee> fresh = addressees.of(id, countedOn);
      List<Target> targets = new ArrayList<>();
      for (int n = 0; n < read.size(); n++) {
        if (read.get(n).meant().isSure()) {
          int body = read.get(n).meant().bodies().getFirst().id();
          targets.add(new Target(fresh.get(n).id(), body));
        }
      }
      addressees.chooseAll(targets, told());
      int bodies = deliver(paper, targets).size();
      return new Sent(bodies, read.size() - targets.size());
    }
    return new Sent(0, open(id));
  }

  /** Whether a confirmed document names recipients that nobody has sent it to. */
  boolean isUnsent(Paper paper) {
    LocalDate countedOn = paper.dayOr(day.today());
    return paper.confirmed()
        && addressees.of(paper.id(), countedOn).isEmpty()
        && !reading.read(paper.recipients(), countedOn).isEmpty();
  }

  /** How many names of a document wait for a person to say who is meant. */
  public int open(long id) {
    Paper paper = paper(id);
    return paper.confirmed()
        ? addressees.countOpen(id)
        : (int) addressees(id).stream().filter(one -> !one.settled()).count();
  }

  /** Sends to these and tells the audit; those who have it are left alone. */
  List<Integer> deliver(Paper paper, List<Target> targets) {
    Sending sending = new Sending(paper.id(), null, dueOn(), paper.dayOr(day.today()));
    List<Integer> bodies = store.send(sending, targets, told());
    if (!bodies.isEmpty()) {
      record("directive.send", paper.id(), null, Map.of("bodies", bodies));
    }
    return bodies;
  }

  /** The last day on which a document sent today is acknowledged in time. */
  LocalDate dueOn() {
    LocalDate today = day.today();
    return calendars.current().plusWorkingDays(today, words.workingDays(today));
  }

  /** How a document stands with everybody it is with, as far as the actor sees. */
  public ReceiptFigures figures(long id) {
    return listing.figures(id, ReceiptFilter.of(Map.of()));
  }

  /** How far its recipients have passed a document on. */
  public List<Coverage> coverage(long id) {
    return listing.coverage(id);
  }

  /** How a document stands with the bodies the actor speaks for. */
  public List<OwnReceipt> own(long id) {
    return store.own(id, day.today());
  }

  /**
   * Documents that wait to be acknowledged by these bodies, as far as the actor speaks for them.
   */
  public List<OwnReceipt> waiting(Collection<Integer> bodies, int limit) {
    return bodies.isEmpty() || !Acting.current().may(ACKNOWLEDGE)
        ? List.of()
        : store.waiting(bodies, day.today(), limit);
  }

  /** How many those are. */
  public int countWaiting(Collection<Integer> bodies) {
    return bodies.isEmpty() || !Acting.current().may(ACKNOWLEDGE)
        ? 0
        : store.countWaiting(bodies, day.today());
  }

  /** Đã xem: somebody of a body it was sent to opens the document for the first time. */
  @Transactional
  public void open(long id, Collection<OwnReceipt> own) {
    if (own.stream().allMatch(one -> one.openedOn() != null)) {
      return;
    }
    List<Integer> bodies =
        store.tell(id, store.ownUnopened(id, day.today()), "opened", null, told());
    if (!bodies.isEmpty()) {
      record("directive.open", id, null, Map.of("bodies", bodies));
    }
  }

  /**
   * Xác nhận đã nhận. Said again it changes nothing.
   *
   * @return whether it is new
   * @throws Refusal when the document was not sent to the body, or the actor does not speak for it
   */
  @Transactional
  public boolean acknowledge(long id, int body) {
    Paper paper = paper(id);
    Held held = held(paper, body);
    if (!held.own()) {
      throw Refusal.of(CirculationRefusal.NOT_YOURS, "co-quan", paper.title());
    }
    store.tell(id, List.of(body), "opened", null, told());
    boolean fresh = !store.tell(id, List.of(body), ACKNOWLEDGED, null, told()).isEmpty();
    if (fresh) {
      record("directive.acknowledge", id, null, Map.of("bodies", List.of(body)));
    }
    return fresh;
  }

  Held held(Paper paper, int body) {
    return store
        .held(paper.id(), body, day.today())
        .orElseThrow(() -> Refusal.of(CirculationRefusal.NOT_SENT, "co-quan", paper.title()));
  }

  Paper paper(long id) {
    return addressees
        .paper(id)
        .orElseThrow(
            () -> Refusal.of(CirculationRefusal.DOCUMENT, Long.toString(id), Long.toString(id)));
  }

  Paper confirmed(long id) {
    Paper paper = paper(id);
    if (!paper.confirmed()) {
      throw Refusal.of(CirculationRefusal.NOT_CONFIRMED, paper.title(), paper.title());
    }
    return paper;
  }

  Told told() {
    return new Told(day.today(), Acting.current());
  }

  void record(String act, long document, @Nullable String why, Map<String, ?> as) {
    audit.record(new Act(act, SUBJECT, Objects.toString(document), why, Map.of(), as));
  }
}
