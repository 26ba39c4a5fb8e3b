package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Acting;

/**
 * Đề nghị kéo dài thời gian giải ngân.
 *
 * @param id its number
 * @param line the line it is of
 * @param asked what is asked
 * @param decided what was decided; null while nothing was
 * @param change what lowered or withdrew it since; null for nothing
 * @param carried where it went; null while it did not
 */
public record Extension(
    long id,
    Line line,
    Asked asked,
    @Nullable Decided decided,
    @Nullable Change change,
    @Nullable Carried carried) {

  /** Dòng vốn. */
  public record Line(
      long id, long projectId, String project, String owner, String poolCode, String pool) {}

  /**
   * Đề nghị.
   *
   * @param ground căn cứ, a code
   * @param amountVnd số vốn, đồng
   * @param until thời hạn mới
   * @param reason lý do
   * @param document văn bản đề nghị
   * @param on the day
   * @param by who
   * @param account whose account that is
   * @param automatic the ground holds by itself: nobody decides
   */
  public record Asked(
      String ground,
      long amountVnd,
      LocalDate until,
      String reason,
      @Nullable String document,
      LocalDate on,
      String by,
      long account,
      boolean automatic) {}

  /**
   * Quyết định.
   *
   * @param accepted allowed or refused
   * @param amountVnd số vốn được kéo dài; null when refused
   * @param until thời hạn mới; null when refused
   * @param authority cấp quyết định
   * @param document số quyết định
   * @param signedOn ngày ký
   * @param why why it was refused
   */
  public record Decided(
      boolean accepted,
      @Nullable Long amountVnd,
      @Nullable LocalDate until,
      String authority,
      String document,
      LocalDate signedOn,
      @Nullable String why) {}

  /**
   * Giảm, thu hồi số được kéo dài.
   *
   * @param amountVnd what it is lowered to, đồng; zero: withdrawn
   * @param document số quyết định
   * @param signedOn ngày ký
   * @param why why
   * @param by who recorded it
   */
  public record Change(
      long amountVnd, String document, LocalDate signedOn, String why, String by) {}

  /**
   * Đã chuyển nguồn.
   *
   * @param pool mã nhóm vốn
   * @param amountVnd how much of it, đồng: what was left
   */
  public record Carried(String pool, long amountVnd) {}

  /** Tình trạng. */
  public enum State {
    ASKED,
    ALLOWED,
    CARRIED,
    WITHDRAWN,
    REFUSED;

    /** Message key of its words. */
    public String key() {
      return "capital.extension.state." + name().toLowerCase(Locale.ROOT);
    }

    /** Style of its tag. */
    public String style() {
      return switch (this) {
        case ASKED -> "tag-due";
        case ALLOWED -> "tag-info";
        case CARRIED -> "tag-ok";
        case WITHDRAWN -> "tag-nil";
        case REFUSED -> "tag-no";
      };
    }
  }

  /** How it stands. */
  public State state() {
    if (decided == null) {
      return State.ASKED;
    }
    if (!decided.accepted()) {
      return State.REFUSED;
    }
    if (carried != null) {
      return State.CARRIED;
    }
    return allowedVnd() == 0 ? State.WITHDRAWN : State.ALLOWED;
  }

  /** What is allowed now; zero while nothing is. */
  public long allowedVnd() {
    if (change != null) {
      return change.amountVnd();
    }
    Long amount = decided == null ? null : decided.amountVnd();
    return amount == null ? 0 : amount;
  }

  /** Message key of how it stands; what holds by itself waits for no decision. */
  public String stateKey() {
    return state() == State.ASKED && asked.automatic()
        ? "capital.extension.state.runs_on"
        : state().key();
  }

  /** The actor asked for it, so that somebody else has to decide. */
  public boolean isOwn() {
    return Acting.current().accountId() >= 0 && asked.account() == Acting.current().accountId();
  }
}
