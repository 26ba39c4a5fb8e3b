package vn.dondoc.capital.cockpit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.clearance.Clearances;
import vn.dondoc.web.Asked;

/**
 * A small world whose rates can be worked out by hand: a road of the province's board with money of
 * the year and money carried over, a school of another board that spent nothing, a market of the
 * district from a national programme.
 *
 * @param world the province and its register
 * @param road đường mẫu: 60 of the local balance, 10 carried from 2019
 * @param school trường mẫu: 30 of the local balance, in two districts
 * @param market chợ mẫu: 40 of the New Rural programme
 * @param papers how many documents were written
 */
record CockpitWorld(
    ProjectWorld world, Project road, Project school, Project market, AtomicLong papers)
    implements AutoCloseable {
  static final LocalDate DAY = ProjectWorld.DAY;
  static final long BILLION = 1_000_000_000L;
  static final String ROAD = "Đường mẫu 01 qua huyện Chi Lăng";
  static final String SCHOOL = "Trường mẫu 02";
  static final String MARKET = "Chợ mẫu 03 xã Y Tịch";

  /**
   * A project with its lines.
   *
   * @param id dự án
   * @param line of this year
   * @param carried carried from the year before; null for none
   * @param before of the year before; null for none
   */
  record Project(long id, long line, @Nullable Long carried, @Nullable Long before) {}

  static CockpitWorld start() {
    return in(ProjectWorld.start());
  }

  static CockpitWorld in(ProjectWorld world) {
    return Acting.call(ProjectWorld.SYSTEM, () -> build(world));
  }

  private static CockpitWorld build(ProjectWorld world) {
    Pool.Ring local = Pool.Ring.of("NSDP.CD", "province");
    int year = pool(world, "CD-2020", local, 2020, Vintage.THIS_YEAR);
    int carried = pool(world, "CD-2020-KD", local, 2020, Vintage.CARRIED);
    int before = pool(world, "CD-2019", local, 2019, Vintage.THIS_YEAR);
    int rural =
        pool(world, "NTM-2020", Pool.Ring.of("NSTW.MTQG.NTM", "central"), 2020, Vintage.THIS_YEAR);
    long road = project(world, ROAD, ProjectWorld.BOARD, "giao-thong", "huyện Chi Lăng");
    long school =
        project(
            world, SCHOOL, ProjectWorld.OTHER_BOARD, "giao-duc", "huyện Chi Lăng", "huyện Cao Lộc");
    long market = project(world, MARKET, "UBND huyện Chi Lăng", "khac", "huyện Chi Lăng");
    Ledger ledger = world.door(Ledger.class);
    CockpitWorld made =
        new CockpitWorld(
            world,
            new Project(
                road,
                ledger.line(road, year),
                ledger.line(road, carried),
                ledger.line(road, before)),
            new Project(school, ledger.line(school, year), null, null),
            new Project(market, ledger.line(market, rural), null, null),
            new AtomicLong());
    made.plan(List.of(year, carried, before, rural));
    made.spend();
    return made;
  }

  static int pool(ProjectWorld world, String code, Pool.Ring ring, int year, Vintage vintage) {
    return world
        .door(Sources.class)
        .open(
            new NewPool(
                code,
                "Nhóm vốn mẫu " + code,
                ring,
                year,
                vintage,
                vintage == Vintage.CARRIED ? year - 1 : year,
                LocalDate.of(year, 1, 1),
                Term.until(LocalDate.of(year + 1, 1, 31), LocalDate.of(year, 12, 31))));
  }

  private static long project(
      ProjectWorld world, String name, String owner, String sector, String... places) {
    ProjectFacts facts = world.facts(name, null, world.body(owner), places);
    ProjectFacts own =
        new ProjectFacts(
            facts.codes(),
            facts.name(),
            facts.ownerId(),
            new ProjectFacts.Classing("tinh", "xay-dung", "C", sector),
            facts.time(),
            facts.capacity(),
            facts.places());
    LocalDate february = LocalDate.of(2020, 2, 1);
    long id =
        world
            .projects()
            .register(
                new NewProject(
                    own,
                    "da-quyet-dinh",
                    sector.equals("khac") ? "khoi-cong-moi" : "chuyen-tiep",
                    false),
                february);
    world
        .projects()
        .decide(id, world.investment("QĐ mẫu " + id, LocalDate.of(2018, 6, 1), 900), february);
    return id;
  }

  /** Plan: 2020 local 60 + 30 of 100, carried 10, rural 40 of 50; 2019 local 50. */
  private void plan(List<Integer> pools) {
    LocalDate january = LocalDate.of(2020, 1, 10);
    LocalDate year2019 = LocalDate.of(2019, 1, 10);
    assign(january, pools.get(0), Voucher.Authority.PROVINCE, 100);
    assign(january, pools.get(1), Voucher.Authority.PROVINCE, 10);
    assign(year2019, pools.get(2), Voucher.Authority.PROVINCE, 50);
    assign(january, pools.get(3), Voucher.Authority.PM, 50);
    allocate(january, road.line(), 60);
    allocate(january, school.line(), 30);
    allocate(january, market.line(), 40);
    allocate(january, Objects.requireNonNull(road.carried()), 10);
    allocate(year2019, Objects.requireNonNull(road.before()), 50);
  }

  /**
   * By 14 August the road has an advance of 6 outstanding and 21 of volume, 5 of it in August; of
   * what was carried 6 were paid and 1 came back in August; the market had 8 in August; in 2019 it
   * was 20 by then.
   */
  private void spend() {
    post(EntryKind.ADVANCE, road.line(), LocalDate.of(2020, 3, 15), 10);
    post(EntryKind.PAYMENT, road.line(), LocalDate.of(2020, 6, 20), 12);
    post(EntryKind.RECOVER, road.line(), LocalDate.of(2020, 6, 20), 4);
    post(EntryKind.PAYMENT, road.line(), LocalDate.of(2020, 8, 5), 5);
    long carried = Objects.requireNonNull(road.carried());
    post(EntryKind.PAYMENT, carried, LocalDate.of(2020, 7, 1), 6);
    post(EntryKind.REFUND, carried, LocalDate.of(2020, 8, 3), 1);
    post(EntryKind.PAYMENT, market.line(), LocalDate.of(2020, 8, 10), 8);
    long before = Objects.requireNonNull(road.before());
    post(EntryKind.PAYMENT, before, LocalDate.of(2019, 8, 1), 20);
    post(EntryKind.PAYMENT, before, LocalDate.of(2019, 9, 20), 10);
  }

  void assign(LocalDate day, int pool, Voucher.Authority authority, long billions) {
    write(day, Voucher.Row.assign(pool, authority, billions * BILLION));
  }

  private void allocate(LocalDate day, long line, long billions) {
    write(day, Voucher.Row.of(EntryKind.ALLOCATE, line, billions * BILLION));
    write(day, Voucher.Row.of(EntryKind.ENTER, line, billions * BILLION));
  }

  void post(EntryKind kind, long line, LocalDate day, long billions) {
    write(day, Voucher.Row.of(kind, line, billions * BILLION));
  }

  /** Books a row on its own day, as a load of history does. */
  void write(LocalDate day, Voucher.Row row) {
    Voucher.Paper paper =
        Voucher.Paper.of("Kho bạc mẫu", "CT", "M" + papers.incrementAndGet(), day);
    Acting.call(
        ProjectWorld.SYSTEM,
        () -> world.door(Ledger.class).post(Posting.ofLoad(day), List.of(Voucher.of(paper, row))));
  }

  /** What an owner says of a line in August. */
  void report(long line, long disbursed, @Nullable Long work, @Nullable String blocker) {
    world
        .owner()
        .sql(
            """
            insert into capital.owner_report (line_id, month, kind, step, disbursed_vnd, work_done_vnd,
                                              blocker, on_day, by_account, by_name)
            values (:line, '2020-08-01', 'estimate',
                    1 + (select count(*) from capital.owner_report where line_id = :line),
                    :disbursed, :work, :blocker, '2020-08-12', -1, 'mẫu')
            """)
        .param("line", line)
        .param("disbursed", disbursed * BILLION)
        .param("work", work == null ? null : work * BILLION, java.sql.Types.BIGINT)
        .param("blocker", blocker, java.sql.Types.VARCHAR)
        .update();
  }

  /** The road's site is blocked since a day. */
  void block(LocalDate since) {
    Acting.as(
        ProjectWorld.SYSTEM,
        () ->
            world
                .door(Clearances.class)
                .open(
                    road.id(),
                    world.unit("huyện Chi Lăng"),
                    "",
                    new Clearance.State(
                        "kiem-dem",
                        new Clearance.Area(10_000, 0),
                        new Clearance.Households(20, 0, 0),
                        new Clearance.Money(5 * BILLION, 0),
                        new Clearance.Blocker("gia-dat-cham", null),
                        world.body("UBND huyện Chi Lăng"),
                        LocalDate.of(2020, 9, 1)),
                    since));
  }

  /** As an address asks, seen by the system. */
  Cockpit.Found found(Dimension by, Map<String, String> asked) {
    return Acting.call(ProjectWorld.SYSTEM, () -> world.door(Cockpit.class).of(filter(asked), by));
  }

  CockpitFilter filter(Map<String, String> asked) {
    return Acting.call(
        ProjectWorld.SYSTEM, () -> world.door(Questions.class).read(Asked.of(asked)));
  }

  Rates rates() {
    return world.door(Rates.class);
  }

  @Override
  public void close() {
    world.close();
  }
}
