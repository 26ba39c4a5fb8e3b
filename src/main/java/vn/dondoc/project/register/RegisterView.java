package vn.dondoc.project.register;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import vn.dondoc.web.Texts;

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

  /** Values of the question that no list knows, each as a sentence with its remedy. */
  List<String> unknown(Page page) {
    List<String> told = new ArrayList<>();
    Integer owner = filter.ownerId();
    Integer place = filter.placeId();
    tell(owner == null || owners.containsKey(owner), RegisterFilter.OWNER, "owner", told, page);
    tell(place == null || places.containsKey(place), RegisterFilter.PLACE, "places", told, page);
    tell(known(Choices.SECTOR, filter.sector()), RegisterFilter.SECTOR, "sector", told, page);
    tell(known(Choices.STAGE, filter.stage()), RegisterFilter.STAGE, "stage", told, page);
    tell(known(Choices.YEAR_CLASS, filter.yearClass()), RegisterFilter.CLASS, "class", told, page);
    tell(known(Choices.GROUP, filter.group()), RegisterFilter.GROUP, "group", told, page);
    return told;
  }

  private boolean known(String list, String code) {
    return code.isEmpty() || choices.has(list, code);
  }

  private void tell(boolean known, String name, String label, List<String> told, Page page) {
    if (!known) {
      String value = Texts.onOneLine(address.asked().getOrDefault(name, "").strip());
      told.add(page.t("web.unknown_choice", value, page.t("project." + label)));
    }
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
