package vn.dondoc.exchange.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.dondoc.exchange.document.Block.Paragraph;

/**
 * A head or signature whose two columns were typed with tabs or spaces instead of a table: read one
 * after the other, as the table would be.
 */
final class TypedColumns {
  private static final Pattern GAP = Pattern.compile("\\t+| {4,}");
  private static final Pattern CUE =
      Pattern.compile("độc lập *[-–] *tự do|cộng h(òa|oà) xã hội|đảng cộng sản việt nam|nơi nhận");
  private static final Pattern MARKER = Pattern.compile("\\(?[\\da-zđIVX]{1,4}[.)/]|[-–+•*]");
  private static final int LONGEST = 12;

  private TypedColumns() {}

  static List<Block> apart(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (int i = 0; i < blocks.size(); ) {
      int end = end(blocks, i);
      if (end > i) {
        out.addAll(columns(blocks.subList(i, end)));
      } else {
        out.add(blocks.get(i));
        end = i + 1;
      }
      i = end;
    }
    return out;
  }

  /** End of the typed columns that start here; the start itself when none do. */
  private static int end(List<Block> blocks, int from) {
    int end = from;
    int pairs = 0;
    boolean cue = false;
    for (int i = from; i < blocks.size() && i - from < LONGEST; i++) {
      if (!(blocks.get(i) instanceof Paragraph paragraph) || paragraph.text().isBlank()) {
        break;
      }
      String[] parts = GAP.split(paragraph.text().stripTrailing(), -1);
      if (parts.length != 2 || MARKER.matcher(parts[0].strip()).matches()) {
        break;
      }
      pairs += parts[0].isBlank() ? 0 : 1;
      cue |= CUE.matcher(paragraph.text().toLowerCase(Locale.ROOT)).find();
      end = i + 1;
    }
    return cue && pairs > 0 ? end : from;
  }

  private static List<Block> columns(List<Block> rows) {
    List<Block> out = new ArrayList<>();
    for (int column = 0; column < 2; column++) {
      for (Block row : rows) {
        String part = GAP.split(((Paragraph) row).text().stripTrailing(), -1)[column];
        if (!part.isBlank()) {
          out.add(new Paragraph(part.strip()));
        }
      }
      out.add(new Paragraph(""));
    }
    return out;
  }
}
