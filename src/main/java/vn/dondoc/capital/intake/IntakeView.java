package vn.dondoc.capital.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Page;

/**
 * Trang đối chiếu.
 *
 * @param plan what the file would do, or did
 * @param sides the Treasury against owners
 * @param shown lines of the list
 * @param asked names nobody is sure of
 * @param reading what its page asks about besides names, and how it was read
 * @param mayCommit the viewer may answer and commit
 * @param words what else it is told in
 */
record IntakeView(
    Plan plan,
    Plan.Sides sides,
    Shown shown,
    List<IntakeMatchStore.Question> asked,
    Reading reading,
    boolean mayCommit,
    Told words) {
  /** Problems shown at once. */
  static final int PROBLEMS = 100;

  /** Lines shown at once. */
  static final int LINES = 50;

  /**
   * Lần đọc.
   *
   * @param several vouchers that would pay a line twice by one kind
   * @param papers vouchers that may be booked under another spelling
   * @param fallen figures below what stands
   * @param remembered the sender's profile was used, nobody was asked
   * @param vouchers it looks like a list of vouchers, read as running totals
   */
  record Reading(
      List<IntakeSections.Several> several,
      List<IntakePapers.Twin> papers,
      List<Plan.Line> fallen,
      boolean remembered,
      boolean vouchers) {}

  /** Lines of a state, or where the two sides differ. */
  record Shown(IntakePlanStore.Asked asked, List<Plan.Line> lines, boolean more) {}

  /**
   * Lời kèm theo.
   *
   * @param sender name of the sender
   * @param bodies names of bodies
   * @param pools those of the year
   * @param refusals why the last request was not done
   * @param lowered what was typed as reasons
   */
  record Told(
      String sender,
      Map<Integer, String> bodies,
      List<Pool> pools,
      List<String> refusals,
      Lowered lowered) {}

  Intake intake() {
    return plan.intake();
  }

  String path() {
    return intake().path();
  }

  /** The first problems, each at its place. */
  static List<String> told(List<Problem> problems, Page page) {
    return problems.stream().limit(PROBLEMS).map(page.texts()::tell).toList();
  }

  /** Sums by pool. */
  record ByPool(String pool, String name, long rows, long written, long was, long said, long plan) {
    long change() {
      return said - was;
    }
  }

  List<ByPool> byPool(Page page) {
    Map<String, ByPool> pools = new LinkedHashMap<>();
    for (Plan.Sum sum : plan.sums()) {
      boolean counts = sum.state() != Plan.State.LEFT_OUT;
      String code = sum.pool() == null ? "" : sum.pool();
      String name = sum.poolName() == null ? page.t("capital.intake.pool.none") : sum.poolName();
      if (counts) {
        pools.merge(
            code,
            new ByPool(
                code,
                name,
                sum.rows(),
                sum.state().isWritten() ? sum.rows() : 0,
                sum.was(),
                sum.said(),
                sum.plan()),
            IntakeView::together);
      }
    }
    return List.copyOf(pools.values());
  }

  private static ByPool together(ByPool one, ByPool other) {
    return new ByPool(
        one.pool(),
        one.name(),
        one.rows() + other.rows(),
        one.written() + other.written(),
        one.was() + other.was(),
        one.said() + other.said(),
        one.plan() + other.plan());
  }

  static String money(@Nullable Long dong, Page page) {
    return dong == null ? "–" : page.formats().count(dong);
  }

  static String why(Plan.Line line, Page page) {
    String how = line.how();
    if (line.reason() != null) {
      return line.reason();
    }
    if (line.why() != null) {
      return page.t("capital.intake.why." + line.why());
    }
    return how == null || line.state() == Plan.State.LEFT_OUT
        ? ""
        : page.t("capital.intake.how." + how);
  }

  /** The list narrowed to a state. */
  String only(Plan.@Nullable State state) {
    return path() + (state == null ? "" : "?tinh-trang=" + state.code()) + "#dong";
  }

  String next() {
    String after = "sau=" + shown.lines().getLast().number();
    String state = shown.asked().state();
    return path()
        + "?"
        + (state == null ? "" : "tinh-trang=" + state + "&")
        + (shown.asked().apart() ? "lech=1&" : "")
        + after
        + "#dong";
  }

  /** What is to be booked now, or once everything is mended and answered. */
  String writtenKey() {
    boolean open = !plan.problems().isEmpty() || plan.rows(Plan.State.ASKED) > 0;
    return "capital.intake.fact.written" + (intake().isWaiting() && open ? ".later" : "");
  }

  /** The step of the way in that is being taken. */
  int step() {
    return intake().isWaiting() ? 3 : 4;
  }
}
