package vn.dondoc.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetFinding.Kind;
import vn.dondoc.exchange.document.Archive;
import vn.dondoc.exchange.document.CompoundKind;
import vn.dondoc.exchange.document.FileBytes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Reads one workbook row by row, after its parts were measured. */
final class SheetReader {
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
  // Programs that write figures alone leave the part of styles out; the format asks for none.
  private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

  private final ExchangeLimits limits;
  private final String file;
  private final List<SheetFinding> findings = new ArrayList<>();
  private final List<SheetRow> hidden = new ArrayList<>();
  private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);

  SheetReader(ExchangeLimits limits, String file) {
    this.limits = limits;
    this.file = file;
  }

  List<SheetFinding> read(InputStream in, Consumer<? super SheetRow> rows) throws IOException {
    byte[] bytes = FileBytes.of(limits, file, in);
    refuseOtherKinds(bytes);
    Measured measured;
    try (Archive archive = Archive.measured(limits, file, bytes)) {
      if (!archive.names().contains("[Content_Types].xml")) {
        throw ExchangeRefusal.NOT_A_SHEET.of(file);
      }
      boolean styled = archive.names().stream().anyMatch(name -> name.endsWith("styles.xml"));
      measured =
          new Measured(
              SheetShape.of(archive),
              SheetShape.parts(archive),
              SheetShape.names(archive),
              styled ? WITH_FORMATS : WITHOUT_FORMATS);
    } catch (XMLStreamException e) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
    if (measured.shapes().isEmpty()) {
      throw ExchangeRefusal.NOT_A_SHEET.of(file);
    }
    refuseOversized(measured);
    readMeasured(bytes, measured, rows);
    return List.copyOf(findings);
  }

  /** The first rows of hidden sheets, once the file was read. */
  List<SheetRow> hidden() {
    return hidden;
  }

  private void refuseOtherKinds(byte[] bytes) {
    if (FileBytes.isCompound(bytes)) {
      throw (CompoundKind.of(bytes) == CompoundKind.ENCRYPTED
              ? ExchangeRefusal.ENCRYPTED
              : ExchangeRefusal.OLD_SHEET)
          .of(file);
    }
    if (!FileBytes.isZip(bytes)) {
      throw ExchangeRefusal.NOT_A_SHEET.of(file);
    }
  }

  private void refuseOversized(Measured measured) {
    Map<String, SheetShape> shapes = measured.shapes();
    long rows = shapes.values().stream().mapToLong(SheetShape::rows).sum();
    if (rows > limits.sheetRows()) {
      throw tooManyRows(measured);
    }
    if (shapes.values().stream().anyMatch(shape -> shape.columns() > limits.sheetColumns())) {
      throw ExchangeRefusal.TOO_MANY_COLUMNS.of(file, limits.sheetColumns());
    }
  }

  /** Names the longest sheet and how far down it goes: rows mostly are left over there. */
  private Refusal tooManyRows(Measured measured) {
    Map.Entry<String, SheetShape> longest =
        measured.shapes().entrySet().stream()
            .max(Comparator.comparingInt(sheet -> sheet.getValue().rows()))
            .orElseThrow();
    String sheet = measured.names().getOrDefault(longest.getKey(), "?");
    int last = longest.getValue().last();
    return Refusal.of(
        ExchangeRefusal.TOO_MANY_ROWS,
        List.of(
            Problem.at(
                new SheetPlace(sheet, last, 1).toString(),
                ExchangeRefusal.TOO_MANY_ROWS.key() + ".at",
                file,
                limits.sheetRows(),
                sheet,
                last)));
  }

  private void readMeasured(byte[] bytes, Measured measured, Consumer<? super SheetRow> rows)
      throws IOException {
    Taker taker = new Taker(rows);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), measured.options())) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        SheetShape shape = measured.shape(sheet);
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          each(sheet, shape, taker);
        } else {
          find(Kind.HIDDEN_SHEET, new SheetPlace(sheet.getName(), 1, 1), sheet.getName());
          try (Stream<Row> each = sheet.openStream()) {
            each.limit(SheetBook.KEPT_OF_HIDDEN)
                .map(row -> SheetCells.row(sheet.getName(), row, Set.of()))
                .forEach(hidden::add);
          }
        }
      }
    } catch (CallerFailure e) {
      throw e.failure;
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The reader of the format throws what it likes on damage; to the person it is one thing.
      throw ExchangeRefusal.BROKEN.of(file);
    }
  }

  private void each(Sheet sheet, @Nullable SheetShape shape, Taker taker) throws IOException {
    for (String range : shape == null ? List.<String>of() : shape.merged()) {
      find(Kind.MERGED_CELLS, first(sheet.getName(), range), range);
    }
    Set<String> uncomputed = shape == null ? Set.of() : shape.uncomputed();
    try (Stream<Row> each = sheet.openStream()) {
      each.forEach(row -> taker.take(sheet.getName(), row, uncomputed));
    }
  }

  /** What is known of a file before it is read: its sheets by part, its parts by sheet. */
  private record Measured(
      Map<String, SheetShape> shapes,
      Map<String, String> parts,
      Map<String, String> names,
      ReadingOptions options) {
    @Nullable SheetShape shape(Sheet sheet) {
      return shapes.get(parts.getOrDefault(sheet.getId(), ""));
    }
  }

  /** Hands rows on, keeping the caller's own failures apart from those of a damaged file. */
  private final class Taker {
    private final Consumer<? super SheetRow> rows;

    Taker(Consumer<? super SheetRow> rows) {
      this.rows = rows;
    }

    void take(String sheet, Row row, Set<String> uncomputed) {
      if (row.isHidden()) {
        find(Kind.HIDDEN_ROW, new SheetPlace(sheet, row.getRowNum(), 1), "" + row.getRowNum());
      }
      SheetRow read = SheetCells.row(sheet, row, uncomputed);
      for (SheetCell cell : read.cells()) {
        Kind kind = SheetCells.remark(cell);
        if (kind != null) {
          find(kind, cell.place(), cell.text());
        }
      }
      if (!read.cells().isEmpty()) {
        try {
          rows.accept(read);
        } catch (RuntimeException e) {
          throw new CallerFailure(e);
        }
      }
    }
  }

  private static final class CallerFailure extends RuntimeException {
    private final transient RuntimeException failure;

    CallerFailure(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  private static SheetPlace first(String sheet, String range) {
    int letters = 0;
    int end = 0;
    while (letters < range.length() && Character.isLetter(range.charAt(letters))) {
      letters++;
    }
    for (end = letters; end < range.length() && Character.isDigit(range.charAt(end)); ) {
      end++;
    }
    int row = end == letters || end - letters > 7 ? 1 : Integer.parseInt(range, letters, end, 10);
    return new SheetPlace(sheet, row, Math.max(1, SheetShape.column(range)));
  }

  private void find(Kind kind, SheetPlace place, String shown) {
    // Each kind by itself: many small remarks must not push out a grave one further down.
    int before = found.merge(kind, 1, Integer::sum) - 1;
    if (before < limits.findings()) {
      findings.add(new SheetFinding(kind, place, shown));
    } else if (before == limits.findings()) {
      findings.add(new SheetFinding(Kind.MORE, place, "" + limits.findings()));
    }
  }
}
