package vn.dondoc.web;

import org.jspecify.annotations.Nullable;

/**
 * Lối sang trang liên quan: a link that a module above offers on a page of a module below, which
 * does not know it.
 *
 * @param order from left to right
 * @param place on which page, {@code "account"}
 * @param path where it leads; {@code {id}} stands for what the page is about
 * @param key message key of its words
 * @param right who sees it; null for everybody who sees the page
 */
public record SideLink(int order, String place, String path, String key, @Nullable String right) {

  /** Where it leads from the page of this thing. */
  public String to(long id) {
    return path.replace("{id}", Long.toString(id));
  }
}
