package vn.dondoc.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Party;
import vn.dondoc.task.life.State;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * The desk as the page shows it.
 *
 * @param request what was asked
 * @param address the same as the address says it
 * @param found the figures and the lines
 * @param names name by id of every body in the lines
 * @param choices bodies whose work this person may look at, own body first; empty without a choice
 * @param reports this person reports for the bodies of the page
 * @param documents documents that wait to be acknowledged
 */
record WorkView(
    WorkRequest request,
    ListAddress address,
    WorkFound found,
    Map<Integer, String> names,
    List<Body> choices,
    boolean reports,
    Works.Documents documents) {
  private static final int LONGEST_SAID = 90;

  WorkCounts counts() {
    return found.counts();
  }

  WorkFilter filter() {
    return request.filter();
  }

  /** "Việc của Sở Kế hoạch và Đầu tư". */
  String title(Page page) {
    List<Integer> bodies = request.bodies();
    if (found.whose() != Whose.BODY) {
      return page.t("desk.title." + found.whose().code());
    }
    return bodies.size() == 1
        ? page.t("desk.title_of", name(bodies.getFirst()))
        : page.t(bodies.isEmpty() ? "desk.title" : "desk.title_all");
  }

  /** The first page of a person's own work, which the figure beside the menu tells of. */
  boolean isHome() {
    return filter().chip() == WorkFilter.Chip.ALL
        && filter().group() == null
        && filter().whose() == Whose.HOME
        && request.bodies().equals(Works.home(Acting.current()));
  }

  /** This person's own bodies: only their work is given to people of theirs. */
  boolean choosesWhose() {
    Actor actor = Acting.current();
    return !request.bodies().isEmpty() && actor.own().containsAll(request.bodies());
  }

  String whose(Whose whose) {
    Map<String, String> asked = new LinkedHashMap<>(without(WorkRequest.GROUP));
    return new ListAddress(address.path(), asked).with(WorkRequest.WHOSE, whose.word());
  }

  boolean isSeveral() {
    return request.bodies().size() > 1;
  }

  String name(int body) {
    return names.getOrDefault(body, Integer.toString(body));
  }

  boolean isChosen(Body body) {
    return request.bodies().equals(List.of(body.id()));
  }

  /** The line under the action: where it is said, whose it is, who leads. */
  String about(WorkLine line, Page page) {
    StringBuilder about = new StringBuilder(line.code());
    if (!line.paragraph().isBlank()) {
      about.append(" · ").append(page.t("task.paragraph", line.paragraph()));
    }
    if (line.period() != null) {
      about
          .append(" · ")
          .append(
              page.t(
                  "desk.period",
                  page.formats().date(line.period().from()),
                  page.formats().date(line.period().to())));
    }
    if (isSeveral() || line.group() == WorkGroup.WAITING) {
      about.append(" · ").append(name(line.bodyId()));
    }
    if (line.inCharge() != null && found.whose() != Whose.MINE) {
      about.append(" · ").append(page.t("desk.in_charge", line.inCharge()));
    }
    boolean own = found.whose() == Whose.MINE && line.group() != WorkGroup.WAITING;
    if (own && line.inCharge() == null) {
      about.append(" · ").append(page.t("desk.unassigned"));
    }
    if (line.isLead() && line.helpers().total() > 0) {
      about
          .append(" · ")
          .append(page.t("desk.helpers", line.helpers().reported(), line.helpers().total()));
    }
    List<String> leads = leads(line);
    if (line.part() == Party.Part.COORDINATE && !leads.isEmpty()) {
      about.append(" · ").append(page.t("desk.led_by", String.join(", ", leads)));
    }
    return about.toString();
  }

  List<String> leads(WorkLine line) {
    return line.leads().stream().map(this::name).toList();
  }

  /** Where the work stands, in the last words said about it or in those of its state. */
  String stands(WorkLine line, Page page) {
    String said = line.said();
    if (line.waitsFor() != null) {
      return page.t("desk.wait." + line.waitsFor().name().toLowerCase(Locale.ROOT));
    }
    if (said == null || !line.isOwed()) {
      return page.t("task.state." + line.state().name().toLowerCase(Locale.ROOT));
    }
    String last = said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID - 1) + "…" : said;
    return line.state() == State.RETURNED ? page.t("desk.returned", last) : last;
  }

  /** "còn 3 ngày", "quá hạn 12 ngày", "xong ngày". */
  String due(WorkLine line, Page page) {
    if (line.group() == WorkGroup.DONE) {
      return page.t("desk.done");
    }
    if (line.due() == null) {
      return page.t("desk.no_day");
    }
    return line.dates().reportedOn() == null
        ? page.formats().daysLeft(line.due(), page.day())
        : page.t(line.daysLate() > 0 ? "desk.reported_late" : "desk.reported", line.daysLate());
  }

  @Nullable LocalDate dueDay(WorkLine line) {
    return line.group() == WorkGroup.DONE
        ? line.dates().confirmedOn()
        : line.dates().reportedOn() != null ? line.dates().reportedOn() : line.due();
  }

  /** Colour and icon beside the words of the deadline. */
  static Mark mark(WorkLine line, Page page) {
    if (line.group() == WorkGroup.DONE || line.dates().reportedOn() != null) {
      return line.daysLate() > 0
          ? new Mark("due-bad", "exclamation-octagon-fill")
          : new Mark("due-ok", "check-circle-fill");
    }
    if (line.due() == null) {
      return new Mark("", "question-circle");
    }
    if (line.due().isBefore(page.day())) {
      return new Mark("due-bad", "exclamation-octagon-fill");
    }
    return line.due().isAfter(page.day().plusDays(7))
        ? new Mark("", "calendar3")
        : new Mark("due-due", "clock-fill");
  }

  /** Dấu của thời hạn. */
  record Mark(String style, String icon) {}

  String chip(WorkFilter.Chip chip) {
    return new ListAddress(address.path(), without(WorkRequest.GROUP))
        .with(WorkRequest.CHIP, chip.word());
  }

  String all(WorkGroup group) {
    return address.with(WorkRequest.GROUP, group.word());
  }

  /** The page of one group that begins after a line. */
  String next(WorkFound.Group group) {
    Map<String, String> asked = new LinkedHashMap<>(address.asked());
    asked.put(WorkRequest.GROUP, group.group().word());
    return new ListAddress(address.path(), asked).after(Objects.requireNonNull(group.next()));
  }

  String sorted(WorkFilter.Sort sort) {
    return address.sortedBy(sort.word());
  }

  /** The same page with every group again. */
  String everyGroup() {
    return address.with(WorkRequest.GROUP, "");
  }

  private Map<String, String> without(String key) {
    Map<String, String> asked = new LinkedHashMap<>(address.asked());
    asked.remove(key);
    return asked;
  }
}
