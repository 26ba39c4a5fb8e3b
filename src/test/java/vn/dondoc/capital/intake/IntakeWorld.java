package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.BodyKind;
import vn.dondoc.agency.NewBody;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.intake.staging.IntakeMappings;
import vn.dondoc.capital.intake.staging.IntakeWorker;
import vn.dondoc.capital.intake.staging.Job;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.NewDecision;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.Projects;
import vn.dondoc.testing.Province;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * The province with five invented projects of two invented owners and three pools of 2020: ten
 * billion đồng allocated and entered for each project from the local balance, five for the first
 * two from land use.
 */
public final class IntakeWorld implements AutoCloseable {
  static final LocalDate JULY = LocalDate.of(2020, 7, 31);
  static final String BALANCE = "CD-2020";
  static final String LAND = "SDD-2020";
  static final String RURAL = "NTM-2020";
  static final List<String> NAMES =
      List.of(
          "Đường giao thông mẫu 01",
          "Trường học mẫu 02",
          "Cấp nước sinh hoạt mẫu 03",
          "Trạm y tế mẫu 04",
          "Kè suối mẫu 05");

  private static final LocalDate OPENED = LocalDate.of(2020, 1, 1);
  private static final long BILLION = 1_000_000_000L;

  private final Province province;
  private final AtomicInteger issued = new AtomicInteger();
  private final List<Long> projects = new ArrayList<>();
  private final int firstOwner;
  private final int secondOwner;

  public IntakeWorld(Province province) {
    this.province = province;
    this.firstOwner = owner("Ban QLDA mẫu 01");
    this.secondOwner = owner("Ban QLDA mẫu 02");
    Acting.as(Actor.system("test"), this::money);
  }

  private int owner(String name) {
    return Acting.call(
        Actor.system("test"),
        () ->
            province
                .server()
                .door(Bodies.class)
                .create(NewBody.named(name, BodyKind.DEPARTMENT, OPENED, "Minh họa")));
  }

  private void money() {
    Sources sources = province.server().door(Sources.class);
    sources.load();
    open(sources, BALANCE, "Cân đối ngân sách địa phương", "NSDP.CD", "province");
    open(sources, LAND, "Thu tiền sử dụng đất", "NSDP.SDD", "province");
    open(sources, RURAL, "Chương trình nông thôn mới", "NSTW.MTQG.NTM", "central");
    LocalDate last = LocalDate.of(2019, 1, 1);
    sources.open(
        NewPool.ofYear(
            "CD-2019",
            "Cân đối ngân sách địa phương 2019",
            Pool.Ring.of("NSDP.CD", "province"),
            last,
            Term.until(LocalDate.of(2020, 1, 31), LocalDate.of(2019, 12, 31))));
    for (int at = 0; at < NAMES.size(); at++) {
      projects.add(project(at));
    }
    List<Voucher.Row> rows = new ArrayList<>();
    assign(BALANCE);
    assign(LAND);
    assign(RURAL);
    for (int at = 0; at < NAMES.size(); at++) {
      allocate(rows, at, BALANCE, 10 * BILLION);
    }
    allocate(rows, 0, LAND, 5 * BILLION);
    allocate(rows, 1, LAND, 5 * BILLION);
    ledger()
        .post(
            Posting.ofPage(null, null),
            List.of(
                new Voucher(
                    Voucher.Paper.of("UBND tỉnh mẫu", "QĐ", "01", LocalDate.of(2020, 1, 2)),
                    rows)));
  }

  private static void open(Sources sources, String code, String name, String source, String tier) {
    sources.open(
        NewPool.ofYear(
            code,
            name,
            Pool.Ring.of(source, tier),
            OPENED,
            Term.until(LocalDate.of(2021, 1, 31), LocalDate.of(2020, 12, 31))));
  }

  private void assign(String pool) {
    Voucher.Row row = Voucher.Row.assign(pool(pool), Voucher.Authority.PROVINCE, 1_000 * BILLION);
    ledger()
        .post(
            Posting.ofPage(null, null),
            List.of(
                Voucher.of(
                    Voucher.Paper.of("HĐND tỉnh mẫu", "NQ", "0" + issued.incrementAndGet(), OPENED),
                    row)));
  }

  private void allocate(List<Voucher.Row> rows, int project, String pool, long amount) {
    long line = ledger().line(projects.get(project), pool(pool));
    rows.add(Voucher.Row.of(EntryKind.ALLOCATE, line, amount));
    rows.add(Voucher.Row.of(EntryKind.ENTER, line, amount));
  }

  private long project(int at) {
    Projects register = province.server().door(Projects.class);
    ProjectFacts facts =
        new ProjectFacts(
            new ProjectFacts.Codes("DA-000" + (at + 1), "700000" + (at + 1)),
            NAMES.get(at),
            at < 3 ? firstOwner : secondOwner,
            new ProjectFacts.Classing("tinh", "xay-dung", "C", "giao-duc"),
            new ProjectFacts.Time(2019, 2021),
            null,
            List.of());
    long id =
        register.register(
            new NewProject(facts, "da-quyet-dinh", "chuyen-tiep", true), LocalDate.of(2019, 6, 1));
    register.decide(
        id,
        new NewDecision(
            "investment",
            "1" + at + "/QĐ-UBND",
            LocalDate.of(2019, 6, 1),
            "UBND tỉnh mẫu",
            50 * BILLION,
            null),
        LocalDate.of(2019, 6, 1));
    return id;
  }

