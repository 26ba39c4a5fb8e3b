package vn.dondoc.capital.intake.staging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dondoc.capital.intake.cell.Notation;
import vn.dondoc.capital.intake.layout.Merged;
import vn.dondoc.exchange.PackedCells;
import vn.dondoc.exchange.SheetRow;

/** Rows as they stand in the file. */
@Repository
class IntakeRawStore {
  private static final String ADD =
      """
      insert into capital.intake_raw (intake_id, ordinal, tab, number, cells)
      select :intake, r.* from unnest(:ordinals::int[], :tabs::text[], :numbers::int[],
                                      :cells::text[]) as r
      """;
  private static final String ADD_TAB =
      """
      insert into capital.intake_tab (intake_id, name, rows, merged, vietnamese, english)
      values (:intake, :name, :rows, :merged, :vietnamese, :english)
      """;
  private static final String TABS =
      """
      select t.* from capital.intake_tab t
       where t.intake_id = :intake
       order by (select min(r.ordinal) from capital.intake_raw r
                  where r.intake_id = t.intake_id and r.tab = t.name)
      """;
  private static final String TOP =
      """
      select number, cells from capital.intake_raw
       where intake_id = :intake and tab = :tab and number <= :most
       order by ordinal
      """;
  private static final String PAGE =
      """
      select ordinal, number, cells from capital.intake_raw
       where intake_id = :intake and tab = :tab and ordinal > :after
       order by ordinal limit :most
      """;

  private final JdbcClient jdbc;

  IntakeRawStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Một trang của tệp.
   *
   * @param name its name
   * @param rows how many rows hold something
   * @param merged ranges, with blanks between
   * @param vietnamese numbers as text that can only be Vietnamese
   * @param english numbers as text that can only be English
   */
  record Tab(String name, int rows, String merged, int vietnamese, int english) {
    List<Merged> ranges() {
      return Stream.of(merged.split(" ")).map(Merged::of).flatMap(Optional::stream).toList();
    }

    Notation notation() {
      if (vietnamese > 0 == english > 0) {
        return Notation.EACH;
      }
      return vietnamese > 0 ? Notation.VI : Notation.EN;
    }
  }

  /** A row with where it comes in the file. */
  record Placed(int ordinal, SheetRow row) {}

  void add(long intake, int from, List<SheetRow> rows) {
    Integer[] ordinals = new Integer[rows.size()];
    Arrays.setAll(ordinals, at -> from + at);
    jdbc.sql(ADD)
        .param("intake", intake)
        .param("ordinals", ordinals)
        .param("tabs", rows.stream().map(SheetRow::sheet).toArray(String[]::new))
        .param("numbers", rows.stream().map(SheetRow::number).toArray(Integer[]::new))
        .param("cells", rows.stream().map(PackedCells::written).toArray(String[]::new))
        .update();
  }

  void add(long intake, List<Tab> tabs) {
    for (Tab tab : tabs) {
      jdbc.sql(ADD_TAB)
          .param("intake", intake)
          .param("name", tab.name())
          .param("rows", tab.rows())
          .param("merged", tab.merged())
          .param("vietnamese", tab.vietnamese())
          .param("english", tab.english())
          .update();
    }
  }

  List<Tab> tabs(long intake) {
    return jdbc.sql(TABS)
        .param("intake", intake)
        .query((row, number) ->
            new Tab(
                row.getString("name"),
                row.getInt("rows"),
                row.getString("merged"),
                row.getInt("vietnamese"),
                row.getInt("english")))
        .list();
  }

  /** The first rows of a sheet. */
  List<SheetRow> top(long intake, String tab, int most) {
    return jdbc.sql(TOP)
        .param("intake", intake)
        .param("tab", tab)
        .param("most", most)
        .query((row, number) -> PackedCells.read(tab, row.getInt(1), text(row.getString(2))))
        .list();
  }

  /** The rows after one of them. */
  List<Placed> after(long intake, String tab, int after, int most) {
    return new ArrayList<>(
        jdbc.sql(PAGE)
            .param("intake", intake)
            .param("tab", tab)
            .param("after", after)
            .param("most", most)
            .query((row, number) ->
                new Placed(
                    row.getInt(1), PackedCells.read(tab, row.getInt(2), text(row.getString(3)))))
            .list());
  }

  private static String text(String cells) {
    return Objects.requireNonNull(cells);
  }
}
