package vn.dondoc.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.dondoc.directive.circulation.Circulation;
import vn.dondoc.directive.circulation.OwnReceipt;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Asked;

/** Việc của tôi: what a body owes and what waits for a person, as of the province's day. */
@Component
@Transactional(readOnly = true)
class Works {
  /** Lines of a group on one page. */
  static final int PAGE = 50;

  private static final int DOCUMENTS = 20;
  private static final int SHEET = 20_000;
  private static final String CONFIRM = "task.confirm";
  private static final String COUNTED = Works.class.getName() + ".counted";
  private static final String DOCUMENTS_COUNTED = Works.class.getName() + ".documents";

  private final WorkStore store;
  private final Circulation circulation;
  private final ProvinceDay day;

  Works(WorkStore store, Circulation circulation, ProvinceDay day) {
    this.store = store;
    this.circulation = circulation;
    this.day = day;
  }

  /** The body a person belongs to; whoever sees the whole province may belong to several. */
  static List<Integer> home(Actor actor) {
    List<Integer> own = actor.bodies();
    return actor.wholeProvince() || own.isEmpty() ? own : own.subList(0, 1);
  }

  /**
   * The lines of these bodies, and what waits for the person.
   *
   * @throws Refusal when the line the page should begin after is not there
   */
  WorkFound find(List<Integer> bodies, WorkFilter filter) {
    WorkFound found = store.find(listing(bodies, filter.whose()), filter, PAGE);
    if (filter.after() != null && found.groups().isEmpty()) {
      throw Asked.noSuchRow(filter.after());
    }
    boolean home = filter.whose() == Whose.HOME && bodies.equals(home(Acting.current()));
    if (home) {
      tell(COUNTED, found.counts());
    }
    return found;
  }

  /** Every line of the filter, for a sheet. */
  WorkFound all(List<Integer> bodies, WorkFilter filter) {
    return store.find(listing(bodies, filter.whose()), filter, SHEET);
  }

  /** Việc cần làm ngay of who acts, the figure beside the menu. */
  int pressing() {
    List<Integer> home = home(Acting.current());
    WorkCounts counted = (WorkCounts) told(COUNTED);
    WorkCounts counts = counted == null ? store.badge(listing(home, Whose.HOME)) : counted;
    Integer documents = (Integer) told(DOCUMENTS_COUNTED);
    return counts.pressing() + (documents == null ? circulation.countWaiting(home) : documents);
  }

  /** What the page of the running request has counted already; null when it is another page. */
  private static @Nullable Object told(String name) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request == null ? null : request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
  }

  private static void tell(String name, Object counted) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(name, counted, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** Văn bản chờ nhận: documents these bodies were sent and have not acknowledged. */
  Documents documents(List<Integer> bodies) {
    List<OwnReceipt> first = circulation.waiting(bodies, DOCUMENTS);
    int total = first.size() < DOCUMENTS ? first.size() : circulation.countWaiting(bodies);
    if (bodies.equals(home(Acting.current()))) {
      tell(DOCUMENTS_COUNTED, total);
    }
    return new Documents(total, first);
  }

  /**
   * Văn bản chờ nhận.
   *
   * @param total how many
   * @param first the first of them, those due earliest
   */
  record Documents(int total, List<OwnReceipt> first) {}

  private WorkListing listing(List<Integer> bodies, Whose whose) {
    Actor actor = Acting.current();
    // Decisions are made at one's own desk, not while looking at another body's.
    boolean decides = actor.may(CONFIRM) && actor.wholeProvince() && bodies.equals(home(actor));
    return new WorkListing(day.today(), bodies, actor, decides, whose);
  }
}
