package vn.dondoc.project.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Bodies;
import vn.dondoc.place.Places;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;
import vn.dondoc.project.Standings;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.clearance.Clearances;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.funding.ProjectFunding;
import vn.dondoc.project.milestone.Milestones;
import vn.dondoc.project.photo.Photos;
import vn.dondoc.project.start.StartRules;
import vn.dondoc.web.Language;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SideLinks;

/** Trang dự án: everything that is known of one project. */
@Controller
class ProfilePage {
  /** Where modules above put links on this page. */
  static final String PLACE = "project";

  private final Projects projects;
  private final Standings standings;
  private final Milestones milestones;
  private final Contracts contracts;
  private final Clearances clearances;
  private final Photos photos;
  private final StartRules rules;
  private final ProjectReference reference;
  private final List<ProjectFunding> ledgers;
  private final Bodies bodies;
  private final Places places;
  private final SideLinks links;
  private final Pages pages;

  ProfilePage(
      Projects projects,
      Standings standings,
      Milestones milestones,
      Contracts contracts,
      Clearances clearances,
      Photos photos,
      StartRules rules,
      ProjectReference reference,
      List<ProjectFunding> ledgers,
      Bodies bodies,
      Places places,
      SideLinks links,
      Pages pages) {
    this.projects = projects;
    this.standings = standings;
    this.milestones = milestones;
    this.contracts = contracts;
    this.clearances = clearances;
    this.photos = photos;
    this.rules = rules;
    this.reference = reference;
    this.ledgers = ledgers;
    this.bodies = bodies;
    this.places = places;
    this.links = links;
    this.pages = pages;
  }

  @GetMapping(Paths.ONE)
  ModelAndView one(@PathVariable String id) {
    Rights.require(Projects.READ);
    Project project = projects.required(Paths.id(id));
    List<Project.Told> history = projects.history(project.id());
    List<Clearance> sites = clearances.of(project.id());
    ProfileView view =
        new ProfileView(
            project,
            reference.choices(),
            new ProfileView.Past(history, standings.past(project.id())),
            new ProfileView.Plan(standings.classes(project.id()), rules.of(project)),
            projects.decisions(project.id()),
            new ProfileView.Marks(
                milestones.types(), milestones.of(project.id()), milestones.dues(project.id())),
            contracts.of(project.id()),
            sites,
            photos.of(project.id()),
            ledgers.stream().flatMap(ledger -> Stream.ofNullable(ledger.of(project.id()))).toList(),
            named(project, history, sites),
            new ProfileView.May(
                Projects.mayChange(project), clearances.mayClearAny(project), links.at(PLACE)));
    return pages.show("project/profile/one", Paths.SECTION, Map.of("view", view));
  }

  private ProfileView.Named named(
      Project project, List<Project.Told> history, List<Clearance> sites) {
    Set<Integer> named = new HashSet<>();
    Set<Integer> units = new HashSet<>(project.facts().places());
    named.add(project.facts().ownerId());
    history.forEach(told -> named.add(told.facts().ownerId()));
    history.forEach(told -> units.addAll(told.facts().places()));
    sites.forEach(site -> named.add(site.state().bodyId()));
    sites.forEach(site -> units.add(site.unitId()));
    Map<Integer, String> names = new HashMap<>();
    bodies.find(named).forEach(body -> names.put(body.id(), body.name()));
    boolean english = pages.page(Paths.SECTION).texts().language() == Language.EN;
    Map<Integer, String> titles = new HashMap<>();
    places.titles(units).forEach((id, title) -> titles.put(id, title.in(english)));
    return new ProfileView.Named(names, titles);
  }
}
