package vn.dondoc.project.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Decision;
import vn.dondoc.project.Project;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.contract.Contract;
import vn.dondoc.project.funding.ProjectFunding;
import vn.dondoc.project.milestone.DueDay;
import vn.dondoc.project.milestone.Milestone;
import vn.dondoc.project.milestone.MilestoneType;
import vn.dondoc.project.photo.Photo;
import vn.dondoc.project.start.Start;
import vn.dondoc.web.Page;
import vn.dondoc.web.SideLink;

/**
 * Một dự án as its page shows it.
 *
 * @param project dự án
 * @param choices the lists codes are of
 * @param past what it was
 * @param plan its classes by year, and rules it falls under
 * @param decisions quyết định
 * @param marks các mốc
 * @param contracts hợp đồng
 * @param sites mặt bằng
 * @param photos ảnh
 * @param funding vốn, as ledgers tell it; none where the viewer may see none
 * @param named names of bodies and places
 * @param may what the viewer may do
 */
record ProfileView(
    Project project,
    Choices choices,
    Past past,
    Plan plan,
    List<Decision> decisions,
    Marks marks,
    List<Contract> contracts,
    List<Clearance> sites,
    List<Photo> photos,
    List<ProjectFunding.Funding> funding,
    Named named,
    May may) {
  /** Quá khứ: everything recorded of it, and every stage, newest first. */
  record Past(List<Project.Told> told, List<Project.Moved> moved) {}

  /** Kế hoạch năm: class by year, and start-by rules over it. */
  record Plan(Map<Integer, String> classes, List<Start> starts) {}

  /** Các mốc: the types there are, where each stands, every day each was due. */
  record Marks(List<MilestoneType> types, List<Milestone> all, List<DueDay> dues) {}

  /** Tên cơ quan, địa bàn by id. */
  record Named(Map<Integer, String> bodies, Map<Integer, String> places) {}

  /** Quyền: to write, to say how far its sites are, links modules above offer. */
  record May(boolean change, boolean clear, List<SideLink> links) {}

  String body(int id) {
    return named.bodies().getOrDefault(id, "–");
  }

  String place(int id) {
    return named.places().getOrDefault(id, "–");
  }

  String places() {
    return project.facts().places().stream().map(this::place).collect(Collectors.joining(", "));
  }

  String owner() {
    return body(project.facts().ownerId());
  }

  static String billions(@Nullable Long dong, Page page) {
    return dong == null ? "–" : page.formats().billions(BigDecimal.valueOf(dong));
  }

  /** Whole đồng, every digit. */
  static String dong(@Nullable Long dong, Page page) {
    return dong == null ? "–" : page.t("project.dong", page.formats().count(dong));
  }

  static String percent(@Nullable BigDecimal ratio, Page page) {
    return ratio == null ? "–" : page.formats().percent(ratio);
  }

  String time(Page page) {
    Integer from = project.facts().time().fromYear();
    Integer until = project.facts().time().untilYear();
    return from == null && until == null
        ? "–"
        : Objects.requireNonNullElse(from, "…") + " – " + Objects.requireNonNullElse(until, "…");
  }

  /** Milestones under their procedures, in the order of both. */
  Map<Choice, List<Milestone>> procedures() {
    Map<String, Choice> procedure =
        marks.types().stream()
            .collect(Collectors.toMap(t -> t.choice().code(), MilestoneType::procedure));
    Map<Choice, List<Milestone>> all = new LinkedHashMap<>();
    for (Milestone mark : marks.all()) {
      Choice of = Objects.requireNonNull(procedure.get(mark.typeCode()));
      all.computeIfAbsent(of, none -> new ArrayList<>()).add(mark);
    }
    return all;
  }

  /** Days a milestone was due on before the one that holds. */
  List<DueDay> earlier(Milestone mark) {
    return marks.dues().stream()
        .filter(due ->
            due.typeCode().equals(mark.typeCode())
                && due.part().equals(mark.part())
                && due.movedOn() != null)
        .toList();
  }

  static String style(Milestone.State state) {
    return switch (state) {
      case DONE -> "tag-ok";
      case DONE_LATE -> "tag-due";
      case LATE -> "tag-bad";
      case DUE -> "tag-info";
      case OPEN -> "tag-nil";
    };
  }

  static String icon(Milestone.State state) {
    return switch (state) {
      case DONE, DONE_LATE -> "check-circle-fill";
      case LATE -> "exclamation-triangle-fill";
      case DUE -> "hourglass-split";
      case OPEN -> "dash-circle";
    };
  }

  /** It stands beside its course: paused, stretched, stopped. */
  boolean isAside() {
    String normal = choices.of(Choices.SIDE).getFirst().code();
    return !project.standing().sideState().equals(normal);
  }

  /** What changed from the recording before; the first says all. */
  List<String> changed(Project.Told told, Page page) {
    Project.Told before =
        past.told().stream().filter(one -> one.step() == told.step() - 1).findFirst().orElse(null);
    return before == null
        ? List.of()
        : new Differences(this, page).between(before.facts(), told.facts());
  }
}
