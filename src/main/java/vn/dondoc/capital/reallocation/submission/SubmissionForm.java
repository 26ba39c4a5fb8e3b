package vn.dondoc.capital.reallocation.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.cut.CutReason;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Đề xuất và quyết định as a person types them.
 *
 * @param typed every field by its name
 */
record SubmissionForm(Map<String, String> typed) {
  private static final String REASON = "reason-";
  private static final String EVIDENCE = "evidence-";
  private static final String APPROVED = "duyet-";

  String value(String field) {
    return typed.getOrDefault(field, "").replace("\0", "").strip();
  }

  long number(String field) {
    String number = value(field);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  /** The reason of each decrease that has one, with its evidence. */
  Map<Long, Ground> grounds() {
    Map<Long, Ground> grounds = new HashMap<>();
    typed.forEach((field, code) -> {
      if (field.matches(REASON + "\\d{1,18}")) {
        for (CutReason reason : CutReason.values()) {
          if (reason.code().equals(code)) {
            String line = field.substring(REASON.length());
            grounds.put(Long.parseLong(line), new Ground(reason, value(EVIDENCE + line)));
          }
        }
      }
    });
    return grounds;
  }

  /** What the field of a line says; what was proposed while nothing was typed. */
  String approved(Submission.Moved move) {
    return typed.getOrDefault(APPROVED + move.line().lineId(), Millions.typed(move.sizeVnd()));
  }

  /**
   * The decision it says; a line whose field is left empty is not spoken of.
   *
   * @throws Refusal with every field that cannot be read
   */
  NewDecision decision() {
    List<Problem> problems = new ArrayList<>();
    Map<Long, Long> approved = new HashMap<>();
    typed.forEach((field, text) -> {
      if (field.matches(APPROVED + "\\d{1,18}") && !text.isBlank()) {
        Optional<Long> amount = Millions.read(text.strip());
        if (amount.isEmpty()) {
          problems.add(Problem.at(field, SubmissionRefusal.AMOUNT.key(), text.strip()));
        }
        approved.put(Long.parseLong(field.substring(APPROVED.length())), amount.orElse(0L));
      }
    });
    Optional<LocalDate> signed = Days.read(value("signed"));
    if (signed.isEmpty()) {
      problems.add(Days.problem("signed", "capital.submission.signed", value("signed")));
    }
    if (!problems.isEmpty() || signed.isEmpty()) {
      throw Refusal.of(SubmissionRefusal.DECISION, problems);
    }
    return new NewDecision(
        value("number"), value("issuer"), value("signer"), signed.get(), approved);
  }
}
