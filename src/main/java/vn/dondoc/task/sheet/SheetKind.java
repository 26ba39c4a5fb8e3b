package vn.dondoc.task.sheet;

import java.util.List;
import java.util.Locale;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.web.Texts;

/** Loại bảng nhập vào. */
enum SheetKind {
  /** Bảng nhiệm vụ. */
  TASK,
  /** Bảng phần việc. */
  DUTY;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SheetKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The columns a sheet has to bring back. */
  List<SheetColumn<Object>> columns(Texts texts) {
    return this == TASK ? TaskSheet.wanted(texts) : DutySheet.wanted(texts);
  }

  /** Address of the form that takes such sheets. */
  String path() {
    return this == TASK ? "/nhiem-vu/nhap" : "/nhiem-vu/phan/nhap";
  }
}
