package vn.dondoc.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cơ quan thêm mới.
 *
 * @param code null or blank to have one given
 * @param name official name
 * @param shortName abbreviation, if it has one
 * @param aliases other names it is called by
 * @param headTitle title of its head, "Giám đốc"
 * @param from first day it is known
 * @param source where it was seen: a notice, a decision
 */
public record NewBody(
    @Nullable String code,
    String name,
    @Nullable String shortName,
    BodyKind kind,
    @Nullable Integer placeId,
    @Nullable Integer parentId,
    List<String> aliases,
    @Nullable String headTitle,
    LocalDate from,
    String source) {
  public NewBody {
    aliases = List.copyOf(aliases);
  }

  /** A body of which only name and kind are known yet. */
  public static NewBody named(String name, BodyKind kind, LocalDate from, String source) {
    return new NewBody(null, name, null, kind, null, null, List.of(), null, from, source);
  }

  /** The same with the title of its head. */
  public static NewBody headed(
      String name, BodyKind kind, String headTitle, LocalDate from, String source) {
    return new NewBody(null, name, null, kind, null, null, List.of(), headTitle, from, source);
  }
}
