package vn.dondoc.project.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectFacts;

/**
 * Một dòng của bảng nhập.
 *
 * @param number of the row in its sheet
 * @param kind what it asks for
 * @param fresh what it says
 * @param before the project it is about, as it stands; null for a new one
 * @param alike projects it may be about, nearest first
 */
record ImportedRow(
    int number, Kind kind, NewProject fresh, @Nullable Project before, List<Project> alike) {
  /** Loại. */
  enum Kind {
    /** Không có gì đổi. */
    SAME,
    /** Dự án mới. */
    NEW,
    /** Sửa dự án đã có. */
    CHANGED,
    /** Có người sửa sau khi xuất bảng. */
    CONFLICT,
    /** Có thể là dự án đã có. */
    QUESTION;

    String key() {
      return "project.import.kind." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** A person has to answer before it can be written. */
  boolean asks() {
    return kind == Kind.CONFLICT || kind == Kind.QUESTION;
  }

  /** By which it would be the same as another row; a name alone is asked of the register. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    ProjectFacts facts = fresh.facts();
    if (before != null) {
      keys.add("id " + before.id());
    }
    if (facts.codes().national() != null) {
      keys.add("code " + facts.codes().national());
    }
    if (facts.codes().budget() != null) {
      keys.add("budget " + facts.codes().budget());
    }
    if (before == null) {
      keys.add("name " + facts.ownerId() + " " + facts.name().toLowerCase(Locale.ROOT));
    }
    return keys;
  }
}
