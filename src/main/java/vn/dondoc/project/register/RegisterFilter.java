package vn.dondoc.project.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Điều sổ dự án được hỏi.
 *
 * @param words in the name, the codes, the owner's name
 * @param ownerId of one owner
 * @param placeId within one place
 * @param sector of one sector
 * @param stage at one stage
 * @param yearClass of one class in this year's plan
 * @param group of one group
 * @param only further narrowing
 * @param sort the order
 * @param after key of the last row of the page before; null for the first page
 */
record RegisterFilter(
    String words,
    @Nullable Integer ownerId,
    @Nullable Integer placeId,
    String sector,
    String stage,
    String yearClass,
    String group,
    Only only,
    Sort sort,
    @Nullable Long after) {
  static final String WORDS = "tim";
  static final String OWNER = "chu";
  static final String PLACE = "dia-ban";
  static final String SECTOR = "linh-vuc";
  static final String STAGE = "giai-doan";
  static final String CLASS = "loai";
  static final String GROUP = "nhom";
  static final String ONLY = "chi";

  private static final Integer NOBODY = -1;

  /** Thu hẹp. */
  enum Only {
    ALL(""),
    /** Mốc quá hạn. */
    LATE("qua-han"),
    /** Vướng mặt bằng. */
    BLOCKED("vuong"),
    /** Hợp đồng có tồn tại. */
    FOUND("ton-tai"),
    /** Tạm dừng, giãn, đình chỉ. */
    ASIDE("tam-dung"),
    /** Nhóm ghi khác nhóm theo luật. */
    GROUP("sai-nhom"),
    /** Chưa phê duyệt dự án. */
    UNDECIDED("chua-duyet"),
    /** Chưa có mã. */
    UNCODED("chua-ma");

    private final String word;

    Only(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Thứ tự. */
  enum Sort {
    NAME(""),
    OWNER("chu"),
    TOTAL("von"),
    LATE("han"),
    NEWEST("moi");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static RegisterFilter of(Map<String, String> values) {
    Asked asked = Asked.of(values);
    String only = asked.choice(ONLY, List.of(Only.values()).stream().map(Only::word).toList());
    String sort =
        asked.choice(Asked.SORT, List.of(Sort.values()).stream().map(Sort::word).toList());
    Long after = asked.after();
    RegisterFilter filter =
        new RegisterFilter(
            asked.words(WORDS),
            number(asked.words(OWNER)),
            number(asked.words(PLACE)),
            asked.words(SECTOR),
            asked.words(STAGE),
            asked.words(CLASS),
            asked.words(GROUP),
            List.of(Only.values()).stream()
                .filter(one -> one.word().equals(only))
                .findFirst()
                .orElse(Only.ALL),
            List.of(Sort.values()).stream()
                .filter(one -> one.word().equals(sort))
                .findFirst()
                .orElse(Sort.NAME),
            after);
    asked.refuse();
    return filter;
  }

  /** Anything narrows the list. */
  boolean isNarrowed() {
    return !words.isEmpty()
        || ownerId != null
        || placeId != null
        || !(sector + stage + yearClass + group).isEmpty()
        || only != Only.ALL;
  }

  private static @Nullable Integer number(String text) {
    // What is no number is of nobody: the list is empty, and the page names it.
    return text.isEmpty() ? null : text.matches("\\d{1,9}") ? Integer.valueOf(text) : NOBODY;
  }
}
