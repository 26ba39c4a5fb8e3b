package vn.dondoc.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes forms as a workbook of one sheet each, holding one sheet at a time. */
final class FormWriter {
  private static final String HEAD_COLOUR = "E8EDF4";
  private static final String OPEN_COLOUR = "FFFBE6";

  private FormWriter() {}

  static void write(OutputStream out, Stream<FormSheet> sheets) throws IOException {
    try (Stream<FormSheet> closing = sheets) {
      Workbook workbook = new Workbook(SheetWriter.open(out), "Don Doc", "1.0");
      for (Iterator<FormSheet> each = closing.iterator(); each.hasNext(); ) {
        FormSheet form = each.next();
        Worksheet sheet = workbook.newWorksheet(form.name());
        write(sheet, form);
        sheet.finish();
      }
      workbook.finish();
    }
    out.flush();
  }

  private static void write(Worksheet sheet, FormSheet form) {
    int header = form.head().size();
    for (int row = 0; row < header; row++) {
      sheet.inlineString(row, 0, form.head().get(row));
      if (row == 0) {
        sheet.style(row, 0).bold().fontSize(14).set();
      } else {
        sheet.style(row, 0).italic().set();
      }
    }
    int width = form.columns().size();
    for (int column = 0; column < width; column++) {
      FormSheet.Column one = form.columns().get(column);
      sheet.inlineString(header, column, one.title());
      sheet
          .style(header, column)
          .bold()
          .wrapText(true)
          .verticalAlignment("center")
          .fillColor(HEAD_COLOUR)
          .borderStyle("thin")
          .set();
      if (one.isHidden()) {
        sheet.hideColumn(column);
      } else {
        sheet.width(column, one.width());
      }
    }
    for (int row = 0; row < form.rows().size(); row++) {
      List<FormCell> cells = form.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        write(sheet, header + 1 + row, column, cells.get(column));
      }
    }
    sheet.hideColumn(width);
    sheet.inlineString(0, width, form.seal());
    sheet.freezePane(2, header + 1);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.repeatRows(header);
    // Against slips of the hand, not against intent: no password, and the seal tells the rest.
    sheet.protect("");
  }

  private static void write(Worksheet sheet, int row, int column, FormCell cell) {
    value(sheet, row, column, cell.value());
    boolean open = !(cell instanceof FormCell.Locked);
    var style = sheet.style(row, column).verticalAlignment("top").borderStyle("thin");
    if (open) {
      style.protectionOption(ProtectionOption.LOCKED, false).fillColor(OPEN_COLOUR);
    }
    if (cell instanceof FormCell.Locked locked && locked.bold()) {
      style.bold();
    }
    if (cell.value() instanceof BigDecimal number) {
      style.format(SheetWriter.format(number));
    }
    style.wrapText(!(cell.value() instanceof BigDecimal)).set();
    String place = SheetPlace.columnName(column + 1) + (row + 1);
    switch (cell) {
      case FormCell.Choice choice -> choose(sheet, row, column, choice.options());
      case FormCell.Amount amount when condition(place, amount) != null ->
          sheet
              .range(row, column, row, column)
              .validateWithFormula(escaped(condition(place, amount)))
              .errorStyle(DataValidationErrorStyle.WARNING)
              .showErrorMessage(true)
              .errorTitle("!")
              .error(escaped(amount.warning()));
      case FormCell.Amount amount -> {}
      case FormCell.Words words -> {}
      case FormCell.Locked locked -> {}
    }
  }

  private static void choose(Worksheet sheet, int row, int column, List<String> options) {
    sheet
        .range(row, column, row, column)
        .validateWithListByFormula(escaped("\"" + String.join(",", options) + "\""))
        .errorStyle(DataValidationErrorStyle.STOP)
        .showErrorMessage(true)
        .errorTitle("!")
        .error(escaped(String.join(" / ", options)));
  }

  private static @Nullable String condition(String place, FormCell.Amount amount) {
    if (amount.least() == null && amount.most() == null) {
      return null;
    }
    String least = amount.least() == null ? "" : "," + place + ">=" + amount.least();
    String most = amount.most() == null ? "" : "," + place + "<=" + amount.most();
    return "AND(ISNUMBER(" + place + ")" + least + most + ")";
  }

  private static void value(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case BigDecimal number -> sheet.value(row, column, number);
      case Integer number -> sheet.value(row, column, number);
      case String text -> sheet.inlineString(row, column, text);
      default -> throw new IllegalArgumentException("a form has no cell for " + value.getClass());
    }
  }

  /** The library writes rules of cells as they are given. */
  private static String escaped(@Nullable String text) {
    return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
