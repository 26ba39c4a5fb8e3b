package vn.dondoc.rural.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.FileKind;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Minh chứng gửi kèm: a photo or a PDF that proves an indicator of a unit.
 *
 * @param unitId đơn vị
 * @param indicatorId chỉ tiêu
 * @param period the month it was sent for
 * @param name its file name
 * @param content its bytes
 * @param expiresOn the last day it proves anything; null when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go straight to the database
public record Attachment(
    int unitId,
    int indicatorId,
    YearMonth period,
    String name,
    byte[] content,
    @Nullable LocalDate expiresOn) {
  /** Bytes one file may have. */
  public static final int LIMIT = 10 * 1024 * 1024;

  /** Files one sending may have. */
  public static final int MOST = 10;

  private static final Set<FileKind> TAKEN = Set.of(FileKind.PDF, FileKind.PNG, FileKind.JPEG);
  private static final int LONGEST_NAME = 200;
  private static final int SHOWN = 40;
  private static final double MEGABYTE = 1 << 20;

  /** The media type, when the name's ending and the first bytes agree; null for anything else. */
  public @Nullable String mediaType() {
    FileKind kind = FileKind.of(name, content);
    return kind != null && TAKEN.contains(kind) ? kind.mediaType() : null;
  }

  /** Everything that is wrong with files sent together; the place is the file's name. */
  public static List<Problem> problems(List<Attachment> files) {
    List<Problem> problems = new ArrayList<>();
    if (files.size() > MOST) {
      problems.add(Problem.at("", AssessmentRefusal.EVIDENCE_COUNT.key(), files.size(), MOST));
    }
    files.forEach(file -> file.look(problems));
    return problems;
  }

  private void look(List<Problem> problems) {
    if (name.length() > LONGEST_NAME) {
      String shown = name.substring(0, SHOWN) + "…";
      wrong(problems, AssessmentRefusal.EVIDENCE_NAME, shown, name.length(), LONGEST_NAME);
    } else if (content.length > LIMIT) {
      wrong(
          problems,
          AssessmentRefusal.EVIDENCE_SIZE,
          name,
          content.length / MEGABYTE,
          LIMIT / (int) MEGABYTE);
    } else if (mediaType() == null) {
      wrong(problems, AssessmentRefusal.EVIDENCE_TYPE, name);
    }
  }

  private void wrong(List<Problem> problems, AssessmentRefusal why, Object... arguments) {
    problems.add(Problem.at(name, why.key(), arguments));
  }
}
