package vn.dondoc.capital.yearend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * Mẫu cuối năm as a person types it: a request, a decision, a cancellation.
 *
 * @param typed every field by its name
 */
record YearEndForm(Map<String, String> typed) {
  String value(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  long number(String field) {
    String number = value(field);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  /** What a request says. */
  record Request(String ground, long amountVnd, LocalDate until, Extensions.Words words) {}

  /**
   * The request.
   *
   * @throws Refusal with every field that cannot be read
   */
  Request request() {
    List<Problem> problems = new ArrayList<>();
    Long amount = amount(problems);
    LocalDate until = day("until", "capital.extension.until", problems);
    if (amount == null || until == null) {
      throw Refusal.of(YearEndRefusal.REQUEST, problems);
    }
    String document = value("document");
    return new Request(
        value("ground"),
        amount,
        until,
        new Extensions.Words(value("reason"), document.isEmpty() ? null : document));
  }

  /**
   * The decision; its authority is told by the law.
   *
   * @throws Refusal with every field that cannot be read
   */
  Extension.Decided decision() {
    List<Problem> problems = new ArrayList<>();
    boolean accepted = value("accepted").equals("yes");
    Long amount = accepted ? amount(problems) : null;
    LocalDate until = accepted ? day("until", "capital.extension.until", problems) : null;
    LocalDate signed = day("signed", "capital.cut.signed", problems);
    if (signed == null || !problems.isEmpty()) {
      throw Refusal.of(YearEndRefusal.REQUEST, problems);
    }
    return new Extension.Decided(
        accepted, amount, until, "", value("document"), signed, value("why"));
  }

  /**
   * What an extension is lowered to; zero withdraws it.
   *
   * @throws Refusal with every field that cannot be read
   */
  Extension.Change change() {
    List<Problem> problems = new ArrayList<>();
    Long amount = amount(problems);
    LocalDate signed = day("signed", "capital.cut.signed", problems);
    if (amount == null || signed == null) {
      throw Refusal.of(YearEndRefusal.REQUEST, problems);
    }
    return new Extension.Change(amount, value("document"), signed, value("why"), "");
  }

  /**
   * The day a document was signed.
   *
   * @throws Refusal when it cannot be read
   */
  LocalDate signed() {
    return Days.read(value("signed"))
        .orElseThrow(() -> Days.refusal("signed", "capital.cut.signed", value("signed")));
  }

  private @Nullable Long amount(List<Problem> problems) {
    Long amount = Millions.read(value("amount")).orElse(null);
    if (amount == null) {
      problems.add(
          Millions.twoReadings("amount", value("amount"))
              .orElseGet(() -> Problem.at("amount", YearEndRefusal.AMOUNT.key(), value("amount"))));
    }
    return amount;
  }

  private @Nullable LocalDate day(String field, String label, List<Problem> problems) {
    LocalDate day = Days.read(value(field)).orElse(null);
    if (day == null) {
      problems.add(Days.problem(field, label, value(field)));
    }
    return day;
  }
}
