package vn.dondoc.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.agency.AgencyReference;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.cli.demo.capital.CapitalDemo;
import vn.dondoc.directive.Directives;
import vn.dondoc.identity.Accounts;
import vn.dondoc.identity.NewAccount;
import vn.dondoc.identity.OneTimePassword;
import vn.dondoc.identity.OpenedAccount;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.place.Places;
import vn.dondoc.publication.Figures;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.plan.Plans;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.target.Targets;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.reminder.Reminders;

/**
 * Tỉnh dùng thử: the demonstration province as it stood on 14 August 2020, loaded once.
 *
 * <p>Composed through the modules' doors, as a person would have done it; holds no rule.
 */
final class Demonstration {
  static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  private static final String STAND_ON =
      """
      insert into database.province_day (day) values (?)
      on conflict (only_row) do update set day = excluded.day
      """;

  private static final String SAMPLE = "thong-bao-mau.txt";

  /**
   * A seat somebody tries the program from.
   *
   * @param login what to type
   * @param name plainly nobody's
   * @param role code of the role
   * @param body the body it belongs to, as a text would write it
   * @param overPlace it sees the bodies within the body's place as well
   */
  private record Seat(
      String login, String name, String role, @Nullable String body, boolean overPlace) {}

  private static final List<Seat> SEATS =
      List.of(
          new Seat(
              "van-phong", "Cán bộ mẫu, Văn phòng", "van-phong-ubnd", "Văn phòng UBND tỉnh", false),
          new Seat("lanh-dao", "Lãnh đạo mẫu, UBND tỉnh", "lanh-dao-ubnd", "UBND tỉnh", false),
          new Seat(
              "ke-hoach", CapitalDemo.PLANNER, "ke-hoach-dau-tu", "Sở Kế hoạch và Đầu tư", false),
          new Seat(
              "thong-tin",
              "Cán bộ mẫu, Sở TT&TT",
              "so-nganh",
              "Sở Thông tin và Truyền thông",
              false),
          new Seat("kho-bac", CapitalDemo.TREASURER, "kho-bac", "Kho bạc Nhà nước tỉnh", false),
          new Seat("tai-chinh", "Cán bộ mẫu, Sở Tài chính", "so-nganh", "Sở Tài chính", false),
          new Seat("chu-dau-tu", "Cán bộ mẫu, Ban QLDA", "chu-dau-tu", "Ban QLDA mẫu 01", false),
          new Seat(
              "dieu-phoi",
              "Cán bộ mẫu, Văn phòng Điều phối",
              "van-phong-dieu-phoi",
              "Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh",
              false),
          new Seat(
              "huyen-chi-lang",
              "Cán bộ mẫu, huyện Chi Lăng",
              "cap-huyen",
              "UBND huyện Chi Lăng",
              true),
          new Seat("xa-y-tich", "Cán bộ mẫu, xã Y Tịch", "cap-xa", "UBND xã Y Tịch", true),
          new Seat("mat-tran", "Cán bộ mẫu, Mặt trận", "mat-tran", "Ủy ban MTTQ tỉnh", false),
          new Seat("kiem-tra", "Cán bộ mẫu, kiểm tra", "kiem-tra", null, false),
          new Seat("quan-tri", "Quản trị mẫu", "quan-tri", null, false));

  private static final Actor OPENER = Actor.system("Bản trình diễn");

  private Demonstration() {}

  /**
   * An account opened for whoever tries the program.
   *
   * @param login what to type
   * @param password good for one sign-in
   * @param role in Vietnamese, as the accounts page names it
   */
  record Account(String login, String password, String role) {}

  /** Loads the province, all but its accounts, into a migrated, empty database. */
  static void furnish(ApplicationContext application) {
    Consumer<LocalDate> standOn =
        day -> application.getBean(JdbcClient.class).sql(STAND_ON).param(day).update();
    standOn.accept(EarlierNotice.DAY);
    PlaceReference places = application.getBean(PlaceReference.class);
    places.load();
    places.loadDemonstration();
    application.getBean(AgencyReference.class).load();
    Acting.as(OPENER, () -> compose(application, standOn));
  }

