package vn.dondoc.capital.reallocation.reading;

import org.jspecify.annotations.Nullable;

/**
 * Dòng vốn with the words it is told by.
 *
 * @param lineId dòng
 * @param project dự án
 * @param owner chủ đầu tư
 * @param pool nhóm vốn
 */
public record LineName(long lineId, Project project, Owner owner, Pool pool) {
  /**
   * Dự án.
   *
   * @param decision its investment decision, number and day; null while there is none
   */
  public record Project(long id, String name, @Nullable String decision) {}

  public record Owner(int id, String name) {}

  public record Pool(int id, String code, String name) {}
}
