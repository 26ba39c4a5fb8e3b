package vn.dondoc.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Địa chỉ của danh sách: the same question on its next page, in another order, or as a sheet.
 *
 * @param path of the list
 * @param asked what its address says
 */
public record ListAddress(String path, Map<String, String> asked) {
  /** From the first page, with one value changed; an empty value takes it out. */
  public String with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(asked);
    changed.remove(Asked.AFTER);
    changed.put(name, value);
    return written(path, changed);
  }

  public String sortedBy(String order) {
    return with(Asked.SORT, order);
  }

  /** The page that begins after the row with this key. */
  public String after(long key) {
    Map<String, String> changed = new LinkedHashMap<>(asked);
    changed.put(Asked.AFTER, Long.toString(key));
    return written(path, changed);
  }

  /** Everything the question finds, as an Excel sheet. */
  public String sheet() {
    Map<String, String> changed = new LinkedHashMap<>(asked);
    changed.remove(Asked.AFTER);
    return written(path + "/xuat", changed);
  }

  private static String written(String path, Map<String, String> asked) {
    String query =
        asked.entrySet().stream()
            .filter(entry -> !entry.getValue().isBlank())
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
