package vn.dondoc.project.start;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskOffshoots;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;

/** Quy định khởi công of a task: from the clause that ordered them to the projects under them. */
@Component
class RuleOffshoots implements TaskOffshoots {
  private final StartRules rules;
  private final Pages pages;

  RuleOffshoots(StartRules rules, Pages pages) {
    this.rules = rules;
    this.pages = pages;
  }

  @Override
  public List<Offshoot> of(Task task, boolean owed) {
    Actor actor = Acting.current();
    if (!actor.may(Projects.READ)) {
      return List.of();
    }
    Page page = pages.page(Paths.SECTION);
    List<StartRule> made = rules.all().stream().filter(rule -> rule.taskId() == task.id()).toList();
    List<Start> starts = rules.starts(made);
    List<Offshoot> all = new ArrayList<>();
    made.forEach(rule -> all.add(told(rule, starts, page)));
    if (owed && made.isEmpty() && rules.mayRule() && rules.isOrdering(task)) {
      String path = RulePage.NEW + "?nhiem-vu=" + task.code();
      all.add(new Offshoot(page.t("project.start.offshoot.make"), "", path));
    }
    return all;
  }

  private static Offshoot told(StartRule rule, List<Start> starts, Page page) {
    List<Start> under = starts.stream().filter(start -> start.ruleId() == rule.id()).toList();
    long late = under.stream().filter(start -> start.state() == Start.State.LATE).count();
    String about =
        page.t(
            "project.start.offshoot.about",
            page.formats().date(rule.terms().lastDay()),
            page.formats().count(under.size()),
            page.formats().count(late));
    return new Offshoot(rule.terms().name(), about, StartPage.PATH + "/" + rule.id());
  }
}
