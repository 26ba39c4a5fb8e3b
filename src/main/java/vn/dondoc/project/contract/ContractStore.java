package vn.dondoc.project.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.project.entry.Said;

@Repository
class ContractStore {
  private static final String OF =
      """
      select * from project.contracts_on(:day)
       where project_id = :project order by signed_on, contract_id
      """;
  private static final String EACH =
      """
      select * from project.contracts_on(:day)
       where project_id = any(:projects) order by signed_on, contract_id
      """;
  private static final String ONE =
      "select * from project.contracts_on(:day) where contract_id = :id";
  private static final String NEXT =
      "select nextval(pg_get_serial_sequence('project.contract', 'id'))";
  private static final String ADD =
      """
      insert into project.contract (id, project_id, number, on_day, by_account, by_name)
      values (:id, :project, :number, :day, :account, :who)
      """;
  private static final String VERSION =
      """
      insert into project.contract_version (contract_id, project_id, step, kind, package, contractor,
                                            contractor_code, value_vnd, signed_on, starts_on, ends_on,
                                            why, on_day, by_account, by_name)
      values (:contract, :project, :step, :kind, :package, :contractor, :tax, :value, :signed,
              :starts, :ends, :why, :day, :account, :who)
      """;
  private static final String HISTORY =
      "select * from project.contract_version where contract_id = :contract order by step desc";
  private static final String ACCEPTANCES =
      """
      select * from project.acceptances_on(:day)
       where contract_id = :contract order by accepted_on, id
      """;
  private static final String ACCEPT =
      """
      insert into project.acceptance (contract_id, project_id, number, accepted_on, value_vnd, words,
                                      corrects_id, void, why, on_day, by_account, by_name)
      values (:contract, :project, :number, :on, :value, :words, :corrects, :void, :why, :day,
              :account, :who)
      """;
  private static final String FINDINGS =
      """
      select f.*, c.closed_on, c.words as closed_words
        from project.finding f
        left join project.finding_closed c on c.finding_id = f.id
       where f.contract_id = :contract
       order by c.closed_on is not null, f.found_on desc, f.id desc
      """;
  private static final String NOTE =
      """
      insert into project.finding (contract_id, project_id, kind, found_on, words, remedy_on, on_day,
                                   by_account, by_name)
      values (:contract, :project, :kind, :on, :words, :remedy, :day, :account, :who)
      """;
  private static final String CLOSE =
      """
      insert into project.finding_closed (finding_id, project_id, closed_on, words, on_day,
                                          by_account, by_name)
      values (:finding, :project, :on, :words, :day, :account, :who)
      """;

  private final JdbcClient jdbc;

  ContractStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an acceptance puts right, and why. */
  record Correction(@Nullable Long corrects, boolean isVoid, @Nullable String why) {
    static final Correction NONE = new Correction(null, false, null);
  }

  List<Contract> of(long project, LocalDate day) {
    return jdbc.sql(OF)
        .param("project", project)
        .param("day", day)
        .query(ContractStore::contract)
        .list();
  }

  List<Contract> of(Collection<Long> projects, LocalDate day) {
    return jdbc.sql(EACH)
        .param("projects", projects.toArray(Long[]::new))
        .param("day", day)
        .query(ContractStore::contract)
        .list();
  }

  Optional<Contract> find(long id, LocalDate day) {
    return jdbc.sql(ONE)
        .param("id", id)
        .param("day", day)
        .query(ContractStore::contract)
        .optional();
  }

  long add(long project, String number, LocalDate day) {
    long id = jdbc.sql(NEXT).query(Long.class).single();
    Said.on(day, jdbc.sql(ADD))
        .param("id", id)
        .param("project", project)
        .param("number", number)
        .update();
    return id;
  }

