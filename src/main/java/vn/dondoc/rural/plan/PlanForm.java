package vn.dondoc.rural.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Resolution;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Dòng kế hoạch as a person types it.
 *
 * @param action việc phải làm
 * @param body cơ quan chịu trách nhiệm, by its name
 * @param post chức danh
 * @param due ngày hoàn thành
 * @param cost kinh phí, đồng
 * @param project dự án
 * @param blocked vướng mắc
 * @param until ngày được gỡ
 * @param why lý do sửa
 */
record PlanForm(
    String action,
    String body,
    String post,
    String due,
    String cost,
    String project,
    String blocked,
    String until,
    String why) {
  static PlanForm typed(Map<String, String> typed) {
    return new PlanForm(
        said(typed, "action"),
        said(typed, "body"),
        said(typed, "post"),
        said(typed, "due"),
        said(typed, "cost"),
        said(typed, "project"),
        said(typed, "blocked"),
        said(typed, "until"),
        said(typed, "why"));
  }

  static PlanForm of(PlanLine line, String body) {
    PlanLine.Owed owed = line.owed();
    return new PlanForm(
        or(owed.action()),
        body,
        or(owed.post()),
        Days.written(owed.dueOn()),
        owed.cost() == null ? "" : Long.toString(owed.cost()),
        or(owed.project()),
        or(owed.blockedBy()),
        Days.written(owed.blockedUntil()),
        "");
  }

  private static String said(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }

  private static String or(@Nullable String words) {
    return words == null ? "" : words;
  }

  /**
   * What it says.
   *
   * @throws Refusal with every field that cannot be read
   */
  PlanLine.Owed read(PlanLine before, Registers registers, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    LocalDate dueOn = day("due", "rural.plan.due", due, problems);
    LocalDate untilOn = day("until", "rural.plan.until", until, problems);
    Long amount = cost(problems);
    Integer bodyId = body(before, registers.bodies(), today, problems);
    String named = namesProject(before) ? registers.project(project, problems) : empty(project);
    if (!problems.isEmpty()) {
      throw Refusal.of(PlanRefusal.LINES, problems);
    }
    return new PlanLine.Owed(
        empty(action),
        bodyId,
        empty(post),
        dueOn,
        amount,
        named,
        empty(blocked),
        untilOn,
        before.owed().taskId());
  }

  /** Whether it names another project than before: older lines keep the words they have. */
  boolean namesProject(PlanLine before) {
    return !project.isEmpty() && !project.equals(before.owed().project());
  }

  private static @Nullable String empty(String words) {
    return words.isEmpty() ? null : words;
  }

  private static @Nullable LocalDate day(
      String field, String label, String text, List<Problem> problems) {
    if (text.isEmpty()) {
      return null;
    }
    LocalDate day = Days.read(text).orElse(null);
    if (day == null) {
      problems.add(Days.problem(field, label, text));
    }
    return day;
  }

  private @Nullable Long cost(List<Problem> problems) {
    String digits = cost.replaceAll("[.\\s\\u00a0]", "");
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("\\d{1,15}")) {
      problems.add(Problem.at("cost", "rural.refusal.plan.cost_text", cost));
      return null;
    }
    return Long.valueOf(digits);
  }

  private @Nullable Integer body(
      PlanLine before, Bodies bodies, LocalDate today, List<Problem> problems) {
    if (body.isEmpty()) {
      return before.owed().bodyId();
    }
    Resolution found = bodies.resolve(body, today);
    if (!found.isSure() || found.bodies().size() != 1) {
      String near =
          found.bodies().stream()
              .limit(3)
              .map(vn.dondoc.agency.Body::name)
              .collect(java.util.stream.Collectors.joining("; "));
      String key = near.isEmpty() ? "body_unknown" : "body_name";
      problems.add(Problem.at("body", "rural.refusal.plan." + key, body, near));
      return null;
    }
    return found.bodies().getFirst().id();
  }
}
