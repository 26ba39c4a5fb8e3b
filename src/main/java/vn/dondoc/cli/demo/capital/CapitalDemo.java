package vn.dondoc.cli.demo.capital;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import vn.dondoc.capital.ledger.Carry;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.ledger.Ledger;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.rate.RateTargets;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.review.CapitalRules;
import vn.dondoc.capital.source.Ceiling;
import vn.dondoc.capital.source.NewPool;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.capital.source.Term;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;

/**
 * Vốn đầu tư công năm 2020 của tỉnh dùng thử: 46 owners, 320 projects, twelve pools that add up to
 * 3,260.6 billion, and what was paid by 14 August. The sum is the notice's; all else is
 * illustrative.
 */
public final class CapitalDemo {
  /** Who plans, as the accounts of the demonstration call it. */
  public static final String PLANNER = "Cán bộ mẫu, Sở KH&ĐT";

  /** Who pays. */
  public static final String TREASURER = "Cán bộ mẫu, Kho bạc";

  private static final LocalDate ASSIGNED = LocalDate.of(2019, 12, 20);
  private static final int REST = 0;
  private static final SortedMap<LocalDate, Integer> QUARTERS =
      new TreeMap<>(
          Map.of(
              LocalDate.of(2019, 3, 25),
              15,
              LocalDate.of(2019, 6, 25),
              25,
              LocalDate.of(2019, 9, 25),
              30,
              LocalDate.of(2019, 11, 20),
              REST));
  private static final LocalDate ENTERED = LocalDate.of(2020, 1, 6);
  private static final LocalDate CARRIED = LocalDate.of(2020, 2, 20);
  private static final LocalDate ADDED = LocalDate.of(2020, 7, 1);
  private static final LocalDate CLOSED = LocalDate.of(2020, 6, 30);
  private static final String PROVINCE = "UBND tỉnh (số liệu mẫu)";
  private static final String PRIME_MINISTER = "Thủ tướng Chính phủ (số liệu mẫu)";
  private static final long UNALLOCATED = 45_000_000_000L;
  private static final int PAID_BEFORE = 60;
  private static final int WHOLE = 100;
  private static final long TARGET = 60;

  private final ApplicationContext application;
  private final Sources sources;
  private final Ledger ledger;
  private final SamplePayments payments = new SamplePayments();
  private final Map<Integer, Long> projects = new HashMap<>();
  private int papers;

  private CapitalDemo(ApplicationContext application) {
    this.application = application;
    this.sources = application.getBean(Sources.class);
    this.ledger = application.getBean(Ledger.class);
  }

  /** Lets the year happen up to a day. */
  public static void letHappen(ApplicationContext application, LocalDate day) {
    application.getBean(ProjectReference.class).load();
    application.getBean(Sources.class).load();
    application.getBean(Rates.class).load();
    application.getBean(CapitalRules.class).load();
    CapitalDemo demo = new CapitalDemo(application);
    SamplePlan plan = SamplePlan.draw(SamplePool.all());
    demo.projects.putAll(new SampleRegister(application, day).register(plan));
    plan.lines().forEach(demo::fund);
    demo.limit(plan);
    demo.payments.months().forEach((month, vouchers) -> demo.pay(month, vouchers, day));
    demo.build(plan);
    new SampleReports(application).say();
    demo.aim();
    demo.close();
  }

  /** One person proposes to close and another signs, as the ledger wants it of people. */
  private void close() {
    Closings closings = application.getBean(Closings.class);
    long proposed =
        Acting.call(
            Actor.system(PLANNER),
            () -> closings.propose(CLOSED, "Khóa sổ sáu tháng đầu năm (minh hoạ)"));
    Acting.as(Actor.system(TREASURER), () -> closings.sign(proposed));
  }

  /** The notice says sixty percent, of what and by when it does not: that stays an assumption. */
  private void aim() {
    RateTargets targets = application.getBean(RateTargets.class);
    targets.set(
        targets.assumption(
            ENTERED.getYear(),
            BigDecimal.valueOf(TARGET),
            "bảo đảm tỷ lệ giải ngân chung của tỉnh đạt 60% trở lên",
            "Thông báo kết luận tháng 8/2020 (văn bản mẫu)"),
        0,
        true,
        null);
  }

  private void fund(SamplePool pool, List<SampleLine> lines) {
    Map<SampleLine, Long> opened = pool.carried() ? carry(pool, lines) : give(pool, lines);
    opened.forEach((line, id) -> payments.pay(id, line, pool.carried()));
  }

  private Map<SampleLine, Long> give(SamplePool pool, List<SampleLine> lines) {
    boolean late = pool.paidPermille() == 0;
    int id =
        sources.open(
            NewPool.ofYear(
                pool.code(),
                pool.name(),
                pool.ring(),
                LocalDate.of(2019, 12, 1),
                Term.until(LocalDate.of(2021, 1, 31), LocalDate.of(2020, 12, 31))));
    boolean extra = pool.code().equals("CD-2020");
    LocalDate on = late ? ADDED : ASSIGNED;
    post(on, assigned(on, id, pool.authority(), pool.planVnd()));
    if (extra) {
      post(on, assigned(on, id, Voucher.Authority.PROVINCE, UNALLOCATED));
    }
    Map<SampleLine, Long> opened = open(id, lines);
    book(opened, EntryKind.ALLOCATE, late ? ADDED : LocalDate.of(2019, 12, 31));
    book(opened, EntryKind.ENTER, late ? ADDED.plusDays(6) : ENTERED);
    return opened;
  }

