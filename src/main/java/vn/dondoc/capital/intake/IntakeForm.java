package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Phiếu gửi tệp, as it was filled in.
 *
 * @param content nội dung
 * @param values what was typed, by field
 */
record IntakeForm(Content content, Map<String, String> values) {
  static final String CONTENT = "noi-dung";
  static final String SENDER = "nguoi-gui";
  static final String DAY = "ngay";
  static final String YEAR = "nam";
  static final String KIND = "loai";
  static final String DOCUMENT = "so";
  static final String ANNEX = "phu-luc";

  IntakeForm {
    values = Map.copyOf(values);
  }

  /** What was typed into a field. */
  String value(String field) {
    return values.getOrDefault(field, "").replace("\0", "").strip();
  }

  /**
   * What it says of the file.
   *
   * @throws Refusal naming every field that says nothing
   */
  Intake.What what() {
    List<Problem> problems = new ArrayList<>();
    LocalDate day = day(problems);
    String year = value(YEAR);
    String sender = value(SENDER);
    if (!year.matches("\\d{4}")) {
      problems.add(Problem.at(YEAR, "capital.intake.form.year", year));
    }
    if (!sender.matches("\\d{1,9}")) {
      problems.add(Problem.at(SENDER, "capital.intake.form.sender", sender));
    }
    boolean report = content == Content.REPORT;
    if (report && !Set.of("estimate", "actual").contains(value(KIND))) {
      problems.add(Problem.at(KIND, "capital.intake.form.kind", value(KIND)));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(IntakeRefusal.FORM, problems);
    }
    return new Intake.What(
        content,
        Integer.parseInt(sender),
        "",
        Integer.parseInt(year),
        day,
        report ? value(KIND) : null,
        content == Content.PLAN ? orNull(value(DOCUMENT)) : null,
        content == Content.PLAN ? orNull(value(ANNEX)) : null);
  }

  private LocalDate day(List<Problem> problems) {
    return Days.read(value(DAY))
        .orElseGet(() -> {
          problems.add(Days.problem(DAY, "capital.intake.day." + content.code(), value(DAY)));
          return LocalDate.EPOCH;
        });
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
