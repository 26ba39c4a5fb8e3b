package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Khối chữ: a paragraph or a table, as documents are built of them. */
sealed interface Block {
  /** Writes the block in reading order. */
  void writeTo(Lines lines);

  /** Đoạn: its text with its number before it. */
  record Paragraph(String text) implements Block {
    @Override
    public void writeTo(Lines lines) {
      lines.add(text);
    }
  }

  /** Bảng: rows of cells of blocks. */
  record Table(List<List<List<Block>>> rows) implements Block {
    private static final int STACKED_ROWS = 4;
    private static final int STACKED_COLUMNS = 3;

    /**
     * Rows that only place things side by side (the head, the signature) are read column by column,
     * so that issuer and motto do not mix; rows that hold data, one by one. Tables that touch
     * become one in the file, so each stretch of rows of equal width is judged by itself.
     */
    @Override
    public void writeTo(Lines lines) {
      for (int from = 0; from < rows.size(); ) {
        int width = rows.get(from).size();
        int to = from;
        while (to < rows.size() && rows.get(to).size() == width) {
          to++;
        }
        List<List<List<Block>>> stretch = rows.subList(from, to);
        if (isLayout(stretch, width)) {
          writeColumns(stretch, width, lines);
        } else {
          stretch.forEach(row -> writeRow(row, lines));
        }
        from = to;
      }
    }

    private static boolean isLayout(List<List<List<Block>>> rows, int width) {
      if (width == 1) {
        return true;
      }
      if (rows.size() > STACKED_ROWS || width > STACKED_COLUMNS) {
        return false;
      }
      String words = words(rows).toLowerCase(Locale.ROOT);
      return words.contains("độc lập")
          || words.contains("cộng hòa")
          || words.contains("cộng hoà")
          || words.contains("đảng cộng sản")
          || words.contains("nơi nhận");
    }

    private static void writeColumns(List<List<List<Block>>> rows, int width, Lines lines) {
      for (int column = 0; column < width; column++) {
        for (List<List<Block>> row : rows) {
          row.get(column).forEach(block -> block.writeTo(lines));
        }
        lines.add("");
      }
    }

    private static void writeRow(List<List<Block>> row, Lines lines) {
      List<String> cells = new ArrayList<>();
      for (List<Block> cell : row) {
        cells.add(flat(cell));
      }
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        lines.add(cells.stream().collect(Collectors.joining(" | ")));
      }
    }

    private static String words(List<List<List<Block>>> rows) {
      return rows.stream().flatMap(List::stream).map(Table::flat).collect(Collectors.joining(" "));
    }

    private static String flat(List<Block> cell) {
      return cell.stream()
          .map(block ->
              switch (block) {
                case Paragraph paragraph -> paragraph.text();
                case Table table -> words(table.rows());
              })
          .collect(Collectors.joining(" "))
          .replaceAll("\\s+", " ")
          .strip();
    }
  }
}
