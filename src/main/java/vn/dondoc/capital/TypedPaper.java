package vn.dondoc.capital;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Văn bản và số tiền as a person types them on a page that books: {@code document}, {@code issuer},
 * {@code signed}, {@code value}, {@code reason}, and amounts in triệu đồng.
 */
public final class TypedPaper {
  private static final String KEYS = "capital.refusal.paper.";
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_ISSUER = 100;
  private static final int LONGEST_SERIES = 30;
  private static final int LONGEST_REASON = 1000;

  private final UnaryOperator<String> typed;
  private final List<Problem> wrong;

  /**
   * A page's fields.
   *
   * @param typed what stands in a field
   * @param wrong takes everything that cannot be read, each with its field
   */
  public TypedPaper(UnaryOperator<String> typed, List<Problem> wrong) {
    this.typed = typed;
    this.wrong = wrong;
  }

  /** An amount in đồng; null when it cannot be read, or is zero where it may not be. */
  public @Nullable Long amount(String field, boolean mayBeZero) {
    String text = typed.apply(field);
    Long amount = Millions.read(text).orElse(null);
    if (amount == null || amount == 0 && !mayBeZero) {
      wrong.add(
          Millions.twoReadings(field, text)
              .orElseGet(() -> Problem.at(field, KEYS + "amount", text)));
      return null;
    }
    return amount;
  }

  /** The document, and the reason beside it; null when anything of it is wrong. */
  public Voucher.@Nullable Paper read(LocalDate today) {
    int before = wrong.size();
    within("document", "number", 1, LONGEST_NUMBER);
    within("series", "series", 0, LONGEST_SERIES);
    within("issuer", "issuer", 1, LONGEST_ISSUER);
    within("reason", "words", 1, LONGEST_REASON);
    LocalDate signed = day("signed");
    LocalDate counts = typed.apply("value").isEmpty() ? signed : day("value");
    if (signed != null && signed.isAfter(today)) {
      wrong.add(Problem.at("signed", KEYS + "signed_ahead", signed, today));
    }
    if (signed != null && counts != null && counts.isBefore(signed)) {
      wrong.add(Problem.at("value", KEYS + "value_before_signed", counts, signed));
    }
    if (signed == null || counts == null || wrong.size() > before) {
      return null;
    }
    String note =
        counts.equals(signed)
            ? null
            : Texts.in(Language.VI).get("capital.act.signed_note", Days.written(signed));
    return new Voucher.Paper(
        typed.apply("issuer"), typed.apply("series"), typed.apply("document"), counts, note);
  }

  private void within(String field, String key, int least, int most) {
    int length = typed.apply(field).length();
    if (length < least || length > most) {
      wrong.add(Problem.at(field, KEYS + key, length, most));
    }
  }

  private @Nullable LocalDate day(String field) {
    LocalDate read = Days.read(typed.apply(field)).orElse(null);
    if (read == null) {
      wrong.add(Days.problem(field, "capital.act." + field, typed.apply(field)));
    }
    return read;
  }
}
