package vn.dondoc.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Bilingual;

/**
 * Đơn vị hành chính: an administrative unit as it stood during one range of days.
 *
 * @param id surrogate id of the unit, the same in every version
 * @param code official code of the version; codes are reused over time, ids are not
 * @param name name without its type, "Chi Lăng"
 * @param parentId id of the unit above; null for the province
 * @param from first day of this version; for units older than the first official list seen, the day
 *     of that list
 * @param until first day it no longer stood so; null while it stands
 */
public record Place(
    int id,
    String code,
    String name,
    PlaceType type,
    @Nullable Integer parentId,
    LocalDate from,
    @Nullable LocalDate until) {

  /** Name as an official text writes it, "xã Chi Lăng". */
  public String title() {
    return type.nameVi() + " " + name;
  }

  /** The same in both languages; in English the type follows, "Chi Lăng commune". */
  public Bilingual titled() {
    return new Bilingual(title(), name + " " + type.nameEn());
  }

  public String level() {
    return type.level();
  }
}
