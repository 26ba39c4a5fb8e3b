package vn.dondoc.planning.forecast;

/**
 * Phạm vi of a figure.
 *
 * @param scope of which sort
 * @param id of the project, owner or source; 0 for the province
 */
public record Part(Scope scope, long id) {
  /** Toàn tỉnh. */
  public static final Part PROVINCE = new Part(Scope.PROVINCE, 0);

  /** Whose figure. */
  public enum Scope {
    /** Toàn tỉnh. */
    PROVINCE,
    /** Nguồn vốn. */
    SOURCE,
    /** Chủ đầu tư. */
    OWNER,
    /** Dự án. */
    PROJECT
  }

  public static Part source(long id) {
    return new Part(Scope.SOURCE, id);
  }

  public static Part owner(long id) {
    return new Part(Scope.OWNER, id);
  }

  public static Part project(long id) {
    return new Part(Scope.PROJECT, id);
  }

  boolean holds(Line line) {
    return switch (scope) {
      case PROVINCE -> true;
      case SOURCE -> line.source() == id;
      case OWNER -> line.owner() == id;
      case PROJECT -> line.project() == id;
    };
  }
}
