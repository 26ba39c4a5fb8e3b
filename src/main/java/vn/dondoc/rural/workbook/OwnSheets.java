package vn.dondoc.rural.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;

/** Bảng tự có: its columns are told, kept as a profile, and read by it. */
@Component
@Transactional(readOnly = true)
class OwnSheets {
  private static final int LONGEST_NAME = 100;
  private static final int SAMPLE = 40;
  private static final int DEEPEST_HEADER = 30;
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}\\.\\d{1,2})\\b");

  private final Workbooks books;
  private final BookStore store;
  private final StagingStore stagings;
  private final ProfileStore profiles;
  private final BookMonth.Months months;
  private final AuditTrail audit;

  OwnSheets(
      Workbooks books,
      BookStore store,
      StagingStore stagings,
      ProfileStore profiles,
      BookMonth.Months months,
      AuditTrail audit) {
    this.books = books;
    this.store = store;
    this.stagings = stagings;
    this.profiles = profiles;
    this.months = months;
    this.audit = audit;
  }

  /**
   * Cách ghép đang xem.
   *
   * @param tab sheet asked for; empty for the first
   * @param header row asked for; null to be found
   * @param profile profile asked for; null for none
   */
  record Asked(String tab, @Nullable Integer header, @Nullable Long profile) {}

  /** What the page of the columns shows. */
  MappingView view(long id, Asked asked, List<String> problems) {
    Book book = books.one(id);
    BookMonth month = months.of(book.month());
    Map<String, Integer> tabs = store.tabs(id);
    Optional<ProfileStore.Profile> profile =
        asked.profile() == null ? Optional.empty() : profiles.find(asked.profile());
    String wanted = profile.map(p -> p.mapping().tab()).orElse(asked.tab());
    String tab = tabs.containsKey(wanted) ? wanted : tabs.keySet().iterator().next();
    List<SheetRow> rows = store.raw(id, tab, SAMPLE);
    Integer row = profile.map(p -> (Integer) p.mapping().header()).orElse(asked.header());
    SheetRow header = header(rows, row);
    Mapping guess = profile.map(p -> p.mapping().in(header)).orElseGet(() -> guess(header, month));
    List<String> lost = new ArrayList<>();
    profile.ifPresent(p ->
        p.mapping().columns().stream()
            .map(Mapping.Column::title)
            .filter(title -> guess.columns().stream().noneMatch(c -> c.title().equals(title)))
            .forEach(lost::add));
    return new MappingView(
        book,
        month,
        tabs,
        new MappingView.Sheet(header, rows),
        guess,
        new MappingView.Kept(profiles.all(), profile.orElse(null), lost),
        problems);
  }

  /** The row asked for, else the one with the most words. */
  private static SheetRow header(List<SheetRow> rows, @Nullable Integer asked) {
    SheetRow best = rows.getFirst();
    for (SheetRow row : rows) {
      if (asked != null && row.number() == asked) {
        return row;
      }
      if (row.number() <= DEEPEST_HEADER && words(row) > words(best)) {
        best = row;
      }
    }
    return best;
  }

  private static long words(SheetRow row) {
    return row.cells().stream()
        .filter(cell -> cell instanceof SheetCell.Text && !cell.text().isBlank())
        .count();
  }

  /** Titles that carry a number of an indicator, or say commune, are taken at their word. */
  private static Mapping guess(SheetRow header, BookMonth month) {
    List<Mapping.Column> columns = new ArrayList<>();
    boolean unit = false;
    for (SheetCell cell : header.cells()) {
      String title = cell.text().strip();
      String folded = BookFigure.folded(title);
      int at = cell.place().column();
      Matcher number = NUMBERED.matcher(title);
      Indicator indicator = number.find() ? month.indicator(number.group(1)) : null;
      if (indicator != null) {
        Part part = indicator.parts().getFirst();
        columns.add(
            new Mapping.Column(at, title, Mapping.Role.PART, BookForm.key(indicator, part), 1));
      } else if (!unit && folded.matches("(ten |ma )?(xa|don vi|don vi hanh chinh)")) {
        unit = true;
        columns.add(new Mapping.Column(at, title, Mapping.Role.UNIT, "", 1));
      } else if (folded.matches("(so |ma )?chi tieu")) {
        columns.add(new Mapping.Column(at, title, Mapping.Role.INDICATOR, "", 1));
      } else if (folded.matches("gia tri.*|so lieu|ket qua")) {
        columns.add(new Mapping.Column(at, title, Mapping.Role.VALUE, "", 1));
      }
    }
    return new Mapping(header.sheet(), header.number(), columns);
  }

  /**
   * Keeps a profile and reads the sheet by it.
   *
   * @throws Refusal when the columns cannot be read so, or the name is missing
   */
  @Transactional
  void read(long id, String name, Mapping mapping) {
    Book book = books.held(id);
    List<Problem> problems = new ArrayList<>(mapping.problems());
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      problems.add(Problem.at("ten", BookRefusal.NO_PROFILE_NAME.key(), LONGEST_NAME));
    }
    List<SheetRow> rows = store.raw(id, mapping.tab(), Workbooks.MOST_ROWS);
    if (rows.stream().noneMatch(row -> row.number() == mapping.header())) {
      problems.add(Problem.at("dong", "rural.book.map.header_row", mapping.header()));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(BookRefusal.MAPPING, problems);
    }
    long profile = profiles.add(name.strip(), mapping);
    BookMonth month = months.of(book.month());
    Staging staging =
        new OwnReading(month, months, mapping)
            .read(rows, (units, indicators) -> store.known(units, indicators, book.month()));
    stagings.add(id, profile, staging);
    audit.record(
        new Act(
            "rural.book.map",
            "rural.book",
            Long.toString(id),
            null,
            Map.of(),
            Map.of("profile", name.strip(), "columns", mapping.columns().size())));
  }

  /** Titles of the header row by column, for a mapping that was typed. */
  Optional<SheetRow> headerRow(long id, String tab, int row) {
    return store.raw(books.one(id).id(), tab, SAMPLE).stream()
        .filter(one -> one.number() == row)
        .findFirst();
  }
}
