package vn.dondoc.directive.circulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Body;

/**
 * Nơi nhận ghi trong văn bản: a part of its lines that names one body or one group of them.
 *
 * @param id its id; 0 before the document is sent
 * @param words the part
 * @param line the line it stands in
 * @param onward the words that ask to pass the document on; null when there are none
 * @param body who is meant; null while nobody said, or when it is nobody
 * @param members how many bodies that is
 * @param settled it is known who is meant, or that it is nobody
 * @param why why it is nobody, or why this body
 * @param suggestions who might be meant, nearest first
 */
public record Addressee(
    long id,
    String words,
    String line,
    @Nullable String onward,
    @Nullable Body body,
    int members,
    boolean settled,
    @Nullable String why,
    List<Body> suggestions) {
  public Addressee {
    suggestions = List.copyOf(suggestions);
  }
}
