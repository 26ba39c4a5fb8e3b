package vn.dondoc.project.works;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.project.Project;

/**
 * Một dòng của bảng nhập, with what it would do.
 *
 * @param line where it stands and what it says
 * @param identity by which it would be the same as another row
 * @param what of the project it speaks of, as a person names it
 * @param kind what it asks for
 * @param differences what it changes
 * @param act writes it, through the door
 */
record WorksRow(
    WorksLine line,
    String identity,
    String what,
    Kind kind,
    List<Difference> differences,
    Runnable act) {
  WorksRow {
    differences = List.copyOf(differences);
  }

  /** Loại. */
  enum Kind {
    /** Không có gì đổi. */
    SAME,
    /** Mục mới. */
    NEW,
    /** Sửa mục đã có. */
    CHANGED,
    /** Có người sửa sau khi xuất bảng. */
    CONFLICT;

    String key() {
      return "project.works.kind." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Điều khác nhau.
   *
   * @param label message key of the column
   * @param now as it stands; null for nothing
   * @param said as the sheet says
   */
  record Difference(String label, @Nullable Object now, @Nullable Object said) {}

  Project project() {
    return line.project();
  }

  boolean asks() {
    return kind == Kind.CONFLICT;
  }
}
