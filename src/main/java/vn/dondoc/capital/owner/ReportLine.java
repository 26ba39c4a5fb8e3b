package vn.dondoc.capital.owner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Một dòng vốn của kỳ báo cáo.
 *
 * @param lineId dòng vốn
 * @param projectId dự án
 * @param project mã và tên dự án
 * @param pool tên nhóm vốn
 * @param ownerId chủ đầu tư
 * @param owner its name
 * @param plan kế hoạch còn hiệu lực, đồng
 * @param treasury giải ngân theo Kho bạc đến cuối kỳ, đồng
 * @param promised đăng ký for this month, said the month before; null when nothing was promised
 * @param said what the owner last said; null when it said nothing
 * @param firstOn the day it said something first
 */
public record ReportLine(
    long lineId,
    long projectId,
    String project,
    String pool,
    int ownerId,
    String owner,
    long plan,
    long treasury,
    @Nullable Long promised,
    OwnerReport.@Nullable Said said,
    @Nullable LocalDate firstOn) {

  /** Tình trạng báo cáo. */
  public enum State {
    /** Nộp đúng hạn. */
    REPORTED,
    /** Nộp muộn. */
    LATE,
    /** Chưa nộp, còn hạn. */
    OPEN,
    /** Chưa nộp, quá hạn. */
    MISSING;

    /** Message key of its words. */
    public String key() {
      return "capital.owner.state." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Style of its tag. */
    public String style() {
      return switch (this) {
        case REPORTED -> "tag-ok";
        case LATE -> "tag-due";
        case OPEN -> "tag-nil";
        case MISSING -> "tag-bad";
      };
    }
  }

  /** By how much the owner says less than the Treasury confirmed, đồng; zero where it does not. */
  public long belowTreasury() {
    Long disbursed = said == null ? null : said.report().money().disbursed();
    return disbursed == null ? 0 : Math.max(0, treasury - disbursed);
  }

  /** How it stands; not reported is a state of its own. */
  public State state(@Nullable LocalDate due, LocalDate today) {
    if (firstOn != null) {
      return due != null && firstOn.isAfter(due) ? State.LATE : State.REPORTED;
    }
    return due != null && today.isAfter(due) ? State.MISSING : State.OPEN;
  }
}
