package vn.dondoc.agency;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sheet that was read, its cells as text.
 *
 * @param where the cell of its name, "Cơ quan!B7"
 * @param kind null when the cell names none
 */
record SheetLine(
    String where,
    String code,
    String name,
    String shortName,
    @Nullable BodyKind kind,
    String placeCode,
    String parentCode,
    String aliases,
    String head,
    String source) {

  List<String> otherNames() {
    return Arrays.stream(aliases.split(";")).map(String::strip).filter(a -> !a.isEmpty()).toList();
  }

  /** Whether the directory says the same. */
  boolean says(ListedBody body) {
    return name.equals(body.body().name())
        && shortName.equals(text(body.body().shortName()))
        && kind == body.body().kind()
        && placeCode.equals(text(body.placeCode()))
        && parentCode.equals(text(body.parentCode()))
        && otherNames().equals(namesOf(body))
        && head.equals(text(body.head()));
  }

  static List<String> namesOf(ListedBody body) {
    return Arrays.stream(text(body.aliases()).split(";"))
        .map(String::strip)
        .filter(a -> !a.isEmpty())
        .toList();
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
