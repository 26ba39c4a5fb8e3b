package vn.dondoc.project.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.place.Place;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Sổ dự án as a page shows it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param lines the rows of this page
 * @param counts of the whole question
 * @param choices the lists codes are of
 * @param owners names of the owners there are
 * @param places units of today by id
 * @param districts places the list can be narrowed to
 * @param more there is another page
 */
record RegisterView(
    RegisterFilter filter,
    ListAddress address,
    List<Register.Line> lines,
    RegisterStore.Counts counts,
    Choices choices,
    Map<Integer, String> owners,
    Map<Integer, Place> places,
    List<Place> districts,
    boolean more) {

  /** Where it lies in a few words. */
  String places(Project project) {
    List<Integer> ids = project.facts().places();
    String named =
        ids.stream()
            .limit(2)
            .map(places::get)
            .filter(Objects::nonNull)
            .map(Place::title)
            .collect(Collectors.joining(", "));
    return ids.size() > 2 ? named + " +" + (ids.size() - 2) : named;
  }

  /** Whole đồng in tỷ; a dash for none. */
  static String money(@Nullable Long dong, Page page) {
    return dong == null ? "–" : page.formats().billions(BigDecimal.valueOf(dong));
  }

  /** Milestones, contracts and sites of the same projects as a workbook. */
  String works() {
    return new ListAddress(Paths.WORKS, address.asked()).sheet();
  }

  List<Choice> of(String list) {
    return choices.of(list);
  }

  /** It stands beside its course: paused, stretched, stopped. */
  boolean isAside(Project project) {
    return !project.standing().sideState().equals(choices.of(Choices.SIDE).getFirst().code());
  }

  @Nullable String next() {
    return more ? address.after(lines.getLast().project().id()) : null;
  }
}
