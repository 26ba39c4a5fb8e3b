package vn.dondoc.task;

import java.util.List;

/**
 * Nguồn của nhiệm vụ: what made the task.
 *
 * @param kind module and kind, {@code "directive.document"}
 * @param id its id there
 * @param key tells the source's tasks apart, so that repeating an act makes no second task
 * @param path outline markers within it, {@code ["3","b","(3)"]}
 */
public record SourceReference(String kind, long id, String key, List<String> path) {
  /** Documents are what addresses name by an id alone: other kinds have ids of their own. */
  public static final String DOCUMENT = "directive.document";

  public SourceReference {
    path = List.copyOf(path);
  }
}
