package vn.dondoc.reading;

import java.util.List;

/**
 * Mục: a numbered, lettered or dashed part of the outline.
 *
 * @param path markers from the top, {@code ["2","c","(3)"]}
 * @param heading the words after the marker when they are a heading, else empty
 * @param start first UTF-16 unit of the marker
 * @param end one past the last UTF-16 unit of the part
 */
public record Section(List<String> path, String heading, int start, int end) {
  public Section {
    path = List.copyOf(path);
  }
}
