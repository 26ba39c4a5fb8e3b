package vn.dondoc.project.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.project.entry.Typed;

/**
 * Dự án as a person types it, on a page or in a row of a sheet.
 *
 * @param choices the lists it picks from
 * @param places names of the places
 * @param bodies which body words mean
 */
record ProjectForm(Choices choices, PlaceNames places, Function<String, Resolution> bodies) {
  static final List<String> FIELDS =
      List.of(
          "code",
          "budget",
          "name",
          "owner",
          "level",
          "nature",
          "group",
          "sector",
          "from",
          "until",
          "capacity",
          "places");
  private static final int SHOWN = 3;

  /** What the fields say of a project. */
  Map<String, String> written(ProjectFacts facts, String owner) {
    Map<String, String> written = new HashMap<>();
    written.put("code", or(facts.codes().national()));
    written.put("budget", or(facts.codes().budget()));
    written.put("name", facts.name());
    written.put("owner", owner);
    written.put("level", facts.classing().level());
    written.put("nature", facts.classing().nature());
    written.put("group", facts.classing().group());
    written.put("sector", facts.classing().sector());
    written.put("from", year(facts.time().fromYear()));
    written.put("until", year(facts.time().untilYear()));
    written.put("capacity", or(facts.capacity()));
    written.put("places", places.written(facts.places()));
    return written;
  }

  /**
   * What was typed.
   *
   * @param before the project as it stands, whose owner's name may be left as it is; null for a new
   *     one
   */
  ProjectFacts read(Typed typed, @Nullable Project before, String ownerBefore) {
    List<Problem> problems = new ArrayList<>();
    int owner = owner(typed, before, ownerBefore);
    List<Integer> lies = places.read(typed.words("places"), "places", problems);
    problems.forEach(typed::add);
    return new ProjectFacts(
        new ProjectFacts.Codes(typed.optional("code"), typed.optional("budget")),
        typed.words("name").replaceAll("\\s+", " "),
        owner,
        new ProjectFacts.Classing(
            typed.choice("level", "project.level", choices, Choices.LEVEL),
            typed.choice("nature", "project.nature", choices, Choices.NATURE),
            typed.choice("group", "project.group", choices, Choices.GROUP),
            typed.choice("sector", "project.sector", choices, Choices.SECTOR)),
        new ProjectFacts.Time(
            typed.optionalYear("from", "project.from"),
            typed.optionalYear("until", "project.until")),
        typed.optional("capacity"),
        lies);
  }

  private int owner(Typed typed, @Nullable Project before, String ownerBefore) {
    String words = typed.words("owner");
    if (before != null && words.equals(ownerBefore)) {
      return before.facts().ownerId();
    }
    Resolution found = bodies.apply(words);
    if (words.isEmpty() || !found.isSure() || found.bodies().size() != 1) {
      String near =
          found.bodies().stream().limit(SHOWN).map(Body::name).collect(Collectors.joining("; "));
      typed.noBody("owner", "project.owner", "project.refusal.owner_name", near);
      return 0;
    }
    return found.bodies().getFirst().id();
  }

  private static String or(@Nullable String words) {
    return words == null ? "" : words;
  }

  private static String year(@Nullable Integer year) {
    return year == null ? "" : year.toString();
  }
}
