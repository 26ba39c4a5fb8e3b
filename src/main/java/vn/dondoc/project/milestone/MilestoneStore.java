package vn.dondoc.project.milestone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.project.Choice;
import vn.dondoc.project.entry.Said;

@Repository
class MilestoneStore {
  private static final String OF =
      """
      select m.*
        from project.milestones_on(:day) m
        join project.milestone_type t on t.code = m.type_code
       where m.project_id = :project
       order by t.ordinal, m.part
      """;
  private static final String EACH =
      """
      select m.*
        from project.milestones_on(:day) m
        join project.milestone_type t on t.code = m.type_code
       where m.project_id = any(:projects)
       order by t.ordinal, m.part
      """;
  private static final String DUES =
      """
      select d.*
        from project.dues_on(:day) d
        join project.milestone_type t on t.code = d.type_code
       where d.project_id = :project
       order by t.ordinal, d.part, d.step
      """;
  private static final String TYPES =
      """
      select code, procedure_code, procedure_vi, procedure_en, name_vi, name_en
        from project.milestone_type
       order by ordinal
      """;
  private static final String ADD =
      """
      insert into project.milestone (project_id, type_code, part, step, kind, due_on, done_on,
                                     document, why, on_day, by_account, by_name)
      values (:project, :type, :part, :step, :kind, :due, :done, :document, :why, :day, :account,
              :who)
      """;

  private final JdbcClient jdbc;

  MilestoneStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Milestone> of(long project, LocalDate day) {
    return jdbc.sql(OF)
        .param("project", project)
        .param("day", day)
        .query(MilestoneStore::milestone)
        .list();
  }

  Map<Long, List<Milestone>> of(Collection<Long> projects, LocalDate day) {
    Map<Long, List<Milestone>> found = new HashMap<>();
    jdbc.sql(EACH)
        .param("projects", projects.toArray(Long[]::new))
        .param("day", day)
        .query(row -> {
          found
              .computeIfAbsent(row.getLong("project_id"), project -> new ArrayList<>())
              .add(milestone(row, 0));
        });
    return found;
  }

  List<DueDay> dues(long project, LocalDate day) {
    return jdbc.sql(DUES)
        .param("project", project)
        .param("day", day)
        .query((row, number) ->
            new DueDay(
                row.getString("type_code"),
                row.getString("part"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("said_on", LocalDate.class),
                row.getObject("moved_on", LocalDate.class),
                row.getString("moved_why"),
                row.getBoolean("missed")))
        .list();
  }

  List<MilestoneType> types() {
    return jdbc.sql(TYPES)
        .query((row, number) ->
            new MilestoneType(
                new Choice(
                    row.getString("procedure_code"),
                    row.getString("procedure_vi"),
                    row.getString("procedure_en")),
                new Choice(
                    row.getString("code"), row.getString("name_vi"), row.getString("name_en"))))
        .list();
  }

  /** Adds one saying; {@code kind} as the table knows it. */
  void add(long project, Saying said, String kind, LocalDate day) {
    boolean done = said.kind() == Saying.Kind.DONE;
    Said.on(day, jdbc.sql(ADD))
        .param("project", project)
        .param("type", said.typeCode())
        .param("part", said.part())
        .param("step", said.seen() + 1)
        .param("kind", kind)
        .param("due", done ? null : said.day(), Types.DATE)
        .param("done", done ? said.day() : null, Types.DATE)
        .param("document", said.document(), Types.VARCHAR)
        .param("why", said.why(), Types.VARCHAR)
        .update();
  }

  private static Milestone milestone(ResultSet row, int number) throws SQLException {
    return new Milestone(
        row.getString("type_code"),
        row.getString("part"),
        row.getInt("step"),
        row.getObject("first_due_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("done_on", LocalDate.class),
        row.getString("document"),
        row.getInt("moved"),
        row.getInt("missed"),
        Milestone.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
  }
}
