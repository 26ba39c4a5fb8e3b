package vn.dondoc.project.works;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.agency.Bodies;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTab;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Places;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.register.Register;
import vn.dondoc.web.Page;

/** Xuất mốc, hợp đồng, mặt bằng: a sheet each, of the projects a question of the register finds. */
@Component
@Transactional(readOnly = true)
class WorksExport {
  /** Projects of one workbook. */
  static final int MOST_PROJECTS = 5_000;

  private final Register register;
  private final ProjectReference reference;
  private final Bodies bodies;
  private final Places places;
  private final List<WorksRows<?>> lists;

  WorksExport(
      Register register,
      ProjectReference reference,
      Bodies bodies,
      Places places,
      List<WorksRows<?>> lists) {
    this.register = register;
    this.reference = reference;
    this.bodies = bodies;
    this.places = places;
    this.lists = lists.stream().sorted((a, b) -> a.list().compareTo(b.list())).toList();
  }

  /**
   * The sheets, in the order of the register.
   *
   * @param asked as the address of the list says it
   * @throws Refusal when there is more than would come back
   */
  public List<SheetTab<?>> tabs(Map<String, String> asked, Page page) {
    List<Project> projects = register.found(asked, MOST_PROJECTS + 1);
    WorksNames names =
        new WorksNames(reference.choices(), bodies, places, register.today(), List.of());
    List<SheetTab<?>> tabs = new ArrayList<>();
    int rows = 0;
    for (WorksRows<?> list : lists) {
      SheetTab<?> tab = tab(list, projects, names, page);
      rows += tab.items().size();
      tabs.add(tab);
    }
    if (projects.size() > MOST_PROJECTS || rows > WorksImport.MOST_ROWS) {
      throw Refusal.of(ProjectRefusal.WORKS_MANY, "", MOST_PROJECTS, WorksImport.MOST_ROWS);
    }
    return tabs;
  }

  private static <T> SheetTab<Map<String, Object>> tab(
      WorksRows<T> rows, List<Project> projects, WorksNames names, Page page) {
    Map<Long, List<T>> there = rows.of(projects.stream().map(Project::id).toList());
    List<Map<String, Object>> items = new ArrayList<>();
    for (Project project : projects) {
      for (T one : there.getOrDefault(project.id(), List.of())) {
        Map<String, Object> values = new HashMap<>(rows.values(one, names));
        values.put("project", Long.toString(project.id()));
        values.put("code", project.facts().codes().national());
        values.put("name", project.facts().name());
        items.add(values);
      }
    }
    WorksList list = rows.list();
    List<SheetColumn<Map<String, Object>>> columns =
        list.columns().stream()
            .map(column ->
                new SheetColumn<Map<String, Object>>(
                    column.key(),
                    page.t(column.label()),
                    row -> cell(row.get(column.key()), names.choices(), page)))
            .toList();
    SheetHead head =
        new SheetHead(
            page.t(list.label()),
            page.t(list.label()),
            page.t("web.period", Integer.toString(page.day().getYear())),
            page.t("web.source", page.t("project.source")),
            page.t("web.as_of", page.formats().date(page.day())));
    return new SheetTab<>(head, columns, items);
  }

  private static @Nullable Object cell(@Nullable Object value, Choices choices, Page page) {
    return switch (value) {
      case WorksRows.Picked picked -> choices.name(picked.list(), picked.code(), page);
      case WorksRows.Worded worded -> page.t(worded.key());
      case null, default -> value;
    };
  }

  /** A value in words. */
  static String written(@Nullable Object value, Choices choices, Page page) {
    return switch (cell(value, choices, page)) {
      case null -> "–";
      case LocalDate day -> page.formats().date(day);
      case Number number -> page.formats().count(number.longValue());
      case String text when text.isEmpty() -> "–";
      case Object other -> other.toString();
    };
  }
}
