package vn.dondoc.rural.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Sending;

/**
 * Các biểu Excel: made for communes, taken back, looked at as often as anybody likes, written whole
 * or commune by commune.
 */
@Component
@Transactional(readOnly = true)
public class Workbooks {
  /** Books one person may have waiting. */
  static final int MOST_WAITING = 20;

  /** Rows a file may have: every commune of the largest province with all its indicators. */
  static final int MOST_ROWS = 40_000;

  private static final int LONGEST_NAME = 200;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final BookStore books;
  private final StagingStore stagings;
  private final BookMonth.Months months;
  private final BookPlanning planning;
  private final BookSeals seals;
  private final Assessments assessments;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Workbooks(
      BookStore books,
      StagingStore stagings,
      BookMonth.Months months,
      BookPlanning planning,
      BookSeals seals,
      Assessments assessments,
      AuditTrail audit,
      ProvinceDay day) {
    this.books = books;
    this.stagings = stagings;
    this.months = months;
    this.planning = planning;
    this.seals = seals;
    this.assessments = assessments;
    this.audit = audit;
    this.day = day;
  }

  /** What a month is measured by. */
  BookMonth month(YearMonth month) {
    return months.of(month);
  }

  /**
   * Makes a workbook, a sheet for each of the communes.
   *
   * @throws Refusal when one of them is not the actor's to report for
   */
  @Transactional
  byte[] make(Collection<Integer> units, YearMonth period) {
    BookMonth month = months.of(period);
    List<Place> communes = month.own().stream().filter(p -> units.contains(p.id())).toList();
    if (communes.isEmpty() || communes.size() != Set.copyOf(units).size()) {
      throw Refusal.of(BookRefusal.NO_UNIT, "don-vi", month.written());
    }
    Map<Known.Spot, Known> known =
        books.known(units, month.yardstick().indicators().keySet(), period);
    Map<Integer, String> groups = books.groups(units, month.lastDay());
    BookForm form = new BookForm(month, books.newestKey(), DAY.format(day.today()));
    Set<String> names = new HashSet<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Sheets.writeForms(
          out,
          communes.stream().map(place -> form.sheet(place, groups.get(place.id()), known, names)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.record(
        new Act(
            "rural.book.make",
            "rural.book",
            month.written(),
            null,
            Map.of(),
            Map.of("units", units.stream().sorted().limit(50).toList(), "count", units.size())));
    return out.toByteArray();
  }

  /**
   * Takes a workbook in to be looked at.
   *
   * @return its id
   * @throws Refusal when it is no workbook of the program at all; nothing is kept then
   */
  @Transactional
  long stage(String fileName, byte[] bytes, YearMonth period) {
    BookMonth month = months.of(period);
    SheetBook book = open(fileName, bytes);
    Staging staging = new FormReading(month, seals.opener(), months).read(book);
    long id = add(Book.Way.WORKBOOK, fileName, period, book.rows().size());
    stagings.add(id, null, staging);
    return id;
  }

  /** Takes a sheet of somebody's own in; its columns are told later. */
  @Transactional
  long stageOwn(String fileName, byte[] bytes, YearMonth period) {
    months.of(period);
    SheetBook book = open(fileName, bytes);
    long id = add(Book.Way.SHEET, fileName, period, book.rows().size());
    for (int from = 0; from < book.rows().size(); from += 1_000) {
      int to = Math.min(from + 1_000, book.rows().size());
      books.addRaw(id, from, book.rows().subList(from, to));
    }
    return id;
  }

  private SheetBook open(String fileName, byte[] bytes) {
    List<Book> waiting = books.waiting(MOST_WAITING);
    if (waiting.size() == MOST_WAITING) {
      String which =
          waiting.stream()
              .map(book -> book.fileName() + " (" + book.monthWritten() + ")")
              .collect(Collectors.joining("; "));
      throw Refusal.of(BookRefusal.TOO_MANY_WAITING, fileName, MOST_WAITING, which);
    }
    try {
      SheetBook book = Sheets.read(fileName, new ByteArrayInputStream(bytes));
      if (book.rows().isEmpty() && !book.hidden().isEmpty()) {
        throw Refusal.of(BookRefusal.HIDDEN, fileName, fileName, hiddenTabs(book));
      }
      if (book.rows().isEmpty()) {
        throw Refusal.of(BookRefusal.EMPTY, fileName, fileName);
      }
      if (book.rows().size() > MOST_ROWS) {
        SheetRow last = book.rows().getLast();
        throw Refusal.of(
            BookRefusal.TOO_MANY_ROWS,
            fileName,
            fileName,
            book.rows().size(),
            MOST_ROWS,
            last.sheet(),
            last.number());
      }
      return book;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hiddenTabs(SheetBook book) {
    return book.hidden().stream().map(SheetRow::sheet).distinct().collect(Collectors.joining(", "));
  }

  private long add(Book.Way way, String fileName, YearMonth period, int rows) {
    long id = books.add(way, fileName, period);
    record("rural.book.stage", id, Map.of("file", fileName, "way", way.code(), "rows", rows));
    return id;
  }

  /** The actor's books that wait, newest first. */
  List<Book> waiting() {
    return books.waiting(MOST_WAITING);
  }

  /**
   * A book of the actor's.
   *
   * @throws Refusal when there is none
   */
  Book one(long id) {
    return books
        .find(id)
        .orElseThrow(() -> Refusal.of(BookRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** What a book would do today. */
  BookPlan plan(long id) {
    return planning.plan(one(id));
  }

  /** Keeps which figures shall stand, by number of the row. */
  @Transactional
  void choose(long id, Map<Integer, StagingStore.Choice> choices) {
    Long reading = held(id).reading();
    if (reading != null && !choices.isEmpty()) {
      stagings.choose(reading, choices);
    }
  }

  /** A book nobody else can end meanwhile. */
  Book held(long id) {
    books.lock(id);
    Book book = one(id);
    if (!book.isWaiting()) {
      throw Refusal.of(BookRefusal.ENDED, Long.toString(id), book.fileName());
    }
    return book;
  }

  /**
   * Writes what the plan says, of one commune or of all, all of it or nothing.
   *
   * @param unit the commune; null for all
   * @return how many indicators were written
   * @throws Refusal when a problem is left, a question was not answered, or somebody was faster
   */
  @Transactional
  int commit(long id, @Nullable Integer unit) {
    Book book = held(id);
    BookPlan plan = planning.plan(book);
    List<BookPlan.Commune> asked =
        plan.communes().stream()
            .filter(c -> c.written() == null && (unit == null || c.unit().id() == unit))
            .toList();
    refuse(plan, asked, unit);
    int written = 0;
    for (BookPlan.Commune commune : asked) {
      if (commune.isReady()) {
        write(plan, commune);
        written += commune.toWrite();
      }
    }
    if (unit == null || planning.plan(book).isThrough()) {
      books.end(id, "written");
    }
    Map<String, Object> told = new TreeMap<>(Map.of("file", book.fileName(), "rows", written));
    told.put("units", asked.stream().map(c -> c.unit().id()).sorted().limit(50).toList());
    record("rural.book.write", id, told);
    return written;
  }

  private static void refuse(BookPlan plan, List<BookPlan.Commune> asked, @Nullable Integer unit) {
    String file = plan.book().fileName();
    List<Refusal.Problem> problems = new ArrayList<>();
    if (unit == null) {
      problems.addAll(plan.problems());
    }
    asked.forEach(commune -> problems.addAll(commune.problems()));
    if (!problems.isEmpty()) {
      throw Refusal.of(BookRefusal.PROBLEMS, problems);
    }
    int undecided = asked.stream().mapToInt(BookPlan.Commune::undecided).sum();
    if (undecided > 0) {
      throw Refusal.of(BookRefusal.UNDECIDED, file, undecided);
    }
    if (asked.stream().noneMatch(BookPlan.Commune::isReady)) {
      throw Refusal.of(BookRefusal.NOTHING, file, file);
    }
  }

  private void write(BookPlan plan, BookPlan.Commune commune) {
    List<Report> ended = new ArrayList<>();
    List<Report> reports = new ArrayList<>();
    for (PlannedRow row : commune.rows()) {
      if (row.isWritten()) {
        Report report = row.report(plan.month().month(), row.kept());
        boolean arrived = row.row().what().arrived() && row.now().waits() != null;
        if (arrived) {
          ended.add(arrival(report));
        }
        reports.add((arrived ? later(report) : report).surely());
      }
    }
    if (!ended.isEmpty()) {
      assessments.record(sending(plan.book(), commune, "arrive"), ended);
    }
    long entry = assessments.record(sending(plan.book(), commune, "report"), reports);
    books.addWritten(plan.book().id(), commune.unit().id(), entry, reports.size());
  }

  private static Report arrival(Report report) {
    return new Report(
        report.unitId(),
        report.indicatorId(),
        report.period(),
        report.seen(),
        Report.Kind.ARRIVE,
        Map.of(),
        false,
        false,
        null);
  }

  /** The same after the wait was ended. */
  private static Report later(Report report) {
    return new Report(
        report.unitId(),
        report.indicatorId(),
        report.period(),
        report.seen() + 1,
        report.kind(),
        report.figures(),
        report.nothing(),
        report.sure(),
        report.words());
  }

  /** Each commune of a book has a key of its own: however often it is sent, it arrives once. */
  private static Sending sending(Book book, BookPlan.Commune commune, String part) {
    String name = "rural.book/" + book.id() + "/" + commune.unit().id() + "/" + part;
    String file = book.fileName();
    return new Sending(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        book.way() == Book.Way.WORKBOOK ? Sending.Way.WORKBOOK : Sending.Way.SHEET,
        file.substring(0, Math.min(file.length(), LONGEST_NAME)),
        commune.unit().tab());
  }

  /** The same with several at once, all of them or none. */
  @Transactional
  void drop(List<Long> ids) {
    ids.forEach(this::drop);
  }

  /** Lets a book wait no longer; what it said stays with it. */
  @Transactional
  void drop(long id) {
    Book book = held(id);
    books.end(id, "dropped");
    record("rural.book.drop", id, Map.of("file", book.fileName()));
  }

  private void record(String act, long id, Map<String, ?> told) {
    audit.record(new Act(act, "rural.book", Long.toString(id), null, Map.of(), told));
  }
}
