package vn.dondoc.capital.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.project.funding.PaidProject;

/** Lũy kế giải ngân theo ngày, for whoever decides what a project may cost. */
@Component
@Transactional
class PaidByDay implements PaidProject {
  private static final String HOLD = "select capital.hold_project(:project)";
  private static final String PAID =
      "select value_on, paid_vnd from capital.paid_by_day(:project) order by value_on";

  private final JdbcClient jdbc;

  PaidByDay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Paid> paid(long projectId) {
    jdbc.sql(HOLD).param("project", projectId).query(row -> {});
    return jdbc.sql(PAID)
        .param("project", projectId)
        .query((row, number) ->
            new Paid(Objects.requireNonNull(row.getObject(1, LocalDate.class)), row.getLong(2)))
        .list();
  }
}
