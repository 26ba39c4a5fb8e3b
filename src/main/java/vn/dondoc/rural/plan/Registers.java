package vn.dondoc.rural.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Project;
import vn.dondoc.project.Projects;

/**
 * Danh bạ, sổ dự án: what the words of a line are looked up in.
 *
 * @param bodies danh bạ cơ quan
 * @param projects what was asked of the register of projects, by the words
 */
record Registers(Bodies bodies, Map<String, Projects.Called> projects) {
  private static final int SHOWN = 3;
  private static final int LONGEST = 300;

  /** A project by its code or name as the register writes it; null when it cannot be told which. */
  @Nullable String project(String typed, List<Problem> problems) {
    Projects.Called called =
        projects.getOrDefault(typed, new Projects.Called(List.of(), List.of()));
    if (called.meant().size() == 1) {
      String written = called.meant().getFirst().written();
      return written.length() <= LONGEST ? written : written.substring(0, LONGEST);
    }
    boolean several = !called.meant().isEmpty();
    String near =
        (several ? called.meant() : called.near())
            .stream().limit(SHOWN).map(Project::written).collect(Collectors.joining("; "));
    String key = several ? "project_which" : near.isEmpty() ? "project_unknown" : "project_near";
    problems.add(Problem.at("project", "rural.refusal.plan." + key, typed, near));
    return null;
  }
}