  void addVersion(Contract of, Terms terms, @Nullable String why, LocalDate day) {
    Said.on(day, jdbc.sql(VERSION))
        .param("contract", of.id())
        .param("project", of.projectId())
        .param("step", of.step() + 1)
        .param("kind", terms.kind())
        .param("package", terms.workPackage())
        .param("contractor", terms.contractor())
        .param("tax", terms.taxCode(), Types.VARCHAR)
        .param("value", terms.valueVnd())
        .param("signed", terms.signedOn())
        .param("starts", terms.startsOn(), Types.DATE)
        .param("ends", terms.endsOn())
        .param("why", why, Types.VARCHAR)
        .update();
  }

  List<Contract.Told> history(long contract) {
    return jdbc.sql(HISTORY)
        .param("contract", contract)
        .query((row, number) ->
            new Contract.Told(
                row.getInt("step"),
                terms(row),
                row.getString("why"),
                row.getObject("on_day", LocalDate.class),
                row.getString("by_name")))
        .list();
  }

  List<Acceptance> acceptances(long contract, LocalDate day) {
    return jdbc.sql(ACCEPTANCES)
        .param("contract", contract)
        .param("day", day)
        .query((row, number) ->
            new Acceptance(
                row.getLong("id"),
                row.getLong("contract_id"),
                new Acceptance.Content(
                    row.getString("number"),
                    row.getObject("accepted_on", LocalDate.class),
                    row.getLong("value_vnd"),
                    row.getString("words")),
                row.getString("by_name")))
        .list();
  }

  void accept(Contract contract, Acceptance.Content said, Correction correction, LocalDate day) {
    Said.on(day, jdbc.sql(ACCEPT))
        .param("contract", contract.id())
        .param("project", contract.projectId())
        .param("number", said.number())
        .param("on", said.on())
        .param("value", said.valueVnd())
        .param("words", said.words(), Types.VARCHAR)
        .param("corrects", correction.corrects(), Types.BIGINT)
        .param("void", correction.isVoid())
        .param("why", correction.why(), Types.VARCHAR)
        .update();
  }

  List<Finding> findings(long contract) {
    return jdbc.sql(FINDINGS).param("contract", contract).query(ContractStore::finding).list();
  }

  void note(Contract contract, Finding.Content said, LocalDate day) {
    Said.on(day, jdbc.sql(NOTE))
        .param("contract", contract.id())
        .param("project", contract.projectId())
        .param("kind", said.kind())
        .param("on", said.on())
        .param("words", said.words())
        .param("remedy", said.remedyOn(), Types.DATE)
        .update();
  }

  void close(Contract contract, long finding, Finding.Closed said, LocalDate day) {
    Said.on(day, jdbc.sql(CLOSE))
        .param("finding", finding)
        .param("project", contract.projectId())
        .param("on", said.on())
        .param("words", said.words())
        .update();
  }

  private static Contract contract(ResultSet row, int number) throws SQLException {
    return new Contract(
        row.getLong("contract_id"),
        row.getLong("project_id"),
        row.getString("number"),
        row.getInt("step"),
        terms(row),
        row.getObject("first_ends_on", LocalDate.class),
        new Contract.Progress(
            row.getLong("accepted_vnd"),
            row.getObject("last_accepted_on", LocalDate.class),
            row.getInt("pace_findings"),
            row.getInt("other_findings"),
            row.getInt("late_remedies")));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        row.getString("kind"),
        row.getString("package"),
        row.getString("contractor"),
        row.getString("contractor_code"),
        row.getLong("value_vnd"),
        row.getObject("signed_on", LocalDate.class),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class));
  }

  private static Finding finding(ResultSet row, int number) throws SQLException {
    LocalDate closed = row.getObject("closed_on", LocalDate.class);
    return new Finding(
        row.getLong("id"),
        row.getLong("contract_id"),
        new Finding.Content(
            row.getString("kind"),
            row.getObject("found_on", LocalDate.class),
            row.getString("words"),
            row.getObject("remedy_on", LocalDate.class)),
        closed == null ? null : new Finding.Closed(closed, row.getString("closed_words")),
        row.getString("by_name"));
  }
}
