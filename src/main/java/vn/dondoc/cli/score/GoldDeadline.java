package vn.dondoc.cli.score;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.dondoc.cli.score.Gold.When;
import vn.dondoc.reading.Deadline;

/** Deadlines of both sides brought to the form in which they are compared. */
final class GoldDeadline {
  private GoldDeadline() {}

  /** As the annotation writes it. */
  static When of(JsonNode json) {
    if (json.isString()) {
      return new When("date", json.stringValue());
    }
    if (json.has("every")) {
      return recurring(json.path("every").asString(""), json.path("day").asInt(0));
    }
    if (json.has("within")) {
      return new When(
          "relative", json.path("within").asInt(0) + " " + json.path("unit").asString("day"));
    }
    if (json.has("date")) {
      return new When("date", json.path("date").asString(""));
    }
    return json.has("after_event") ? new When("event", "") : When.NONE;
  }

  /** As the reader gives it; urgency, standing duties and conditions count as none. */
  static When of(@Nullable Deadline deadline) {
    if (deadline == null) {
      return When.NONE;
    }
    return switch (deadline.kind()) {
      case DATE ->
          new When(
              "date",
              deadline.time() == null
                  ? String.valueOf(deadline.date())
                  : deadline.date() + "T" + deadline.time());
      case RECURRING ->
          recurring(
              String.valueOf(deadline.every()).toLowerCase(Locale.ROOT),
              Objects.requireNonNullElse(deadline.dayTold(), 0));
      case RELATIVE ->
          new When(
              "relative",
              Objects.requireNonNullElse(deadline.within(), 0)
                  + " "
                  + Objects.requireNonNullElse(deadline.unit(), "day"));
      case EVENT -> new When("event", "");
      case SOFT, STANDING, CONDITIONAL -> When.NONE;
    };
  }

  /** The day counts in the month; a day of the week stands in the words alone. */
  private static When recurring(String every, int day) {
    boolean counted = day > 0 && !every.equals("week");
    return new When("recurring", counted ? every + " " + day : every);
  }
}
