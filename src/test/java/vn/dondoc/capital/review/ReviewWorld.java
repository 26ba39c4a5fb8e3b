package vn.dondoc.capital.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
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
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.NewDecision;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * The province of August 2020 with pools, lines and what was paid from them; every test takes lines
 * of its own.
 *
 * @param projects the world of projects
 * @param papers how many documents were written
 */
public record ReviewWorld(ProjectWorld projects, AtomicInteger papers) implements AutoCloseable {
  public static final LocalDate DAY = ProjectWorld.DAY;
  public static final long BILLION = 1_000_000_000L;
  public static final String LOCAL = "NSDP.CD-2020";
  public static final String CENTRAL = "NSTW.NTM-2020";

  /** A province of its own, its rules loaded. */
  public static ReviewWorld start() {
    return in(ProjectWorld.start());
  }

  /** Rules, sources and two pools in this province. */
  public static ReviewWorld in(Province province) {
    return in(new ProjectWorld(province));
  }

  private static ReviewWorld in(ProjectWorld projects) {
    ReviewWorld world = new ReviewWorld(projects, new AtomicInteger());
    asSystem(() -> {
      world.door(Sources.class).load();
      world.door(CapitalRules.class).load();
      world.open(LOCAL, "Cân đối ngân sách địa phương 2020", "NSDP.CD", "province", 2020);
      world.open(CENTRAL, "Nông thôn mới 2020", "NSTW.MTQG.NTM", "central", 2020);
      return null;
    });
    return world;
  }

  /** A pool of a year, to be paid from until 31 January. */
  public int open(String code, String name, String source, String tier, int year) {
    return asSystem(() ->
        door(Sources.class)
            .open(
                NewPool.ofYear(
                    code,
                    name,
                    Pool.Ring.of(source, tier),
                    LocalDate.of(year, 1, 1),
                    Term.until(LocalDate.of(year + 1, 1, 31), LocalDate.of(year, 12, 31)))));
  }

  public <T> T door(Class<T> type) {
    return projects.door(type);
  }

  /** An owner that may report. */
  public static Actor reporting(Actor owner) {
    return with(owner, "capital.read", "capital.report");
  }

  /** The planning department. */
  public Actor planning() {
    return with(projects.planning(), "capital.read", "capital.plan");
  }

  private static Actor with(Actor actor, String... rights) {
    List<String> all = new ArrayList<>(actor.rights());
    all.addAll(List.of(rights));
    return new Actor(
        actor.accountId(), actor.name(), Set.copyOf(all), false, actor.bodies(), actor.places());
  }

  /** Ban QLDA tỉnh. */
  public Actor board() {
    return reporting(projects.board());
  }

  /** Another owner. */
  public Actor otherBoard() {
    return reporting(projects.otherBoard());
  }

  /**
   * A project decided at a thousand billion, with a line in a pool and a plan entered for payment.
   */
  public long line(String name, String owner, String pool, long planVnd) {
    return line(project(name, owner, null), pool, planVnd, LocalDate.of(2020, 1, 15));
  }

  public long project(String name, String owner, @Nullable String yearClass) {
    return project(name, owner, yearClass, "huyện Chi Lăng");
  }

  public long project(String name, String owner, @Nullable String yearClass, String place) {
    long project =
        projects.register(projects.facts(name, null, projects.body(owner), place), yearClass);
    asSystem(() ->
        projects
            .projects()
            .decide(
                project,
                projects.investment(
                    "QĐ mẫu " + papers.incrementAndGet(), LocalDate.of(2020, 1, 2), 1_000),
                LocalDate.of(2020, 2, 1)));
    return project;
  }

  /** A line of a project, its plan assigned, allocated and entered on a day. */
  public long line(long project, String pool, long planVnd, LocalDate on) {
    return asSystem(() -> {
      Pool of = door(Sources.class).pool(pool);
      long line = ledger().line(project, of.id());
      post(on, Voucher.Row.assign(of.id(), Voucher.Authority.PROVINCE, planVnd));
      post(on, Voucher.Row.of(EntryKind.ALLOCATE, line, planVnd));
      post(on, Voucher.Row.of(EntryKind.ENTER, line, planVnd));
      return line;
    });
  }

  /** Assigns plan to a pool that no line has yet. */
  public void assign(String pool, long vnd) {
    asSystem(() -> {
      Pool of = door(Sources.class).pool(pool);
      post(LocalDate.of(2020, 1, 15), Voucher.Row.assign(of.id(), Voucher.Authority.PROVINCE, vnd));
      return null;
    });
  }

  /** Adds plan to a line. */
  public void add(long line, String pool, LocalDate on, long vnd) {
    asSystem(() -> {
      Pool of = door(Sources.class).pool(pool);
      post(on, Voucher.Row.assign(of.id(), Voucher.Authority.PROVINCE, vnd));
      post(on, Voucher.Row.of(EntryKind.ALLOCATE, line, vnd));
      return null;
    });
  }

  /** The Treasury's rows of a line on a day. */
  public void book(EntryKind kind, long line, LocalDate on, long vnd) {
    asSystem(() -> {
      post(on, Voucher.Row.of(kind, line, vnd));
      return null;
    });
  }

  /** Lowers the plan of a line, and what is entered of it, by a document, as a page does. */
  public void lower(long line, Voucher.Paper paper, long vnd) {
    List<Voucher.Row> rows =
        List.of(
            Voucher.Row.less(EntryKind.ENTER, line, vnd),
            Voucher.Row.less(EntryKind.ADJUST, line, vnd));
    Acting.as(
        planning(),
        () -> ledger().post(Posting.ofPage(null, "điều chỉnh"), List.of(new Voucher(paper, rows))));
  }

  private void post(LocalDate on, Voucher.Row row) {
    ledger()
        .post(
            Posting.ofLoad(on),
            List.of(
                Voucher.of(
                    Voucher.Paper.of("Nơi phát hành mẫu", "M", "CT" + papers.incrementAndGet(), on),
                    row)));
  }

  public Ledger ledger() {
    return door(Ledger.class);
  }

  /** A project finally settled. */
  public void settle(long project, LocalDate signed, long vnd) {
    asSystem(() ->
        projects
            .projects()
            .decide(
                project,
                new NewDecision("settlement", "QT mẫu", signed, "UBND tỉnh", vnd, "Quyết toán mẫu"),
                signed));
  }

  public static <T> T asSystem(Supplier<T> act) {
    return Acting.call(ProjectWorld.SYSTEM, act::get);
  }

  /** The sentences of a refusal, in Vietnamese; there is one in English as well. */
  public static List<String> told(Actor actor, ThrowingCallable act) {
    List<String> told = new ArrayList<>();
    Acting.as(
        actor,
        () -> {
          try {
            act.call();
          } catch (Refusal refusal) {
            refusal
                .problems()
                .forEach(problem -> {
                  told.add(Texts.in(Language.VI).tell(problem));
                  Texts.in(Language.EN).tell(problem);
                });
          } catch (Throwable other) {
            throw new AssertionError(other);
          }
        });
    return told;
  }

  @Override
  public void close() {
    projects.close();
  }
}
