package vn.dondoc.task.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A staged sheet as its page shows it.
 *
 * @param plan what it would do
 * @param conflicts those of this page
 * @param changes those of this page
 * @param problems the first of them, in words
 * @param refusals why the last request was not done
 * @param recorded what it recorded, when it was written
 * @param names of the bodies of those
 * @param next number of the last row shown when there are more
 * @param why the reason as it was typed, when it was refused
 */
record SheetView(
    SheetPlan plan,
    List<PlannedRow> conflicts,
    List<PlannedRow> changes,
    List<String> problems,
    List<String> refusals,
    List<StagedStore.Recorded> recorded,
    Map<Integer, String> names,
    @Nullable Integer next,
    String why) {
  StagedSheet sheet() {
    return plan.sheet();
  }

  String path() {
    return "/nhiem-vu/nhap/" + sheet().id();
  }

  String name(StagedStore.Recorded line) {
    return names.getOrDefault(line.bodyId(), Integer.toString(line.bodyId()));
  }

  boolean needsReason() {
    return sheet().kind() == SheetKind.TASK;
  }
}
