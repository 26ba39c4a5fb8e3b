package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Party;

/**
 * Chuyển cho cơ quan kế thừa: the duty of a body that ceased is closed as transferred and its heir
 * gets one with the same days. How late the old one was stays with it.
 */
@Component
class DutyHandover {
  private final DutyStore duties;
  private final LifeStore facts;
  private final ProvinceDay day;

  DutyHandover(DutyStore duties, LifeStore facts, ProvinceDay day) {
    this.duties = duties;
    this.facts = facts;
    this.day = day;
  }

  /**
   * Moves a duty.
   *
   * @param words why, on what legal basis
   * @param document số, ký hiệu of the paper
   */
  void move(Duty duty, int heir, String words, String document) {
    boolean helped = open(duty, heir);
    facts.add(
        duty,
        new Deed(FactKind.ACCEPT_HAND, duty.step(), null, heir, words, document, List.of()),
        day.today(),
        Acting.current());
    if (helped || duty.due() == null || duty.due().equals(duty.originalDue())) {
      return;
    }
    // An extension or a date set later goes along; the day first given stays beside it.
    if (!Acting.current().bodies().contains(heir)) {
      Duty opened = ofHeir(duty, heir, duty.part()).orElseThrow();
      facts.add(
          opened,
          Deed.until(FactKind.SET_DATE, opened.step(), duty.due(), words),
          day.today(),
          Acting.current());
    }
  }

  /** Opens the heir's duty, unless it already has one in the same work. */
  private boolean open(Duty duty, int heir) {
    Optional<Duty> same = ofHeir(duty, heir, duty.part());
    if (same.isPresent() && !same.get().state().counts()) {
      throw Refusal.of(LifeRefusal.HEIR_HAD, duty.taskCode(), duty.taskCode());
    }
    if (same.isPresent()
        || ofHeir(duty, heir, Party.Part.LEAD).filter(d -> d.state().counts()).isPresent()) {
      return true;
    }
    boolean own = Acting.current().bodies().contains(heir);
    // Who takes over work without a deadline owes it by none, whatever day it once had.
    boolean asItStands = own || duty.due() == null || duty.originalDue() == null;
    LocalDate due = asItStands ? duty.due() : duty.originalDue();
    Schedule.Period period =
        duty.period() == null || due == null
            ? null
            : new Schedule.Period(duty.period().from(), duty.period().to(), due);
    duties.open(
        List.of(new DutyStore.Opening(duty.taskId(), heir, duty.part(), null, period, due, true)),
        day.today());
    return false;
  }

  private Optional<Duty> ofHeir(Duty duty, int heir, Party.Part part) {
    return duties.ofTasks(List.of(duty.taskId()), day.today()).stream()
        .filter(other -> other.bodyId() == heir && other.part() == part)
        .filter(other -> Objects.equals(other.period(), duty.period()))
        .findFirst();
  }
}
