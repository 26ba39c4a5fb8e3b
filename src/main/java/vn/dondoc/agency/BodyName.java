package vn.dondoc.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tên gọi: one name of a body and when it bore it. */
public record BodyName(String name, Kind kind, LocalDate from, @Nullable LocalDate until) {
  /** What sort of name. */
  public enum Kind {
    OFFICIAL,
    ALIAS,
    ABBREVIATION
  }
}