  Province province() {
    return province;
  }

  Ledger ledger() {
    return province.server().door(Ledger.class);
  }

  Intakes intakes() {
    return province.server().door(Intakes.class);
  }

  IntakeMappings mappings() {
    return province.server().door(IntakeMappings.class);
  }

  IntakeWorker worker() {
    return province.server().door(IntakeWorker.class);
  }

  JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  long projectId(int at) {
    return projects.get(at);
  }

  int pool(String code) {
    return province.server().door(Sources.class).pool(code).id();
  }

  int firstOwner() {
    return firstOwner;
  }

  int secondOwner() {
    return secondOwner;
  }

  int treasury() {
    return province.body("Kho bạc Nhà nước tỉnh").id();
  }

  int planning() {
    return province.body("Sở Kế hoạch và Đầu tư").id();
  }

  /** The Treasury's clerk. */
  Actor clerk() {
    return new Actor(
        7_001,
        "Kho bạc mẫu",
        Set.of(Intakes.READ, Intakes.PAY),
        false,
        List.of(treasury()),
        List.of());
  }

  /** Who allocates plans. */
  Actor planner() {
    return new Actor(
        7_002,
        "Kế hoạch mẫu",
        Set.of(Intakes.READ, Intakes.PLAN),
        false,
        List.of(planning()),
        List.of());
  }

  /** Who reports for the first owner. */
  Actor reporter() {
    return new Actor(
        7_003,
        "Ban mẫu",
        Set.of(Intakes.READ, Intakes.REPORT),
        false,
        List.of(firstOwner),
        List.of());
  }

  Intake.What cumulated(LocalDate cutOff) {
    return new Intake.What(Content.TREASURY, treasury(), "", 2020, cutOff, null, null, null);
  }

  Intake.What vouchers() {
    return new Intake.What(Content.VOUCHERS, treasury(), "", 2020, JULY, null, null, null);
  }

  Intake.What report(String kind) {
    return new Intake.What(Content.REPORT, firstOwner, "", 2020, JULY, kind, null, null);
  }

  Intake.What plan(String document, LocalDate signed) {
    return new Intake.What(Content.PLAN, planning(), "", 2020, signed, null, document, null);
  }

  <T> T as(Actor actor, Supplier<T> act) {
    return Acting.call(actor, act::get);
  }

  /** Sends a file in and has it taken apart. */
  long stage(Actor actor, Intake.What what, byte[] bytes) {
    long id = as(actor, () -> intakes().stage(what, "bang.xlsx", bytes));
    worker().drain();
    return id;
  }

  Intake one(Actor actor, long id) {
    return as(actor, () -> intakes().one(id));
  }

  Job job(Actor actor, long id) {
    return as(actor, () -> mappings().job(intakes().one(id)).orElseThrow());
  }

  /** Has it read by the mapping the titles propose, unless the sender's is remembered. */
  Plan read(Actor actor, long id) {
    if (one(actor, id).reading() == null) {
      read(actor, id, as(actor, () -> mappings().propose(intakes().one(id), "", null)));
    }
    return planned(actor, id);
  }

  void read(Actor actor, long id, Mapping mapping) {
    Acting.as(actor, () -> mappings().read(intakes().one(id), mapping));
    worker().drain();
  }

  Plan planned(Actor actor, long id) {
    return as(actor, () -> intakes().plan(id));
  }

  int commit(Actor actor, long id, @Nullable String reason) {
    return as(actor, () -> intakes().commit(id, new Lowered(reason, Map.of())));
  }

  List<Plan.Line> lines(Actor actor, long id) {
    return preview(actor, id).lines();
  }

  Preview preview(Actor actor, long id) {
    return as(actor, () -> intakes().preview(id, IntakePlanStore.Asked.ALL, 100_000));
  }

  /** Names of a file nobody is sure of. */
  List<IntakeMatchStore.Question> questions(Actor actor, long id) {
    return preview(actor, id).questions();
  }

  /** What a file says of each project and pool: "1 CD-2020" to its figure in đồng. */
  Map<String, Long> said(Actor actor, long id) {
    Map<String, Long> said = new TreeMap<>();
    for (Plan.Line line : lines(actor, id)) {
      int at = line.project() == null ? -1 : NAMES.indexOf(line.project());
      said.merge(
          (at + 1) + " " + line.pool(),
          Objects.requireNonNullElse(line.money().said(), 0L),
          Long::sum);
    }
    return said;
  }

  /** What stands in the ledger of a project in a pool at the end of a day: outstanding, volume. */
  List<Long> stands(int project, String pool, LocalDate day) {
    return owner()
        .sql(
            """
            select l.outstanding, l.volume from capital.lines_on(:day, 2020) l
             where l.project_id = :project and l.pool_id = :pool
            """)
        .param("day", day)
        .param("project", projectId(project))
        .param("pool", pool(pool))
        .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
        .single();
  }

  /** A problem as a person reads it. */
  static String told(Problem problem) {
    return Texts.in(Language.VI).tell(problem);
  }

  static List<String> told(List<Problem> problems) {
    return problems.stream().map(IntakeWorld::told).toList();
  }

  @Override
  public void close() {
    province.close();
  }
}
