package vn.dondoc.task.sheet;

import java.util.List;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.web.Texts;

/** Bảng phần việc: the columns by which a sheet of duties comes back. */
public final class DutySheet {
  /** Số phần việc. */
  public static final String DUTY = "duty";

  /** Bước: the last step the sheet knows. */
  public static final String STEP = "step";

  /** Mã nhiệm vụ. */
  public static final String CODE = "code";

  /** Ngày cuối, set by the office. */
  public static final String DUE = "due";

  /** Việc ghi nhận: progress or done. */
  public static final String DEED = "deed";

  /** Báo cáo mới. */
  public static final String REPORT = "report";

  /** Số, ký hiệu văn bản. */
  public static final String DOCUMENT = "document";

  private DutySheet() {}

  /** Message key of a column's title. */
  public static String title(String key) {
    return switch (key) {
      case CODE -> "task.column.code";
      case DUE -> "task.column.due_now";
      default -> "task.duties.column." + key;
    };
  }

  static List<SheetColumn<Object>> wanted(Texts texts) {
    return List.of(DUTY, STEP, CODE, DUE, DEED, REPORT, DOCUMENT).stream()
        .map(key -> new SheetColumn<Object>(key, texts.get(title(key)), row -> null))
        .toList();
  }
}