  /**
   * Opens the accounts of a loaded province.
   *
   * @return one per role
   */
  static List<Account> openAccounts(
      ApplicationContext application, List<OneTimePassword> passwords) {
    Accounts accounts = application.getBean(Accounts.class);
    Bodies bodies = application.getBean(Bodies.class);
    Map<String, String> roles = Acting.call(OPENER, accounts::roles);
    List<Account> opened = new ArrayList<>();
    for (int n = 0; n < SEATS.size(); n++) {
      Seat seat = SEATS.get(n);
      OneTimePassword password = passwords.get(n);
      opened.add(Acting.call(OPENER, () -> open(seat, password, accounts, bodies, roles)));
    }
    return opened;
  }

  /** One for each seat. Digesting is slow on purpose and needs no database: begun before it. */
  static List<OneTimePassword> drawPasswords() {
    return SEATS.parallelStream().map(seat -> OneTimePassword.draw()).toList();
  }

  private static void compose(ApplicationContext application, Consumer<LocalDate> standOn) {
    // Two years of reports take a while and need nothing of the rest: they come in beside it.
    CompletableFuture<Void> reports =
        CompletableFuture.runAsync(
            () -> Acting.as(OPENER, () -> reportTwoYears(application)),
            // Not the common pool: it would wait on its own threads.
            task -> Thread.ofPlatform().name("two-years").start(task));
    application.getBean(Calendars.class).load();
    application.getBean(Reminders.class).loadLadder();
    EarlierNotice.letHappen(application, standOn);
    standOn.accept(DAY);
    application.getBean(Duties.class).advance();
    // Money stands by itself as well; some of its owners had work of the earlier notice.
    CompletableFuture<Void> money =
        CompletableFuture.runAsync(
            () -> Acting.as(OPENER, () -> CapitalDemo.letHappen(application, DAY)),
            task -> Thread.ofPlatform().name("money").start(task));
    application.getBean(Figures.class).recordAll("demo/facts.csv");
    receiveSample(application.getBean(Directives.class));
    application.getBean(Accounts.class).loadRoles("reference/identity/roles.csv");
    reports.join();
    money.join();
    EarlierNotice.orderStarts(application);
  }

  private static void reportTwoYears(ApplicationContext application) {
    Standards standards = application.getBean(Standards.class);
    standards.load();
    standards.loadDemonstration();
    application.getBean(Plans.class).load();
    RuralHistory.letHappen(
        application.getBean(Places.class), standards, application.getBean(Assessments.class));
    RuralTargets.set(application.getBean(Targets.class));
  }

  private static Account open(
      Seat seat,
      OneTimePassword password,
      Accounts accounts,
      Bodies bodies,
      Map<String, String> roles) {
    Body body =
        seat.body() == null
            ? null
            : bodies.resolve(seat.body(), DAY).bodies().stream().findFirst().orElse(null);
    OpenedAccount account =
        accounts.open(
            new NewAccount(
                seat.login(),
                seat.name(),
                seat.role(),
                body == null ? null : body.id(),
                body == null || !seat.overPlace() ? null : body.placeId()),
            password);
    // A domain that can never be written to (RFC 2606).
    accounts.reach(account.id(), account.login() + "@dondoc.invalid", true);
    return new Account(
        account.login(),
        account.oneTimePassword(),
        Objects.requireNonNullElse(roles.get(seat.role()), seat.role()));
  }

  /** The sample waits to be reviewed: the first thing to try. */
  private static void receiveSample(Directives directives) {
    try (InputStream sample =
        Objects.requireNonNull(
            Demonstration.class.getClassLoader().getResourceAsStream("demo/" + SAMPLE), SAMPLE)) {
      directives.receive(SAMPLE, sample.readAllBytes(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
