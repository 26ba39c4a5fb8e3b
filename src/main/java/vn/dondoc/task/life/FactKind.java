package vn.dondoc.task.life;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Việc đã diễn ra với một phần việc: who may record it, from which states, and where it leads (QĐ
 * 42/2014/QĐ-TTg, sửa bởi QĐ 23/2018/QĐ-TTg; quy trình của Văn phòng UBND).
 */
public enum FactKind {
  /** Tiếp nhận. */
  RECEIVE(Who.DOER, State.ACTIVE, State.NEW),
  /** Trả lại vì giao chưa đúng cơ quan; names the competent body and a reason. */
  HAND_BACK(Who.DOER, State.HANDED_BACK, State.NEW, State.ACTIVE, State.RETURNED),
  /** Cơ quan có thẩm quyền tiếp nhận phần việc được trả lại. */
  ACCEPT_HAND(Who.COMPETENT, State.TRANSFERRED, State.HANDED_BACK),
  /** Cơ quan kia không nhận: the duty goes back to whom it was given. */
  REFUSE_HAND(Who.COMPETENT, State.NEW, State.HANDED_BACK),
  /** Báo cáo tiến độ. */
  PROGRESS(Who.DOER, State.ACTIVE, State.NEW, State.ACTIVE, State.RETURNED),
  /** Báo cáo hoàn thành, kèm minh chứng. */
  REPORT(Who.DOER, State.REPORTED, State.NEW, State.ACTIVE, State.RETURNED),
  /** Văn phòng xác nhận hoàn thành. */
  CONFIRM(Who.OFFICE, State.DONE, State.REPORTED),
  /** Văn phòng trả lại báo cáo, có lý do. */
  RETURN(Who.OFFICE, State.RETURNED, State.REPORTED),
  /** Rút theo văn bản của cấp có thẩm quyền. */
  WITHDRAW(
      Who.OFFICE,
      State.WITHDRAWN,
      State.NEW,
      State.ACTIVE,
      State.RETURNED,
      State.REPORTED,
      State.HANDED_BACK),
  /** Hủy vì lập nhầm, có lý do. */
  CANCEL(
      Who.OFFICE,
      State.VOID,
      State.NEW,
      State.ACTIVE,
      State.RETURNED,
      State.REPORTED,
      State.HANDED_BACK),
  /** Xin gia hạn, trước khi hết hạn. */
  ASK_EXTENSION(Who.DOER, null, State.NEW, State.ACTIVE, State.RETURNED),
  /** Đồng ý gia hạn. */
  GRANT_EXTENSION(Who.OFFICE, null, State.NEW, State.ACTIVE, State.RETURNED),
  /** Không đồng ý gia hạn. */
  REFUSE_EXTENSION(Who.OFFICE, null, State.NEW, State.ACTIVE, State.RETURNED),
  /** Ấn định thời hạn cho phần việc chưa có ngày. */
  SET_DATE(Who.OFFICE, null, State.NEW, State.ACTIVE, State.RETURNED, State.HANDED_BACK),
  /** Sự kiện mà thời hạn chờ đã xảy ra. */
  EVENT(Who.OFFICE, null, State.NEW, State.ACTIVE, State.RETURNED, State.HANDED_BACK);

  /** Who may record it. */
  public enum Who {
    /** Cơ quan được giao. */
    DOER,
    /** Cơ quan được cho là có thẩm quyền. */
    COMPETENT,
    /** Văn phòng UBND, không bao giờ là chính cơ quan làm. */
    OFFICE
  }

  private final Who who;
  private final @Nullable State leadsTo;
  private final Set<State> from;

  FactKind(Who who, @Nullable State leadsTo, State first, State... more) {
    this.who = who;
    this.leadsTo = leadsTo;
    this.from = EnumSet.of(first, more);
  }

  public Who who() {
    return who;
  }

  /** The state it leads to; null when the state stays. */
  public @Nullable State leadsTo() {
    return leadsTo;
  }

  public boolean isPossible(State state) {
    return from.contains(state);
  }

  /** A reason in words has to be given. */
  public boolean needsReason() {
    return switch (this) {
      case HAND_BACK,
          REFUSE_HAND,
          RETURN,
          WITHDRAW,
          CANCEL,
          ASK_EXTENSION,
          REFUSE_EXTENSION,
          EVENT,
          SET_DATE,
          PROGRESS,
          REPORT ->
          true;
      case RECEIVE, ACCEPT_HAND, CONFIRM, GRANT_EXTENSION -> false;
    };
  }

  /** A day has to be given: until when, or on which day the event happened. */
  public boolean needsDay() {
    return this == ASK_EXTENSION || this == GRANT_EXTENSION || this == SET_DATE || this == EVENT;
  }

  /** May be recorded of every duty of a task at once. */
  boolean isForWhole() {
    return this == WITHDRAW || this == CANCEL || this == SET_DATE;
  }

  /** As the database and addresses write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
