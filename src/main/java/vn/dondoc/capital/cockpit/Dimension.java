package vn.dondoc.capital.cockpit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Chiều xếp số liệu. */
enum Dimension {
  /** Nguồn vốn, mỗi niên độ một dòng. */
  SOURCE("nguon"),
  /** Chủ đầu tư. */
  OWNER("chu"),
  /** Ngành, lĩnh vực. */
  SECTOR("linh-vuc"),
  /** Địa bàn, on the map of the day. */
  PLACE("dia-ban"),
  /** Loại dự án trong kế hoạch năm. */
  CLASS("loai"),
  /** Chương trình mục tiêu quốc gia. */
  PROGRAMME("chuong-trinh");

  /** The key of what has none. */
  static final String NONE = "-";

  /** The key of projects in several places. */
  static final String SEVERAL = "-1";

  private final String word;

  Dimension(String word) {
    this.word = word;
  }

  /** As addresses write it, as a dimension and as a filter. */
  String word() {
    return word;
  }

  /** The column of the question that has its key. */
  String column() {
    return "k_" + name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  String key() {
    return "capital.by." + name().toLowerCase(Locale.ROOT);
  }

  /** Plan assigned to pools has a share in each of its rows. */
  boolean ofPools() {
    return this == SOURCE || this == PROGRAMME;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Dimension::word).toList();
  }
}
