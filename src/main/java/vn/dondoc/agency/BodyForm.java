package vn.dondoc.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Match;
import vn.dondoc.place.Places;
import vn.dondoc.web.Days;

/** What the form of a new body accepts, as it was typed. */
record BodyForm(
    String name,
    String shortName,
    String kind,
    String place,
    String parent,
    String aliases,
    String head,
    String from,
    String source) {

  static BodyForm blank(String name, LocalDate day) {
    return new BodyForm(name, "", "", "", "", "", "", Days.written(day), "");
  }

  /**
   * The body that was meant.
   *
   * @throws Refusal with the problem of every field
   */
  NewBody read(Places places, Bodies bodies, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    LocalDate day = day(problems, today);
    BodyKind read = BodyKind.of(kind).orElse(null);
    if (read == null) {
      problems.add(Problem.at("kind", "agency.problem.kind_missing"));
    }
    Integer placeId = place(places, day, problems);
    Integer parentId = parent(bodies, day, problems);
    if (source.isBlank()) {
      problems.add(Problem.at("source", "agency.problem.source"));
    }
    if (read == null || !problems.isEmpty()) {
      throw Refusal.of(AgencyRefusal.BODY, problems);
    }
    List<String> others =
        Arrays.stream(aliases.split(";")).map(String::strip).filter(a -> !a.isEmpty()).toList();
    return new NewBody(
        null, name.strip(), shortName, read, placeId, parentId, others, head, day, source.strip());
  }

  private LocalDate day(List<Problem> problems, LocalDate today) {
    LocalDate read = Days.read(from).orElse(null);
    if (read == null) {
      problems.add(Days.problem("from", "agency.from", from));
      return today;
    }
    return read;
  }

  private @Nullable Integer place(Places places, LocalDate day, List<Problem> problems) {
    if (place.isBlank()) {
      return null;
    }
    List<Match> matches =
        places.search(place.split(",")[0], day).stream()
            .filter(m -> place.indexOf(',') < 0 || endsWithParent(m))
            .toList();
    if (matches.size() == 1) {
      return matches.getFirst().place().id();
    }
    String found =
        String.join(
            "; ",
            matches.stream().limit(6).map(m -> m.place().title() + ", " + m.parent()).toList());
    problems.add(
        matches.isEmpty()
            ? Problem.at("place", "agency.problem.place_unknown", place)
            : Problem.at("place", "agency.problem.place_several", place, found));
    return null;
  }

  private boolean endsWithParent(Match match) {
    String above = place.substring(place.indexOf(',') + 1).strip();
    return match.parent() != null && match.parent().equalsIgnoreCase(above);
  }

  private @Nullable Integer parent(Bodies bodies, LocalDate day, List<Problem> problems) {
    if (parent.isBlank()) {
      return null;
    }
    Resolution resolution = bodies.resolve(parent, day);
    if (resolution.isSure()) {
      return resolution.bodies().getFirst().id();
    }
    String near = String.join("; ", resolution.bodies().stream().map(Body::name).toList());
    problems.add(
        near.isEmpty()
            ? Problem.at("parent", "agency.problem.parent_unknown", parent)
            : Problem.at("parent", "agency.problem.parent_several", parent, near));
    return null;
  }
}
