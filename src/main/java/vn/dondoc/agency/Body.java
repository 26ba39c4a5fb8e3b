package vn.dondoc.agency;

import org.jspecify.annotations.Nullable;

/**
 * Cơ quan, đơn vị: a body as the directory lists it on a day.
 *
 * @param id surrogate id
 * @param code code in files and sheets, never shown in sentences
 * @param name official name on that day
 * @param shortName abbreviation on that day, if it has one
 * @param placeId địa bàn phụ trách: the administrative unit it is in charge of
 * @param parentId the body it belongs to
 */
public record Body(
    int id,
    String code,
    String name,
    @Nullable String shortName,
    BodyKind kind,
    @Nullable Integer placeId,
    @Nullable Integer parentId) {

  Body named(String other) {
    return new Body(id, code, other, shortName, kind, placeId, parentId);
  }

  public boolean isGroup() {
    return kind == BodyKind.GROUP;
  }
}
