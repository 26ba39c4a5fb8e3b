package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Succession;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.task.Due;

/** Việc có thể làm: what the person at the screen may record about a duty as it stands. */
@Component
class PossibleDeeds {
  /** In the order in which a page offers them. */
  private static final List<FactKind> OFFERED =
      List.of(
          FactKind.RECEIVE,
          FactKind.PROGRESS,
          FactKind.REPORT,
          FactKind.ASK_EXTENSION,
          FactKind.HAND_BACK,
          FactKind.ACCEPT_HAND,
          FactKind.REFUSE_HAND,
          FactKind.CONFIRM,
          FactKind.RETURN,
          FactKind.GRANT_EXTENSION,
          FactKind.REFUSE_EXTENSION,
          FactKind.EVENT,
          FactKind.SET_DATE,
          FactKind.WITHDRAW,
          FactKind.CANCEL);

  private final Heirs heirs;
  private final Calendars calendars;
  private final ProvinceDay day;

  PossibleDeeds(Heirs heirs, Calendars calendars, ProvinceDay day) {
    this.heirs = heirs;
    this.calendars = calendars;
    this.day = day;
  }

  /**
   * What may be recorded now.
   *
   * @param due the deadline the task was given with
   * @param handedTo the body the duty was last handed back to, if it was
   */
  List<FactKind> of(Duty duty, Due due, @Nullable Integer handedTo) {
    boolean ceased = !successors(duty.bodyId()).isEmpty();
    return OFFERED.stream()
        .filter(kind -> kind.isPossible(duty.state()))
        .filter(kind -> DeedRules.allows(duty, kind, handedTo))
        .filter(kind -> !(ceased && kind.who() == FactKind.Who.DOER))
        .filter(kind -> fits(duty, due, kind))
        .toList();
  }

  private boolean fits(Duty duty, Due due, FactKind kind) {
    return switch (kind) {
      case ASK_EXTENSION -> !duty.extensionAsked() && isBeforeDeadline(duty.due());
      case GRANT_EXTENSION, REFUSE_EXTENSION -> duty.extensionAsked();
      case EVENT -> duty.due() == null && new Schedule(due, calendars.current()).waitsForEvent();
      default -> true;
    };
  }

  private boolean isBeforeDeadline(@Nullable LocalDate due) {
    return due != null && !day.today().isAfter(due);
  }

  /** Who carries on the work of a body that has ceased by today; empty while it exists. */
  List<Succession> successors(int body) {
    return heirs.of(body);
  }
}
