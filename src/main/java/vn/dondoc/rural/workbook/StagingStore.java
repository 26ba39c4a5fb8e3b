package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Report;

/** What was read of a book, kept until somebody has looked at it. */
@Repository
class StagingStore {
  private static final String ADD_UNITS =
      """
      insert into rural.book_unit (reading_id, unit_id, name, tab, same)
      select :reading, u.* from unnest(:ids::int[], :names::text[], :tabs::text[], :same::int[]) as u
      """;
  private static final String ADD_ROWS =
      """
      insert into rural.book_row (reading_id, number, unit_id, indicator_id, place, kind, arrived,
                                  seen, was, was_nothing, figures, nothing, words, cells)
      select :reading, r.number, r.unit_id, r.indicator_id, r.place, r.kind, r.arrived, r.seen,
             r.was::numeric[], r.was_nothing, r.figures::numeric[], r.nothing, r.words,
             string_to_array(r.cells, chr(10))
        from unnest(:numbers::int[], :units::int[], :indicators::int[], :places::text[],
                    :kinds::text[], :arrived::boolean[], :seen::int[], :was::text[],
                    :wasNothing::boolean[], :figures::text[], :nothing::boolean[], :words::text[],
                    :cells::text[])
             as r (number, unit_id, indicator_id, place, kind, arrived, seen, was, was_nothing,
                   figures, nothing, words, cells)
      """;
  private static final String ADD_NOTES =
      """
      insert into rural.book_note (reading_id, unit_id, stops, place, key, arguments)
      select :reading, n.* from unnest(:units::int[], :stops::boolean[], :places::text[],
                                       :keys::text[], :arguments::text[]) as n
      """;
  private static final String ADD_CHOICES =
      """
      insert into rural.book_choice (reading_id, number, seen, keeps, reason)
      select :reading, c.number, c.seen, c.keeps, c.reason
        from unnest(:numbers::int[], :seen::int[], :keeps::text[], :reasons::text[])
             as c (number, seen, keeps, reason)
        join rural.book_row r on r.reading_id = :reading and r.number = c.number
      """;
  private static final String CHOICES =
      """
      select distinct on (number) number, seen, keeps, reason from rural.book_choice
       where reading_id = :reading order by number, id desc
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Object>> ARGUMENTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  StagingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which of the possible figures is kept.
   *
   * @param seen where the register stood when it was chosen
   * @param keeps which
   * @param reason why what was looked at is replaced; null when none is given
   */
  record Choice(int seen, Keeps keeps, @Nullable String reason) {}

  /** Giữ giá trị nào. */
  enum Keeps {
    /** As the sheet has it. */
    SHEET,
    /** As the register has it. */
    REGISTER,
    /** A hundred times what the sheet has: a share was meant in percent. */
    HUNDREDFOLD
  }

  /** Keeps a reading; it counts from now on. */
  long add(long book, @Nullable Long profile, Staging staging) {
    long reading =
        jdbc.sql(
                "insert into rural.book_reading (book_id, profile_id) values (:book, :profile)"
                    + " returning id")
            .param("book", book)
            .param("profile", profile, Types.BIGINT)
            .query(Long.class)
            .single();
    List<Staging.Unit> units = staging.units();
    jdbc.sql(ADD_UNITS)
        .param("reading", reading)
        .param("ids", each(units, Staging.Unit::id, Integer[]::new))
        .param("names", each(units, Staging.Unit::name, String[]::new))
        .param("tabs", each(units, Staging.Unit::tab, String[]::new))
        .param("same", each(units, Staging.Unit::same, Integer[]::new))
        .update();
    addRows(reading, staging.rows());
    List<Staging.Note> notes = staging.notes();
    jdbc.sql(ADD_NOTES)
        .param("reading", reading)
        .param("units", each(notes, Staging.Note::unit, Integer[]::new))
        .param("stops", each(notes, Staging.Note::stops, Boolean[]::new))
        .param("places", each(notes, note -> clean(note.problem().place()), String[]::new))
        .param("keys", each(notes, note -> note.problem().key(), String[]::new))
        .param(
            "arguments",
            each(notes, n -> JSON.writeValueAsString(arguments(n.problem())), String[]::new))
        .update();
    return reading;
  }

  private void addRows(long reading, List<Staging.Row> rows) {
    jdbc.sql(ADD_ROWS)
        .param("reading", reading)
        .param("numbers", each(rows, Staging.Row::number, Integer[]::new))
        .param("units", each(rows, Staging.Row::unit, Integer[]::new))
        .param("indicators", each(rows, Staging.Row::indicator, Integer[]::new))
        .param("places", each(rows, row -> clean(row.place()), String[]::new))
        .param("cells", each(rows, row -> clean(String.join("\n", row.cells())), String[]::new))
        .param("kinds", each(rows, row -> row.what().kind().code(), String[]::new))
        .param("arrived", each(rows, row -> row.what().arrived(), Boolean[]::new))
        .param("seen", each(rows, Staging.Row::seen, Integer[]::new))
        .param("was", each(rows, row -> literal(row.was()), String[]::new))
        .param("wasNothing", each(rows, Staging.Row::wasNothing, Boolean[]::new))
        .param("figures", each(rows, row -> literal(row.what().figures()), String[]::new))
        .param("nothing", each(rows, row -> row.what().nothing(), Boolean[]::new))
        .param("words", each(rows, row -> row.what().words(), String[]::new))
        .update();
  }

  /** What was read. */
  Staging find(long reading) {
    Staging staging = new Staging();
    staging
        .units()
        .addAll(
            jdbc.sql("select * from rural.book_unit where reading_id = :reading order by name, tab")
                .param("reading", reading)
                .query((row, number) ->
                    new Staging.Unit(
                        row.getInt("unit_id"),
                        row.getString("name"),
                        row.getString("tab"),
                        row.getInt("same")))
                .list());
    staging
        .rows()
        .addAll(
            jdbc.sql("select * from rural.book_row where reading_id = :reading order by number")
                .param("reading", reading)
                .query(StagingStore::row)
                .list());
    staging
        .notes()
        .addAll(
            jdbc.sql("select * from rural.book_note where reading_id = :reading order by id")
                .param("reading", reading)
                .query((row, number) ->
                    new Staging.Note(
                        row.getObject("unit_id", Integer.class),
                        row.getBoolean("stops"),
                        new Problem(
                            row.getString("place"),
                            row.getString("key"),
                            arguments(row.getString("arguments")))))
                .list());
    return staging;
  }

  void choose(long reading, Map<Integer, Choice> choices) {
    List<Map.Entry<Integer, Choice>> all = List.copyOf(choices.entrySet());
    jdbc.sql(ADD_CHOICES)
        .param("reading", reading)
        .param("numbers", each(all, Map.Entry::getKey, Integer[]::new))
        .param("seen", each(all, choice -> choice.getValue().seen(), Integer[]::new))
        .param(
            "keeps",
            each(
                all,
                choice -> choice.getValue().keeps().name().toLowerCase(Locale.ROOT),
                String[]::new))
        .param("reasons", each(all, choice -> choice.getValue().reason(), String[]::new))
        .update();
  }

  Map<Integer, Choice> choices(long reading) {
    Map<Integer, Choice> choices = new HashMap<>();
    jdbc.sql(CHOICES)
        .param("reading", reading)
        .query(
            (RowCallbackHandler)
                row ->
                    choices.put(
                        row.getInt(1),
                        new Choice(
                            row.getInt(2),
                            Keeps.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                            row.getString(4))));
    return choices;
  }

  private static List<String> cells(@Nullable Array cells) throws SQLException {
    return cells == null ? List.of() : List.of((String[]) cells.getArray());
  }

  private static Staging.Row row(ResultSet row, int number) throws SQLException {
    return new Staging.Row(
        row.getInt("number"),
        row.getInt("unit_id"),
        row.getInt("indicator_id"),
        row.getString("place"),
        cells(row.getArray("cells")),
        new Staging.Said(
            Report.Kind.valueOf(
                Objects.requireNonNull(row.getString("kind")).toUpperCase(Locale.ROOT)),
            row.getBoolean("arrived"),
            BookStore.figures(row, "figures"),
            row.getBoolean("nothing"),
            row.getString("words")),
        row.getInt("seen"),
        BookStore.figures(row, "was"),
        row.getBoolean("was_nothing"));
  }

  /** Numbers and words, also those of two languages, are all a sentence quotes. */
  private static List<Object> arguments(Problem problem) {
    return problem.arguments().stream()
        .map(argument ->
            argument instanceof Number || argument instanceof Bilingual
                ? argument
                : (Object) clean("" + argument))
        .toList();
  }

  private static List<Object> arguments(String kept) {
    return JSON.readValue(kept, ARGUMENTS).stream()
        .map(argument ->
            argument instanceof Map<?, ?> words
                ? new Bilingual("" + words.get("vi"), (String) words.get("en"))
                : argument)
        .toList();
  }

  /** The database holds no zero character. */
  private static String clean(String text) {
    return text.replace("\0", "");
  }

  private static @Nullable String literal(List<@Nullable BigDecimal> figures) {
    return figures.isEmpty()
        ? null
        : figures.stream()
            .map(figure -> figure == null ? "NULL" : figure.toPlainString())
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static <T, R> @Nullable R[] each(
      List<T> lines, Function<T, @Nullable R> value, java.util.function.IntFunction<R[]> array) {
    return lines.stream().map(value).toArray(array);
  }
}
