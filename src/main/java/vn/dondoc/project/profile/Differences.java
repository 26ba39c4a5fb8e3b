package vn.dondoc.project.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.web.Page;

/**
 * Điều đã đổi giữa hai lần ghi, in words.
 *
 * @param view names of bodies, places and codes
 * @param page the words of whoever looks
 */
record Differences(ProfileView view, Page page) {
  List<String> between(ProjectFacts before, ProjectFacts after) {
    List<String> told = new ArrayList<>();
    add(told, "code", before.codes().national(), after.codes().national());
    add(told, "budget", before.codes().budget(), after.codes().budget());
    add(told, "name", before.name(), after.name());
    add(told, "owner", view.body(before.ownerId()), view.body(after.ownerId()));
    ProjectFacts.Classing was = before.classing();
    ProjectFacts.Classing is = after.classing();
    add(told, "level", name(Choices.LEVEL, was.level()), name(Choices.LEVEL, is.level()));
    add(told, "nature", name(Choices.NATURE, was.nature()), name(Choices.NATURE, is.nature()));
    add(told, "group", name(Choices.GROUP, was.group()), name(Choices.GROUP, is.group()));
    add(told, "sector", name(Choices.SECTOR, was.sector()), name(Choices.SECTOR, is.sector()));
    add(told, "from", before.time().fromYear(), after.time().fromYear());
    add(told, "until", before.time().untilYear(), after.time().untilYear());
    add(told, "capacity", before.capacity(), after.capacity());
    add(told, "places", places(before.places()), places(after.places()));
    return told;
  }

  private String name(String list, String code) {
    return view.choices().name(list, code, page);
  }

  private String places(Collection<Integer> ids) {
    return ids.stream().map(view::place).collect(Collectors.joining(", "));
  }

  private void add(
      List<String> told, String column, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      told.add(
          page.t("project.history.was", page.t("project." + column), said(before), said(after)));
    }
  }

  private static String said(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "–" : value.toString();
  }
}
