package vn.dondoc.task.succession;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Succession;

/**
 * What one ceased body still owes, and the form that moves it.
 *
 * @param body the body
 * @param lines its duties
 * @param form what was typed, when it was refused; null when the page is opened
 * @param problems why it was refused
 */
record SuccessionView(
    CeasedBody body,
    List<SuccessionStore.Line> lines,
    @Nullable SuccessionForm form,
    List<String> problems) {
  boolean isChosen(SuccessionStore.Line line) {
    return form == null || form.steps().containsKey(line.id());
  }

  boolean isChosen(Succession heir) {
    return form == null
        ? body.heirs().size() == 1
        : Integer.valueOf(heir.successor().id()).equals(form.chosenHeir());
  }

  String words() {
    return form == null ? "" : form.said();
  }

  String document() {
    return form == null ? "" : form.paper();
  }
}
