package vn.dondoc.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tài khoản.
 *
 * @param id its id
 * @param login tên đăng nhập
 * @param name họ tên
 * @param roles names of the roles it has now, in Vietnamese
 * @param rolesEn the same in English
 * @param state whether it can sign in, and with which password
 * @param openedAt when it was opened
 * @param seat what it stands for; null when no role is left
 * @param passwordNumber number of its password; a session of another one has ended
 * @param mail where it is written to and whether it wants to be
 */
public record Account(
    long id,
    String login,
    String name,
    String roles,
    String rolesEn,
    State state,
    Instant openedAt,
    @Nullable Seat seat,
    int passwordNumber,
    Mail mail) {

  /**
   * Thư nhắc việc.
   *
   * @param address địa chỉ thư điện tử; null for none
   * @param reminders nhận nhắc việc
   */
  public record Mail(@Nullable String address, boolean reminders) {
    String shown() {
      return address == null ? "" : address;
    }
  }

  /** Trạng thái. */
  public enum State {
    /** Signs in with a password of its own. */
    ACTIVE("dang-dung"),
    /** Has a one-time password only. */
    NEW("chua-doi"),
    /** Cannot sign in. */
    DISABLED("da-khoa");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** Its word in addresses. */
    String word() {
      return word;
    }
  }

  /** It cannot sign in. */
  public boolean disabled() {
    return state == State.DISABLED;
  }

  /** It has to change its password first. */
  public boolean mustChange() {
    return state == State.NEW;
  }

  /** Names of its roles in the viewer's language. */
  String roleNames(boolean vietnamese) {
    return vietnamese ? roles : rolesEn;
  }
}
