package vn.dondoc.project.works;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Một danh sách của nhiều dự án: what stands in it, and what a row of its sheet would do. */
interface WorksRows<T> {
  /** Một mục của danh mục, told by its name. */
  record Picked(String list, @Nullable String code) {}

  /** Lời của hệ thống. */
  record Worded(String key) {}

  WorksList list();

  /** What is there, by project. */
  Map<Long, List<T>> of(Collection<Long> projects);

  /** Values of a row that goes out, by column. */
  Map<String, Object> values(T one, WorksNames names);

  /**
   * Reads a row that came back.
   *
   * @param there what the project has
   * @return null when the line says what is wrong with it
   */
  @Nullable WorksRow read(WorksLine line, List<T> there, WorksNames names);
}
