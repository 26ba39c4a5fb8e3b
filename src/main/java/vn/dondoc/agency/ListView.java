package vn.dondoc.agency;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the list shows.
 *
 * @param total lines of all pages together
 * @param next id to go on after; null on the last page
 */
record ListView(ListFilter filter, List<ListedBody> rows, long total, @Nullable Integer next) {

  /** The address of this list in another order, from its first page. */
  String sortedBy(String word) {
    return "/co-quan?" + query(word);
  }

  String nextPage() {
    return "/co-quan?" + query(filter.sort().word()) + "&sau=" + next;
  }

  String export() {
    return "/co-quan/xuat?" + query(filter.sort().word());
  }

  private String query(String sort) {
    BodyKind kind = filter.kind();
    return "tim="
        + URLEncoder.encode(filter.words(), StandardCharsets.UTF_8)
        + "&loai="
        + (kind == null ? "" : kind.name())
        + "&ngay="
        + filter.day()
        + "&xep="
        + sort;
  }
}
