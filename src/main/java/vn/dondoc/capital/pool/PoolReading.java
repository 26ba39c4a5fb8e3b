package vn.dondoc.capital.pool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Source;
import vn.dondoc.capital.source.SourceRefusal;
import vn.dondoc.capital.source.Term;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Đọc tờ mở nhóm vốn: everything that is wrong with it is told at once, before the database is
 * asked.
 */
final class PoolReading {
  private static final String CODE = "[0-9A-Za-z./_-]{3,60}";
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_LOAN = 60;

  private final PoolForm form;
  private final Known known;
  private final List<Problem> wrong = new ArrayList<>();

  private PoolReading(PoolForm form, Known known) {
    this.form = form;
    this.known = known;
  }

  /**
   * What a pool is opened by.
   *
   * @param sources nguồn vốn
   * @param sectors codes of sectors
   * @param deadlines last days of a budget year by what the law calls them
   */
  record Known(
      List<Source> sources,
      List<String> sectors,
      Function<Integer, Map<String, LocalDate>> deadlines) {}

  /**
   * The pool that was typed.
   *
   * @throws Refusal with every field that is wrong
   */
  static NewPool read(PoolForm form, Known known) {
    return new PoolReading(form, known).read();
  }

  private NewPool read() {
    String code = form.value(PoolForm.CODE);
    if (!code.matches(CODE)) {
      wrong.add(Problem.at(PoolForm.CODE, PoolRefusal.CODE.key(), code));
    }
    form.words("name", PoolRefusal.NAME, LONGEST_NAME, wrong);
    Integer year = year("year");
    Vintage vintage = vintage();
    Integer origin = year == null || vintage == null ? null : origin(year, vintage);
    Pool.Ring ring = ring(origin);
    LocalDate opens = year == null || vintage == null ? null : opens(year, vintage);
    Term term = year == null || vintage == null ? null : term(year, vintage);
    if (year == null
        || vintage == null
        || origin == null
        || ring == null
        || opens == null
        || term == null
        || !wrong.isEmpty()) {
      throw Refusal.of(PoolRefusal.FORM, wrong);
    }
    if (opens.isAfter(term.advanceUntil()) || term.advanceUntil().isAfter(term.payUntil())) {
      throw Refusal.of(
          SourceRefusal.DAYS, "pay", code, opens, term.advanceUntil(), term.payUntil());
    }
    return new NewPool(code, form.value("name"), ring, year, vintage, origin, opens, term);
  }

  private @Nullable Integer year(String field) {
    String text = form.value(field);
    if (!text.matches("20\\d\\d")) {
      wrong.add(Problem.at(field, PoolRefusal.YEAR.key(), text));
      return null;
    }
    return Integer.valueOf(text);
  }

  private @Nullable Vintage vintage() {
    for (Vintage one : Vintage.values()) {
      if (one.code().equals(form.value("vintage"))) {
        return one;
      }
    }
    wrong.add(Problem.at("vintage", PoolRefusal.VINTAGE.key(), form.value("vintage")));
    return null;
  }

  /** Left empty it is the year itself, the one before, or the one after. */
  private @Nullable Integer origin(int year, Vintage vintage) {
    if (form.value("origin").isEmpty()) {
      return switch (vintage) {
        case THIS_YEAR -> year;
        case CARRIED -> year - 1;
        case ADVANCED -> year + 1;
      };
    }
    Integer origin = year("origin");
    if (origin == null) {
      return null;
    }
    boolean fits =
        switch (vintage) {
          case THIS_YEAR -> origin == year;
          case CARRIED -> origin < year;
          case ADVANCED -> origin > year;
        };
    if (!fits) {
      wrong.add(
          Problem.at(
              "origin", PoolRefusal.ORIGIN.key(), origin.toString(), Integer.toString(year)));
    }
    return origin;
  }

  private Pool.@Nullable Ring ring(@Nullable Integer origin) {
    String code = form.value(PoolForm.SOURCE);
    Source source =
        known.sources().stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    String sector = form.value("sector");
    if (!sector.isEmpty() && !known.sectors().contains(sector)) {
      wrong.add(Problem.at("sector", PoolRefusal.SECTOR.key(), sector));
    }
    if (source == null) {
      wrong.add(Problem.at(PoolForm.SOURCE, PoolRefusal.SOURCE.key(), code));
      return null;
    }
    String called = source.code();
    if (known.sources().stream().anyMatch(one -> code.equals(one.parent()))) {
      wrong.add(
          Problem.at(
              PoolForm.SOURCE,
              SourceRefusal.SOURCE_IS_A_GROUP.key(),
              form.value(PoolForm.CODE),
              called));
    } else if (origin != null && !serves(source, origin)) {
      wrong.add(
          Problem.at(
              PoolForm.SOURCE,
              SourceRefusal.SOURCE_OF_ANOTHER_YEAR.key(),
              form.value(PoolForm.CODE),
              called,
              origin.toString()));
    }
    if (source.ring().bySector() && sector.isEmpty()) {
      wrong.add(Problem.at("sector", PoolRefusal.SECTOR_NEEDED.key(), called));
    }
    loan(source);
    String loan = form.value("loan");
    return new Pool.Ring(
        code, sector.isEmpty() ? null : sector, source.tier(), loan.isEmpty() ? null : loan);
  }

  private void loan(Source source) {
    String loan = form.value("loan");
    String called = source.code();
    if (loan.length() > LONGEST_LOAN) {
      wrong.add(Problem.at("loan", PoolRefusal.LOAN.key(), loan.length(), LONGEST_LOAN));
    }
    if (source.ring().byLoan() && loan.isEmpty()) {
      wrong.add(Problem.at("loan", PoolRefusal.LOAN_NEEDED.key(), called));
    }
    if (!source.ring().byLoan() && !loan.isEmpty()) {
      wrong.add(Problem.at("loan", PoolRefusal.LOAN_UNKNOWN.key(), loan, called));
    }
  }

  private static boolean serves(Source source, int year) {
    LocalDate until = source.until();
    return source.from().isBefore(LocalDate.of(year + 1, 1, 1))
        && (until == null || until.isAfter(LocalDate.of(year, 1, 1)));
  }

  /** Left empty it is the first day the plan of the year may be assigned. */
  private @Nullable LocalDate opens(int year, Vintage vintage) {
    LocalDate begins = LocalDate.of(year, 1, 1);
    return form.value("opens").isEmpty()
        ? vintage == Vintage.CARRIED ? begins : begins.minusMonths(6)
        : form.day("opens", "capital.pool.opens", wrong);
  }

  /** Left empty a deadline is the one of the law that counts for the year. */
  private @Nullable Term term(int year, Vintage vintage) {
    boolean carried = vintage == Vintage.CARRIED;
    Map<String, LocalDate> law = known.deadlines().apply(carried ? year - 1 : year);
    LocalDate advance = until("advance", law.get(carried ? "extend" : "advance"));
    LocalDate pay = until("pay", law.get(carried ? "extend" : "pay"));
    return advance == null || pay == null ? null : Term.until(pay, advance);
  }

  private @Nullable LocalDate until(String field, @Nullable LocalDate byLaw) {
    if (!form.value(field).isEmpty()) {
      return form.day(field, "capital.pool." + field, wrong);
    }
    if (byLaw == null) {
      wrong.add(Problem.at(field, PoolRefusal.NO_DEADLINE.key(), form.value("year")));
    }
    return byLaw;
  }
}
