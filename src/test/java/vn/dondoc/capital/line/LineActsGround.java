package vn.dondoc.capital.line;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.dondoc.capital.ledger.Balance;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.capital.owner.OwnerReports;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.capital.source.Ceiling;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A province whose planning department acts on lines by hand, and reads what it is told. */
abstract class LineActsGround {
  static final LocalDate DAY = ReviewWorld.DAY;
  static final long BILLION = ReviewWorld.BILLION;
  static ReviewWorld world;
  static int made;

  @BeforeAll
  static void start() {
    world = ReviewWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** A line whose project is settled: what is left of it is surplus, and nobody has to be heard. */
  static long line(String pool) {
    long project = world.project("Dòng thao tác mẫu " + ++made, ProjectWorld.BOARD, null);
    world.settle(project, LocalDate.of(2020, 8, 3), 900 * BILLION);
    return world.line(project, pool, 10 * BILLION, LocalDate.of(2020, 1, 15));
  }

  /** A line that nothing was paid of, and its project goes on. */
  static long slow() {
    return world.line(
        "Dòng chậm mẫu " + ++made, ProjectWorld.BOARD, ReviewWorld.LOCAL, 10 * BILLION);
  }

  /** What a project may get of the province's own money from 2016 to 2020. */
  static void limit(long project, long vnd) {
    Ceiling ceiling = new Ceiling(project, "NSDP", 2016, 2020, vnd, "NQ 10 (mẫu)");
    Acting.as(ProjectWorld.SYSTEM, () -> world.door(Sources.class).limit(List.of(ceiling)));
  }

  /** A line that is not slow, and its project goes on. */
  static long steady() {
    long steady = slow();
    world.book(EntryKind.PAYMENT, steady, LocalDate.of(2020, 8, 4), 9 * BILLION);
    OwnerReport.Money money = new OwnerReport.Money(9 * BILLION, null, null, null, null, null);
    OwnerReport report = new OwnerReport(money, new OwnerReport.Trouble(null, null, null, null));
    Acting.as(
        world.board(),
        () ->
            world
                .door(OwnerReports.class)
                .record(
                    YearMonth.of(2020, 7),
                    OwnerReport.Kind.ACTUAL,
                    List.of(new OwnerReports.Entry(steady, 0, report))));
    return steady;
  }

  static Map<String, String> fields(String amount, String... more) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "amount", amount,
                "ground", "settled",
                "document", "QĐ-TT-" + ++made,
                "issuer", "HĐND tỉnh",
                "signed", "3/8/2020",
                "reason", "Điều chỉnh theo tiến độ (mẫu)"));
    for (int at = 0; at < more.length; at += 2) {
      fields.put(more[at], more[at + 1]);
    }
    return fields;
  }

  static LineActForm form(Map<String, String> fields) {
    return LineActForm.of(fields);
  }

  static Function<LineActForm, LineAct> moving(long giver) {
    return form -> form.moving(giver, DAY, words -> acts().receiver(giver, words));
  }

  static Function<LineActForm, LineAct> adjusting(long line) {
    return form -> form.adjusting(line, DAY);
  }

  static Function<LineActForm, LineAct> paying(long line) {
    return form -> form.paying(line, DAY);
  }

  /** A voucher of the Treasury with these amounts. */
  static Map<String, String> paid(String... amounts) {
    Map<String, String> typed = fields("", amounts);
    List.of("amount", "ground").forEach(typed::remove);
    typed.putIfAbsent("payment", "");
    return typed;
  }

  static LineAct move(long giver, String receiver, String amount) {
    return Acting.call(
        world.planning(), () -> moving(giver).apply(form(fields(amount, "receiver", receiver))));
  }

  static LineAct correcting(BookedEntry entry, String right) {
    return correcting(entry, right, "DC-" + ++made);
  }

  static LineAct correcting(BookedEntry entry, String right, String document) {
    return form(fields(right, "signer", "Kế toán trưởng mẫu", "document", document))
        .correcting(entry, DAY);
  }

  /** What is wrong by the field it stands beside. */
  static Map<String, String> told(Map<String, String> fields, Function<LineActForm, LineAct> read) {
    return sentences(form(fields), () -> preview(read.apply(form(fields))));
  }

  static Map<String, String> sentences(Runnable act) {
    return sentences(form(Map.of()), act);
  }

  /** As the page of this form tells them. */
  private static Map<String, String> sentences(LineActForm form, Runnable act) {
    Map<String, String> told = new HashMap<>();
    Acting.as(
        world.planning(),
        () -> {
          try {
            act.run();
          } catch (Refusal refusal) {
            form.with(refusal.problems())
                .problems()
                .forEach(problem -> {
                  told.merge(
                      problem.place(),
                      Texts.in(Language.VI).tell(problem),
                      (one, other) -> one + " " + other);
                  Texts.in(Language.EN).tell(problem);
                });
          }
        });
    return told;
  }

  static LineActs acts() {
    return world.door(LineActs.class);
  }

  static LineChange preview(LineAct act) {
    return Acting.call(world.planning(), () -> acts().preview(act));
  }

  static void book(LineAct act, UUID sending, String seen) {
    Acting.as(world.planning(), () -> acts().book(act, sending, seen));
  }

  static BookedEntry entry(long line, long entry) {
    return Acting.call(world.planning(), () -> acts().entry(line, entry));
  }

  static BookedEntry last(long line) {
    long entry =
        world
            .projects()
            .owner()
            .sql("select max(id) from capital.entry where line_id = :line")
            .param("line", line)
            .query(Long.class)
            .single();
    return entry(line, entry);
  }

  static Balance balance(long line) {
    return ReviewWorld.asSystem(() -> world.ledger().balances(List.of(line)).getFirst());
  }

  static long plan(long line) {
    return balance(line).plan();
  }

  static int audited(String act, long line) {
    return world
        .projects()
        .owner()
        .sql("select count(*)::int from audit.entry where act = :act and subject_id = :line")
        .param("act", act)
        .param("line", Long.toString(line))
        .query(Integer.class)
        .single();
  }
}
