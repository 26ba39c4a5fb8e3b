package vn.dondoc.task.bulk;

import java.util.Locale;

/** Loại đợt sửa: what was done to all its tasks. */
public enum BatchKind {
  /** Ấn định một thời hạn. */
  DUE_ON,
  /** Dời thời hạn một số ngày. */
  SHIFT,
  /** Thêm cơ quan phối hợp. */
  ADD_COORDINATOR,
  /** Thay cơ quan phối hợp. */
  REPLACE_COORDINATOR,
  /** Thay cơ quan chủ trì. */
  REPLACE_LEAD,
  /** Ghi hệ quả. */
  CONSEQUENCE,
  /** Nhập từ bảng Excel. */
  SHEET,
  /** Hoàn tác một đợt khác. */
  UNDO;

  /** As the database and forms write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  public String key() {
    return "task.bulk.kind." + code();
  }

  /** One a person chooses in the form. */
  boolean isEdit() {
    return this != SHEET && this != UNDO;
  }

  static BatchKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
