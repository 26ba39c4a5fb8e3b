package vn.dondoc.project.entry;

/** Địa chỉ các trang của sổ dự án. */
public final class Paths {
  /** The section of the menu. */
  public static final String SECTION = "project";

  /** The list. */
  public static final String LIST = "/du-an";

  /** Milestones, contracts and sites of many projects, as one workbook. */
  public static final String WORKS = LIST + "/kem-theo";

  /** One project. */
  public static final String ONE = LIST + "/{id}";

  private Paths() {}

  /** The page of a project. */
  public static String of(long project) {
    return LIST + "/" + project;
  }

  /** An id as an address carries it; 0, which nothing has, for anything else. */
  public static long id(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