  /** What was not paid in 2019 goes on, in a pool of its own. */
  private Map<SampleLine, Long> carry(SamplePool pool, List<SampleLine> lines) {
    LocalDate begins = LocalDate.of(2019, 1, 2);
    String code = pool.code().replace("-KD", "");
    int old =
        sources.open(
            NewPool.ofYear(
                code,
                pool.name().replace(" kéo dài sang 2020", ""),
                pool.ring(),
                begins,
                Term.until(LocalDate.of(2020, 1, 31), LocalDate.of(2019, 12, 31))));
    long whole = lines.stream().mapToLong(CapitalDemo::before).sum();
    post(begins, assigned(begins, old, pool.authority(), whole));
    List<Voucher.Row> allocated = new ArrayList<>();
    List<Voucher.Row> entered = new ArrayList<>();
    Map<Long, Long> paid = new LinkedHashMap<>();
    List<Transfer.Share> shares = new ArrayList<>();
    for (SampleLine line : lines) {
      long id = ledger.line(project(line), old);
      allocated.add(Voucher.Row.of(EntryKind.ALLOCATE, id, before(line)));
      entered.add(Voucher.Row.of(EntryKind.ENTER, id, before(line)));
      paid.put(id, before(line) - line.planVnd());
      shares.add(new Transfer.Share(id, line.planVnd()));
    }
    post(begins, new Voucher(paper(begins), allocated));
    post(begins.plusDays(7), new Voucher(paper(begins.plusDays(7)), entered));
    payIn2019(paid);
    int next =
        sources.open(
            new NewPool(
                pool.code(),
                pool.name(),
                pool.ring(),
                2020,
                Vintage.CARRIED,
                2019,
                LocalDate.of(2020, 1, 1),
                Term.until(LocalDate.of(2020, 12, 31), LocalDate.of(2020, 12, 31))));
    ledger.carry(
        Posting.ofLoad(CARRIED),
        new Carry(
            paper(CARRIED), old, next, "force_majeure", PROVINCE, "Kéo dài minh hoạ", shares));
    Map<SampleLine, Long> opened = open(next, lines);
    book(opened, EntryKind.ENTER, CARRIED.plusDays(5));
    return opened;
  }

  /** What was paid of the year before, in the quarters of that year. */
  private void payIn2019(Map<Long, Long> paid) {
    Map<Long, Long> left = new LinkedHashMap<>(paid);
    QUARTERS.forEach((on, percent) -> {
      List<Voucher.Row> rows = new ArrayList<>();
      paid.forEach((line, whole) -> {
        long part =
            percent == REST ? Objects.requireNonNull(left.get(line)) : whole / 100 * percent;
        left.merge(line, -part, Long::sum);
        rows.add(Voucher.Row.of(EntryKind.PAYMENT, line, part));
      });
      post(on, new Voucher(paper(on), rows));
    });
  }

  private static long before(SampleLine line) {
    return line.planVnd() / (WHOLE - PAID_BEFORE) * WHOLE;
  }

  private Map<SampleLine, Long> open(int pool, List<SampleLine> lines) {
    Map<SampleLine, Long> opened = new LinkedHashMap<>();
    lines.forEach(line -> opened.put(line, ledger.line(project(line), pool)));
    return opened;
  }

  private void book(Map<SampleLine, Long> lines, EntryKind kind, LocalDate on) {
    List<Voucher.Row> rows = new ArrayList<>();
    lines.forEach((line, id) -> rows.add(Voucher.Row.of(kind, id, line.planVnd())));
    post(on, new Voucher(paper(on), rows));
  }

  private void limit(SamplePlan plan) {
    List<Ceiling> ceilings = new ArrayList<>();
    plan.lines()
        .forEach((pool, lines) ->
            lines.stream()
                .filter(line -> !pool.carried())
                .forEach(line ->
                    ceilings.add(
                        new Ceiling(
                            project(line),
                            pool.ring().source(),
                            2016,
                            2020,
                            line.planVnd() * 3,
                            "Kế hoạch trung hạn mẫu"))));
    sources.limit(ceilings);
  }

  private void pay(YearMonth month, List<Voucher> vouchers, LocalDate day) {
    LocalDate end = month.atEndOfMonth();
    ledger.post(Posting.ofLoad(end.isAfter(day) ? day : end), vouchers);
  }

  private void build(SamplePlan plan) {
    SampleWorks works = new SampleWorks(application);
    Map<Long, Project> known = new HashMap<>();
    application.getBean(Projects.class).find(projects.values()).forEach(p -> known.put(p.id(), p));
    for (SampleProject project : plan.projects()) {
      long id = id(project);
      long paid =
          plan.lines().values().stream()
              .flatMap(List::stream)
              .filter(line -> line.project().equals(project))
              .mapToLong(SampleLine::paidVnd)
              .sum();
      int place = Objects.requireNonNull(known.get(id)).facts().places().getFirst();
      works.tell(project, id, plan.planVnd(project), paid, place);
    }
  }

  private long project(SampleLine line) {
    return id(line.project());
  }

  private long id(SampleProject project) {
    return Objects.requireNonNull(projects.get(project.number()));
  }

  private void post(LocalDate on, Voucher voucher) {
    ledger.post(Posting.ofLoad(on), List.of(voucher));
  }

  /** Whoever assigns it signs it. */
  private Voucher assigned(LocalDate on, int pool, Voucher.Authority by, long vnd) {
    String issuer = by == Voucher.Authority.PM ? PRIME_MINISTER : PROVINCE;
    return Voucher.of(paper(issuer, on), Voucher.Row.assign(pool, by, vnd));
  }

  private Voucher.Paper paper(LocalDate on) {
    return paper(PROVINCE, on);
  }

  private Voucher.Paper paper(String issuer, LocalDate on) {
    papers++;
    return new Voucher.Paper(issuer, "QĐ-MẪU", Integer.toString(papers), on, "Số liệu minh hoạ");
  }
}
