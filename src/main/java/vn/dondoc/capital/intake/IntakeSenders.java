package vn.dondoc.capital.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.ProvinceDay;

/** Bodies files come from, and the words a page tells of them. */
@Component
@Transactional(readOnly = true)
class IntakeSenders {
  private final Bodies bodies;
  private final Sources sources;
  private final IntakeMatchStore matches;
  private final ProvinceDay day;

  IntakeSenders(Bodies bodies, Sources sources, IntakeMatchStore matches, ProvinceDay day) {
    this.bodies = bodies;
    this.sources = sources;
    this.matches = matches;
    this.day = day;
  }

  /** Bodies a file may be of: one's own, and for whoever takes in for others, those as well. */
  List<Body> of(Content content) {
    Actor actor = Acting.current();
    boolean forOthers =
        actor.may(Intakes.PLAN) || actor.may(Intakes.PAY) && content != Content.REPORT;
    Set<Integer> own = new HashSet<>(actor.bodies());
    Set<Integer> owners = forOthers ? matches.owners() : Set.of();
    List<Body> all = bodies.on(day.today()).stream().filter(body -> !body.isGroup()).toList();
    List<Body> wanted =
        all.stream()
            .filter(body ->
                content == Content.REPORT
                    ? owners.contains(body.id()) || own.contains(body.id())
                    : forOthers || own.contains(body.id()))
            .toList();
    return wanted.stream()
        .sorted(
            Comparator.comparing((Body body) -> !own.contains(body.id())).thenComparing(Body::name))
        .toList();
  }

  Map<Integer, String> names(Collection<Integer> ids) {
    Map<Integer, String> names = new HashMap<>();
    bodies.find(Set.copyOf(ids)).forEach(body -> names.put(body.id(), body.name()));
    return names;
  }

  /** What a report is told in besides its figures. */
  IntakeView.Told told(Intake intake, List<String> refusals, Lowered lowered) {
    int sender = intake.what().senderId();
    Map<Integer, String> names = names(Set.of(sender));
    Map<Integer, String> owners = names(matches.owners());
    return new IntakeView.Told(
        names.getOrDefault(sender, intake.what().issuer()),
        owners,
        sources.pools(intake.what().budgetYear()),
        refusals,
        lowered);
  }
}
