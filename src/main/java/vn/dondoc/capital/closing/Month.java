package vn.dondoc.capital.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Closings;

/**
 * Một tháng của sổ vốn.
 *
 * @param last its last day
 * @param state tình trạng
 * @param figures what stood on its last day, or stands now
 * @param closing the closing that closed it; null while it is open
 * @param proposals to close it, not signed
 * @param later corrections of it made after it was closed
 */
record Month(
    LocalDate last,
    State state,
    Figures figures,
    Closings.@Nullable Closing closing,
    Proposals proposals,
    Later later) {

  /** Tình trạng. */
  enum State {
    /** Đã khóa. */
    CLOSED("tag-ok", "lock-fill"),
    /** Chờ ký. */
    WAITING("tag-due", "hourglass-split"),
    /** Mở. */
    OPEN("tag-info", "unlock"),
    /** Chưa hết tháng, or not begun. */
    RUNNING("tag-nil", "dash-circle");

    private final String style;
    private final String icon;

    State(String style, String icon) {
      this.style = style;
      this.icon = icon;
    }

    String style() {
      return style;
    }

    String icon() {
      return icon;
    }

    String key() {
      return "capital.closing.state." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Đề nghị khóa sổ chưa ký.
   *
   * @param waiting chờ ký
   * @param ended đã rút hoặc không được ký, the latest first
   */
  record Proposals(List<Closings.Closing> waiting, List<Closings.Closing> ended) {
    Proposals {
      waiting = List.copyOf(waiting);
      ended = List.copyOf(ended);
    }
  }

  /**
   * Số liệu đến hết tháng, đồng.
   *
   * @param plan kế hoạch của năm
   * @param disbursed giải ngân lũy kế
   * @param inMonth giải ngân trong tháng
   * @param entries số bút toán trong tháng
   */
  record Figures(long plan, long disbursed, long inMonth, long entries) {
    /** What a person saw before closing. */
    String seen() {
      return plan + ":" + disbursed + ":" + entries;
    }
  }

  /**
   * Đính chính sau khi khóa.
   *
   * @param count how many
   * @param amountVnd what they took back together, đồng
   */
  record Later(long count, long amountVnd) {
    static final Later NONE = new Later(0, 0);
  }

  /** It may be proposed: over, open and nothing waits. */
  boolean closable() {
    return state == State.OPEN;
  }

  int number() {
    return last.getMonthValue();
  }
}
