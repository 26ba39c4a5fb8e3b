package vn.dondoc.capital.cockpit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Thứ tự của dòng vốn. */
enum LineSort {
  /** Còn phải giải ngân nhiều nhất. */
  UNSPENT("con-lai", "-(b.plan - b.disbursed)"),
  PLAN("ke-hoach", "-b.plan"),
  /** Tỷ lệ thấp nhất. */
  RATE("ty-le", "coalesce(b.disbursed::numeric / nullif(b.plan, 0), 0)"),
  MONTH("thang", "-b.month_disbursed"),
  /** Lâu không phát sinh nhất. */
  IDLE("dung", "coalesce(b.moved_on, greatest(b.planned_on, :first::date), 'infinity')"),
  NAME("ten", "coalesce(b.name_folded, '~') collate \"C\""),
  OWNER("chu-dau-tu", "coalesce(n.folded, '~') collate \"C\"");

  private final String word;
  private final String expression;

  LineSort(String word, String expression) {
    this.word = word;
    this.expression = expression;
  }

  String word() {
    return word;
  }

  String expression() {
    return expression;
  }

  /** Message key of its words. */
  String key() {
    return "capital.lines.sort." + name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(LineSort::word).toList();
  }
}
