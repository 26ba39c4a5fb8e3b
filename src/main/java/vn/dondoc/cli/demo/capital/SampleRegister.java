package vn.dondoc.cli.demo.capital;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.BodyKind;
import vn.dondoc.agency.NewBody;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.project.NewDecision;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;

/** Chủ đầu tư và dự án mẫu: plainly invented, on the real map. */
final class SampleRegister {
  static final LocalDate KNOWN = LocalDate.of(2020, 1, 2);
  private static final String HEAD = "Giám đốc";
  private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);
  private static final String NOT_REAL =
      "Cơ quan không có thật, chỉ để minh hoạ trong bản trình diễn";
  private static final long HUNDRED_MILLION = 100_000_000;
  private static final int FIRST_CODE = 7_900_000;

  private final Bodies bodies;
  private final Projects projects;
  private final ProjectReference reference;
  private final List<Place> districts;
  private final List<Place> communes;
  private final Map<Integer, Integer> owners = new HashMap<>();

  SampleRegister(ApplicationContext application, LocalDate day) {
    this.bodies = application.getBean(Bodies.class);
    this.projects = application.getBean(Projects.class);
    this.reference = application.getBean(ProjectReference.class);
    List<Place> places =
        application.getBean(Places.class).on(day).places().stream()
            .sorted(Comparator.comparing(Place::code))
            .toList();
    this.districts = places.stream().filter(place -> place.level().equals("district")).toList();
    this.communes = places.stream().filter(place -> place.type().code().equals("xa")).toList();
  }

  /** Takes them into the register. Returns their ids by number. */
  Map<Integer, Long> register(SamplePlan plan) {
    Map<Integer, Long> ids = new HashMap<>();
    for (SampleProject project : plan.projects()) {
      ids.put(project.number(), register(project, plan.planVnd(project)));
    }
    return ids;
  }

  int owner(SampleProject project) {
    return owners.computeIfAbsent(project.owner(), this::invent);
  }

  private int invent(int number) {
    String name = "Ban QLDA mẫu %02d".formatted(number);
    return bodies.resolve(name, KNOWN).bodies().stream()
        .filter(body -> body.name().equals(name))
        .findFirst()
        .map(body -> body.id())
        .orElseGet(
            () -> bodies.create(NewBody.headed(name, BodyKind.OTHER, HEAD, SINCE, NOT_REAL)));
  }

  private long register(SampleProject project, long plan) {
    int number = project.number();
    long total = total(project, plan);
    long id =
        projects.register(
            new NewProject(facts(project, total), project.stage(), project.yearClass(), true),
            KNOWN);
    boolean prepared = project.yearClass().equals(SampleProject.PREPARATION);
    // What went on in 2019 already was decided the year before.
    int year = prepared || project.yearClass().equals(SampleProject.NEW_START) ? 2019 : 2018;
    LocalDate signed =
        SamplePayments.open(LocalDate.of(year, 1 + Lot.of("signed", number, 10), 12));
    projects.decide(
        id,
        new NewDecision(
            prepared ? "policy" : "investment",
            "%d/QĐ-M%02d".formatted(100 + number, project.owner()),
            signed,
            "Cấp quyết định đầu tư mẫu",
            total,
            "Quyết định minh hoạ"),
        KNOWN);
    return id;
  }

  private ProjectFacts facts(SampleProject project, long total) {
    int number = project.number();
    String code = Integer.toString(FIRST_CODE + number);
    boolean local = Lot.of("local", number, 3) == 0;
    List<Place> map = local ? communes : districts;
    return new ProjectFacts(
        new ProjectFacts.Codes("MAU." + code, code),
        project.name(),
        owner(project),
        new ProjectFacts.Classing(
            local ? "huyen" : "tinh", "xay-dung", group(project.sector(), total), project.sector()),
        new ProjectFacts.Time(2019, 2021 + Lot.of("until", number, 2)),
        null,
        List.of(map.get(Lot.of("place", number, map.size())).id()));
  }

  /** What was finished needs little more; the others go on. */
  private static long total(SampleProject project, long plan) {
    double times =
        project.yearClass().equals("hoan-thanh")
            ? 1.1
            : 1.3 + 2 * Lot.share("total", project.number());
    return (long) Math.ceil(plan * times / HUNDRED_MILLION) * HUNDRED_MILLION;
  }

  private String group(String sector, long total) {
    return reference.group(sector, total, KNOWN).orElseThrow();
  }
}
