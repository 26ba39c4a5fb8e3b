package vn.dondoc.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Bảng dữ liệu tham chiếu: a CSV file of facts with a header, shipped with the program or put in
 * its place by an administrator.
 *
 * <p>Every problem names file, line and column; no row is used when one is wrong.
 */
public final class ReferenceTable {
  private static final String ROOT = "reference/";

  private final String name;
  private final List<String> columns;
  private final List<Row> rows;

  private ReferenceTable(String name, List<String> columns, List<Row> rows) {
    this.name = name;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads a table.
   *
   * @param directory where an administrator keeps files of their own; null for the shipped ones
   * @param name module and file, {@code "place/units.csv"}
   * @param columns the columns that must be there
   * @throws Refusal naming the file and what is wrong with it
   */
  public static ReferenceTable read(@Nullable Path directory, String name, List<String> columns) {
    List<CsvLine> lines = CsvLine.parse(name, text(directory, name));
    if (lines.isEmpty() || !lines.getFirst().fields().containsAll(columns)) {
      List<String> seen = lines.isEmpty() ? List.of() : lines.getFirst().fields();
      String missing = String.join(", ", columns.stream().filter(c -> !seen.contains(c)).toList());
      throw Refusal.of(ReferenceRefusal.COLUMNS, name, name, missing);
    }
    List<String> head = lines.getFirst().fields();
    ReferenceTable table = new ReferenceTable(name, head, new ArrayList<>());
    List<Problem> problems = new ArrayList<>();
    for (CsvLine line : lines.subList(1, lines.size())) {
      if (line.fields().size() == head.size()) {
        table.rows.add(table.new Row(line.number(), line.fields()));
      } else {
        problems.add(
            Problem.at(
                name + ":" + line.number(),
                ReferenceRefusal.FIELDS.key(),
                name,
                line.number(),
                line.fields().size(),
                head.size()));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ReferenceRefusal.FILE, problems);
    }
    return table;
  }

  public String name() {
    return name;
  }

  /** The columns of the header, in the file's order. */
  public List<String> columns() {
    return columns;
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /**
   * A column as an array for {@code unnest}: one value per row.
   *
   * @throws Refusal with the problem of every row that has one
   */
  public <T extends @Nullable Object> List<T> column(Function<Row, T> value) {
    List<T> values = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Row row : rows) {
      try {
        values.add(value.apply(row));
      } catch (Refusal refusal) {
        problems.addAll(refusal.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ReferenceRefusal.FILE, problems);
    }
    return values;
  }

  private static String text(@Nullable Path directory, String name) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes(directory, name)))
          .toString()
          .replaceFirst("^\ufeff", "");
    } catch (CharacterCodingException e) {
      throw Refusal.of(ReferenceRefusal.UNREADABLE, name, name, "UTF-8");
    } catch (IOException e) {
      throw Refusal.of(ReferenceRefusal.UNREADABLE, name, name, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytes(@Nullable Path directory, String name) throws IOException {
    Path own = directory == null ? null : directory.resolve(name);
    if (own != null && Files.exists(own)) {
      return Files.readAllBytes(own);
    }
    try (InputStream in = ReferenceTable.class.getClassLoader().getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw Refusal.of(ReferenceRefusal.MISSING, name, name);
      }
      return in.readAllBytes();
    }
  }

  /** One row; its accessors refuse with file, line and column. */
  public final class Row {
    private final int line;
    private final List<String> fields;

    private Row(int line, List<String> fields) {
      this.line = line;
      this.fields = fields;
    }

    public int line() {
      return line;
    }

    /** A value that must be there. */
    public String text(String column) {
      String value = field(column);
      if (value.isEmpty()) {
        throw problem(ReferenceRefusal.EMPTY, column, value);
      }
      return value;
    }

    /** A value that may be missing. */
    public @Nullable String optional(String column) {
      String value = field(column);
      return value.isEmpty() ? null : value;
    }

    /** A value of a column that files written earlier do not have; null there. */
    public @Nullable String later(String column) {
      return columns.contains(column) ? optional(column) : null;
    }

    /** A day that may be missing: an open end. */
    public @Nullable LocalDate day(String column) {
      String value = field(column);
      try {
        return value.isEmpty() ? null : LocalDate.parse(value);
      } catch (DateTimeParseException e) {
        throw problem(ReferenceRefusal.DAY, column, value);
      }
    }

    public int number(String column) {
      String value = field(column);
      try {
        return Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw problem(ReferenceRefusal.NUMBER, column, value);
      }
    }

    /** Values separated by {@code ;}. */
    public List<String> list(String column) {
      return Arrays.stream(field(column).split(";"))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }

    private Refusal problem(ReferenceRefusal code, String column, String value) {
      return Refusal.of(code, name + ":" + line + ":" + column, name, line, column, value);
    }

    private String field(String column) {
      int at = columns.indexOf(column);
      if (at < 0) {
        throw new IllegalArgumentException("no column " + column + " in " + name);
      }
      return fields.get(at).strip();
    }
  }
}
