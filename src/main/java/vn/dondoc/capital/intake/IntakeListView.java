package vn.dondoc.capital.intake;

import java.util.List;
import java.util.Map;
import vn.dondoc.agency.Body;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.web.Page;

/**
 * Trang nhập tệp.
 *
 * @param form what was filled in
 * @param contents what the viewer may take in; none when they only look
 * @param senders bodies a file may be of
 * @param latest files within sight, the latest first
 * @param names names of their senders
 * @param problems why the last file was not taken
 */
record IntakeListView(
    IntakeForm form,
    List<Content> contents,
    List<Body> senders,
    List<Intake> latest,
    Map<Integer, String> names,
    List<String> problems) {
  static final long LARGEST_BYTES = 20L << 20;

  int megabytes() {
    return (int) (LARGEST_BYTES >> 20);
  }

  String value(String field, String otherwise) {
    String value = form.value(field);
    return value.isEmpty() ? otherwise : value;
  }

  static String state(Intake intake, Page page) {
    return page.t("capital.intake.file." + stateCode(intake));
  }

  static String tag(Intake intake) {
    return switch (stateCode(intake)) {
      case "committed" -> "tag-ok";
      case "dropped" -> "tag-nil";
      case "read" -> "tag-due";
      default -> "tag-info";
    };
  }

  private static String stateCode(Intake intake) {
    Intake.End end = intake.end();
    if (end != null) {
      return end.outcome();
    }
    return intake.reading() == null ? "waiting" : "read";
  }
}
