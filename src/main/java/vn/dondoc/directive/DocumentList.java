package vn.dondoc.directive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.ListAddress;

/**
 * Danh sách văn bản, a page of it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param kinds those to choose from
 * @param lines the documents of this page
 * @param total how many the filter finds
 * @param next key of the next page; null on the last one
 */
record DocumentList(
    DocumentFilter filter,
    ListAddress address,
    List<String> kinds,
    List<Line> lines,
    long total,
    @Nullable Long next) {

  /**
   * A line of the list.
   *
   * @param document the document
   * @param tasks how many tasks it made that the actor sees
   */
  record Line(Directive document, long tasks) {}
}
