package vn.dondoc.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lọc việc.
 *
 * @param whose the person's, the body's, or nobody's yet
 * @param chip which lines: all that is open, the lead's, the helper's, what waits, what is done
 * @param group only this group; null for every group of the chip
 * @param words in what has to be done, without case or tones
 * @param sort the order within a group
 * @param after the last line of the page before; null for the first page
 */
record WorkFilter(
    Whose whose,
    Chip chip,
    @Nullable WorkGroup group,
    String words,
    Sort sort,
    @Nullable Long after) {

  /** Thẻ lọc. */
  enum Chip {
    /** Tất cả. */
    ALL(""),
    /** Chủ trì. */
    LEAD("chu-tri"),
    /** Phối hợp. */
    COORDINATE("phoi-hop"),
    /** Chờ tôi. */
    WAITING("cho-toi"),
    /** Đã xong trong năm. */
    DONE("da-xong");

    private final String word;

    Chip(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    private Set<WorkGroup> groups() {
      return switch (this) {
        case ALL -> Set.of(openAndWaiting());
        case LEAD, COORDINATE -> Set.of(OPEN);
        case WAITING -> Set.of(WorkGroup.WAITING);
        case DONE -> Set.of(WorkGroup.DONE);
      };
    }

    /** The part of the duty; empty for both. */
    String part() {
      return switch (this) {
        case LEAD -> "lead";
        case COORDINATE -> "coordinate";
        case ALL, WAITING, DONE -> "";
      };
    }
  }

  /** Thứ tự trong nhóm. */
  enum Sort {
    DEADLINE(""),
    CODE("ma"),
    GIVEN("ngay-giao");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private static final WorkGroup[] OPEN = {
    WorkGroup.OVERDUE,
    WorkGroup.SOON,
    WorkGroup.LATER,
    WorkGroup.RECURRING,
    WorkGroup.UNDATED,
    WorkGroup.REPORTED
  };

  private static WorkGroup[] openAndWaiting() {
    WorkGroup[] all = Arrays.copyOf(OPEN, OPEN.length + 1);
    all[OPEN.length] = WorkGroup.WAITING;
    return all;
  }

  /** The groups to show, in the order of the page. */
  List<WorkGroup> groups() {
    return Arrays.stream(WorkGroup.values())
        .filter(chip.groups()::contains)
        .filter(g -> group == null || g == group)
        .toList();
  }
}
