package vn.dondoc.project.clearance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Giải phóng mặt bằng of one place as it stands on a day.
 *
 * @param id its id
 * @param projectId dự án
 * @param unitId địa bàn, as it was recorded
 * @param part đoạn, đợt; empty for the whole
 * @param step how often it was recorded
 * @param state how far it is
 * @param blockedSince since when what blocks it has; null while nothing does
 * @param head chức danh người đứng đầu of the body that answers; null where it has none
 * @param said who said so and when
 */
public record Clearance(
    long id,
    long projectId,
    int unitId,
    String part,
    int step,
    State state,
    @Nullable LocalDate blockedSince,
    @Nullable String head,
    Said said) {
  /**
   * Hiện trạng.
   *
   * @param stage bước, a code of the reference data
   * @param area diện tích, m²
   * @param households số hộ
   * @param money tiền bồi thường, đồng
   * @param blocker vướng mắc
   * @param bodyId cơ quan chịu trách nhiệm, whose head answers
   * @param dueOn ngày phải bàn giao
   * @param bodyWhy lý do giao cơ quan ngoài địa bàn; null where nobody had to say
   */
  public record State(
      String stage,
      Area area,
      Households households,
      Money money,
      Blocker blocker,
      int bodyId,
      @Nullable LocalDate dueOn,
      @Nullable String bodyWhy) {
    /** Answered for by a body that needs no reason. */
    public State(
        String stage,
        Area area,
        Households households,
        Money money,
        Blocker blocker,
        int bodyId,
        @Nullable LocalDate dueOn) {
      this(stage, area, households, money, blocker, bodyId, dueOn, null);
    }

    /** The same with why its body answers. */
    public State answered(@Nullable String reason) {
      return new State(stage, area, households, money, blocker, bodyId, dueOn, reason);
    }
  }

  /**
   * Những gì một bước có thể có.
   *
   * @param hands households may be paid and land handed over by then
   * @param whole all of it is handed over and nothing blocks
   */
  public record Stage(boolean hands, boolean whole) {}

  /**
   * Diện tích, m².
   *
   * @param whole phải thu hồi
   * @param handed đã bàn giao
   */
  public record Area(long whole, long handed) {}

  /**
   * Số hộ.
   *
   * @param whole bị ảnh hưởng
   * @param paid đã nhận tiền
   * @param handed đã bàn giao đất
   */
  public record Households(int whole, int paid, int handed) {}

  /**
   * Tiền bồi thường, hỗ trợ, tái định cư, đồng.
   *
   * @param approved được duyệt
   * @param paid đã chi trả
   */
  public record Money(long approved, long paid) {}

  /**
   * Vướng mắc.
   *
   * @param code a code of the reference data; null while nothing blocks
   * @param words nói rõ
   */
  public record Blocker(@Nullable String code, @Nullable String words) {}

  /**
   * Lần ghi cuối.
   *
   * @param on ngày
   * @param by ai
   */
  public record Said(LocalDate on, String by) {}

  /** Một lần ghi: what was said, by whom and when. */
  public record Told(State state, Said said) {}

  /** All of it has been handed over. */
  public boolean isDone() {
    return state.area().handed() == state.area().whole()
        && state.households().handed() == state.households().whole();
  }

  /** Its day has passed and not all was handed over. */
  public boolean isLate(LocalDate today) {
    return !isDone() && state.dueOn() != null && state.dueOn().isBefore(today);
  }
}
