package vn.dondoc.task.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.exchange.HeadedRows.Header;
import vn.dondoc.exchange.PackedCells;
import vn.dondoc.exchange.SheetFinding;
import vn.dondoc.exchange.SheetPlace;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.kernel.Actor;

@Repository
class StagedStore {
  private static final String ADD =
      """
      insert into task.sheet (kind, file_name, staged_by, staged_by_name)
      values (:kind, :file, :by, :name)
      returning id
      """;
  private static final String ADD_HEADER =
      """
      insert into task.sheet_header (sheet_id, tab, row_number, titles, columns)
      values (:sheet, :tab, :row, :titles, :columns)
      """;
  private static final String ADD_ROWS =
      """
      insert into task.sheet_row (sheet_id, number, cells)
      select :sheet, r.number, r.cells from unnest(:numbers::int[], :cells::text[]) as r (number, cells)
      """;
  private static final String ADD_FINDINGS =
      """
      insert into task.sheet_finding (sheet_id, kind, tab, row_number, column_number, shown)
      select :sheet, f.* from unnest(:kinds::text[], :tabs::text[], :rows::int[], :columns::int[],
                                     :shown::text[]) as f
      """;
  private static final String SHEETS =
      """
      select s.id, s.kind, s.file_name, s.staged_at, e.outcome, e.batch_id,
             (select count(*) from task.sheet_row r where r.sheet_id = s.id) as rows
        from task.sheet s
        left join task.sheet_end e on e.sheet_id = s.id
      """;
  private static final String ADD_CHOICES =
      """
      insert into task.sheet_choice (sheet_id, number, seen, keeps)
      select :sheet, c.number, c.seen, c.keeps
        from unnest(:numbers::int[], :seen::int[], :keeps::text[]) as c (number, seen, keeps)
      """;
  private static final String CHOICES =
      """
      select distinct on (number) number, seen, keeps from task.sheet_choice
       where sheet_id = :sheet order by number, id desc
      """;
  private static final String END =
      "insert into task.sheet_end (sheet_id, outcome, batch_id) values (:sheet, :outcome, :batch)";
  private static final String ADD_FACTS =
      """
      insert into task.sheet_fact (sheet_id, number, duty_id, step)
      select :sheet, f.* from unnest(:numbers::int[], :duties::bigint[], :steps::int[]) as f
      """;
  private static final String FACTS =
      """
      select s.number, t.id as task_id, t.code, d.body_id, f.kind, w.words, w.document, f.until
        from task.sheet_fact s
        join task.fact f on f.duty_id = s.duty_id and f.step = s.step
        left join task.fact_words w on w.duty_id = f.duty_id and w.step = f.step
        join task.duty d on d.id = s.duty_id
        join task.task t on t.id = d.task_id
       where s.sheet_id = :sheet order by s.number
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Integer>> COLUMNS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  StagedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which of the two is kept.
   *
   * @param seen where the register stood when it was chosen
   * @param sheet the sheet's; else the register's
   */
  record Choice(int seen, boolean sheet) {}

  /** Something that was recorded by a sheet. */
  record Recorded(
      int number,
      long taskId,
      String code,
      int bodyId,
      String kind,
      @Nullable String words,
      @Nullable String document,
      @Nullable LocalDate until) {}

  long add(SheetKind kind, String fileName, Actor by) {
    return jdbc.sql(ADD)
        .param("kind", kind.code())
        .param("file", fileName)
        .param("by", by.accountId())
        .param("name", by.name())
        .query(Long.class)
        .single();
  }

  void addHeader(long sheet, Header header) {
    jdbc.sql(ADD_HEADER)
        .param("sheet", sheet)
        .param("tab", header.tab())
        .param("row", header.row())
        .param("titles", JSON.writeValueAsString(header.titles()).replace("\0", ""))
        .param("columns", JSON.writeValueAsString(header.columns()))
        .update();
  }

  void addRows(long sheet, List<SheetRow> rows) {
    jdbc.sql(ADD_ROWS)
        .param("sheet", sheet)
        .param("numbers", rows.stream().map(SheetRow::number).toArray(Integer[]::new))
        .param("cells", rows.stream().map(PackedCells::written).toArray(String[]::new))
        .update();
  }

  void addFindings(long sheet, List<SheetFinding> found) {
    jdbc.sql(ADD_FINDINGS)
        .param("sheet", sheet)
        .param("kinds", found.stream().map(f -> f.kind().name()).toArray(String[]::new))
        .param("tabs", found.stream().map(f -> f.place().sheet()).toArray(String[]::new))
        .param("rows", found.stream().map(f -> f.place().row()).toArray(Integer[]::new))
        .param("columns", found.stream().map(f -> f.place().column()).toArray(Integer[]::new))
        .param("shown", found.stream().map(SheetFinding::shown).toArray(String[]::new))
        .update();
  }

  Optional<StagedSheet> find(long id) {
    return jdbc.sql(SHEETS + " where s.id = :id")
        .param("id", id)
        .query(StagedStore::sheet)
        .optional();
  }

  /** Held until the end of the transaction: a sheet is written once. */
  void lock(long id) {
    jdbc.sql("select pg_advisory_xact_lock(8207, :id::int)")
        .param("id", id)
        .query((row, number) -> 0)
        .list();
  }

  List<StagedSheet> waiting(int limit) {
    return jdbc.sql(SHEETS + " where e.sheet_id is null order by s.id desc limit :limit")
        .param("limit", limit)
        .query(StagedStore::sheet)
        .list();
  }

  Header header(long sheet) {
    return jdbc.sql("select * from task.sheet_header where sheet_id = :sheet")
        .param("sheet", sheet)
        .query((row, number) ->
            new Header(
                row.getString("tab"),
                row.getInt("row_number"),
                JSON.readValue(row.getString("titles"), TEXTS),
                JSON.readValue(row.getString("columns"), COLUMNS)))
        .single();
  }

  List<SheetRow> rows(long sheet, String tab) {
    return jdbc.sql("select number, cells from task.sheet_row where sheet_id = :id order by number")
        .param("id", sheet)
        .query((row, number) -> PackedCells.read(tab, row.getInt(1), row.getString(2)))
        .list();
  }

  List<SheetFinding> findings(long sheet) {
    return jdbc.sql("select * from task.sheet_finding where sheet_id = :sheet order by id")
        .param("sheet", sheet)
        .query((row, number) ->
            new SheetFinding(
                SheetFinding.Kind.valueOf(row.getString("kind")),
                new SheetPlace(
                    row.getString("tab"), row.getInt("row_number"), row.getInt("column_number")),
                row.getString("shown")))
        .list();
  }

  void choose(long sheet, Map<Integer, Choice> choices) {
    List<Integer> numbers = List.copyOf(choices.keySet());
    jdbc.sql(ADD_CHOICES)
        .param("sheet", sheet)
        .param("numbers", numbers.toArray(Integer[]::new))
        .param("seen", numbers.stream().map(n -> of(choices, n).seen()).toArray(Integer[]::new))
        .param(
            "keeps",
            numbers.stream()
                .map(n -> of(choices, n).sheet() ? "sheet" : "register")
                .toArray(String[]::new))
        .update();
  }

  private static Choice of(Map<Integer, Choice> choices, int number) {
    return java.util.Objects.requireNonNull(choices.get(number));
  }

  Map<Integer, Choice> choices(long sheet) {
    Map<Integer, Choice> choices = new HashMap<>();
    jdbc.sql(CHOICES)
        .param("sheet", sheet)
        .query(
            (RowCallbackHandler)
                row ->
                    choices.put(
                        row.getInt(1),
                        new Choice(row.getInt(2), row.getString(3).equals("sheet"))));
    return choices;
  }

  void end(long sheet, String outcome, @Nullable Long batch) {
    jdbc.sql(END)
        .param("sheet", sheet)
        .param("outcome", outcome)
        .param("batch", batch, Types.BIGINT)
        .update();
  }

  void addFacts(long sheet, List<DutyAct> acts) {
    jdbc.sql(ADD_FACTS)
        .param("sheet", sheet)
        .param("numbers", acts.stream().map(DutyAct::number).toArray(Integer[]::new))
        .param("duties", acts.stream().map(DutyAct::duty).toArray(Long[]::new))
        .param("steps", acts.stream().map(a -> a.deed().step() + 1).toArray(Integer[]::new))
        .update();
  }

  List<Recorded> facts(long sheet) {
    return jdbc.sql(FACTS).param("sheet", sheet).query(StagedStore::recorded).list();
  }

  private static Recorded recorded(ResultSet row, int number) throws SQLException {
    return new Recorded(
        row.getInt("number"),
        row.getLong("task_id"),
        row.getString("code"),
        row.getInt("body_id"),
        row.getString("kind"),
        row.getString("words"),
        row.getString("document"),
        row.getObject("until", LocalDate.class));
  }

  private static StagedSheet sheet(ResultSet row, int number) throws SQLException {
    return new StagedSheet(
        row.getLong("id"),
        SheetKind.of(row.getString("kind")),
        row.getString("file_name"),
        row.getTimestamp("staged_at").toInstant(),
        row.getInt("rows"),
        row.getString("outcome"),
        row.getObject("batch_id", Long.class));
  }
}
