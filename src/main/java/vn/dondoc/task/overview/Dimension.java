package vn.dondoc.task.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Xếp số liệu theo gì. */
enum Dimension {
  /** Theo cơ quan. */
  BODY("co-quan", "d.body_id::text"),
  /** Theo người đứng đầu. */
  HEAD("nguoi-dung-dau", "p.id::text"),
  /** Theo văn bản. */
  NOTICE("van-ban", "case when t.source_kind = 'directive.document' then t.source_id::text end"),
  /** Theo tháng của thời hạn. */
  MONTH("thang", "to_char(d.due, 'YYYY-MM')");

  private final String word;
  private final String expression;

  Dimension(String word, String expression) {
    this.word = word;
    this.expression = expression;
  }

  String word() {
    return word;
  }

  String expression() {
    return expression;
  }

  String key() {
    return "task.overview.by." + name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Dimension::word).toList();
  }
}
