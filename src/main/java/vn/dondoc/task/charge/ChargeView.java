package vn.dondoc.task.charge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.life.Duty;

/**
 * The form, with everything that was done with it before.
 *
 * @param duty which duty
 * @param body name of its body
 * @param charge who is and was in charge
 * @param people who it may be given to
 * @param form what was typed before, when it was refused; null when the form is opened
 * @param problems why it was refused
 */
record ChargeView(
    Duty duty,
    String body,
    InCharge charge,
    List<Person> people,
    @Nullable ChargeForm form,
    List<String> problems) {
  boolean isChosen(Person person) {
    if (form != null) {
      return Long.valueOf(person.accountId()).equals(form.chosen());
    }
    Charge now = charge.now();
    return now != null && Long.valueOf(person.accountId()).equals(now.accountId());
  }

  String said() {
    return form == null ? "" : form.said();
  }
}
