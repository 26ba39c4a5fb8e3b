package vn.dondoc.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.agency.AgencyReference;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.review.CapitalRules;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.identity.Accounts;
import vn.dondoc.identity.NewAccount;
import vn.dondoc.identity.OpenedAccount;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.task.life.Calendars;

/**
 * The named test world: the province of August 2020 with its places, bodies and one account a seat.
 *
 * @param server the running server
 * @param passwords one-time password by login
 */
public record Province(Server server, Map<String, String> passwords) implements AutoCloseable {
  private static final String OWN_PASSWORD = "mot cau that dai cua rieng toi";

  private static final LocalDate DAY = LocalDate.of(2020, 8, 14);

  /** The province on the day of its conference. */
  public static Province ofAugust2020() {
    return ofAugust2020(Server.start(TestDatabase.ofProvince()));
  }

  /** The same with its sample year of public investment. */
  public static Province ofSampleYear() {
    return ofAugust2020(Server.start(TestDatabase.ofSampleYear()));
  }

  /** The same on a server of one's own, loaded into its database unless that holds it already. */
  public static Province ofAugust2020(Server server) {
    Map<String, String> held = server.database().passwords();
    return new Province(server, new LinkedHashMap<>(held == null ? load(server) : held));
  }

  /** Fills an empty database. Returns the one-time passwords by login. */
  static Map<String, String> load(Server server) {
    JdbcClient.create(server.database().owner())
        .sql("insert into database.province_day (day) values ('2020-08-14')")
        .update();
    server.door(PlaceReference.class).load();
    server.door(AgencyReference.class).load();
    Province province = new Province(server, new LinkedHashMap<>());
    Acting.as(Actor.system("test"), province::openAccounts);
    Acting.as(Actor.system("test"), () -> server.door(Calendars.class).load());
    Acting.as(Actor.system("test"), () -> server.door(Standards.class).load());
    Acting.as(Actor.system("test"), () -> server.door(ProjectReference.class).load());
    Acting.as(Actor.system("test"), () -> server.door(Sources.class).load());
    Acting.as(Actor.system("test"), () -> server.door(Rates.class).load());
    Acting.as(Actor.system("test"), () -> server.door(CapitalRules.class).load());
    return province.passwords();
  }

  private void openAccounts() {
    server.door(Accounts.class).loadRoles("reference/identity/roles.csv");
    open("van-phong", "Văn phòng một", "van-phong-ubnd", "Văn phòng UBND tỉnh");
    open("van-phong-hai", "Văn phòng hai", "van-phong-ubnd", "Văn phòng UBND tỉnh");
    open("lanh-dao", "Lãnh đạo mẫu", "lanh-dao-ubnd", "UBND tỉnh");
    open("ke-hoach", "Sở KH&ĐT mẫu", "ke-hoach-dau-tu", "Sở Kế hoạch và Đầu tư");
    open("thong-tin", "Sở TT&TT mẫu", "so-nganh", "Sở Thông tin và Truyền thông");
    open("kho-bac", "Kho bạc mẫu", "kho-bac", "Kho bạc Nhà nước tỉnh");
    open("chu-dau-tu", "Chủ đầu tư mẫu", "chu-dau-tu", "Ban Quản lý dự án đầu tư xây dựng tỉnh");
    open(
        "dieu-phoi",
        "Văn phòng Điều phối mẫu",
        "van-phong-dieu-phoi",
        "Văn phòng Điều phối nông thôn mới tỉnh");
    open("huyen-chi-lang", "Huyện Chi Lăng mẫu", "cap-huyen", "UBND huyện Chi Lăng");
    open("xa-y-tich", "Xã Y Tịch mẫu", "cap-xa", "UBND xã Y Tịch");
    open("mat-tran", "Mặt trận mẫu", "mat-tran", "Ủy ban MTTQ tỉnh");
    open("kiem-tra", "Kiểm tra mẫu", "kiem-tra", "Thanh tra tỉnh");
    open("quan-tri", "Quản trị mẫu", "quan-tri", "Văn phòng UBND tỉnh");
  }

  private void open(String login, String name, String role, String bodyName) {
    Body body = body(bodyName);
    // A locality sees the bodies within its place too; a department only its own.
    Integer place = role.startsWith("cap-") ? body.placeId() : null;
    OpenedAccount account =
        server.door(Accounts.class).open(new NewAccount(login, name, role, body.id(), place));
    passwords.put(login, account.oneTimePassword());
  }

  /** A body of the province by one of its names. */
  public Body body(String name) {
    return server.door(Bodies.class).resolve(name, DAY).bodies().getFirst();
  }

  public String address(String path) {
    return server.address(path);
  }

  /** A person signs in for the first time and sets a password of their own. */
  public Page signIn(BrowserContext person, String login) {
    Page page = person.newPage();
    page.navigate(address("/dang-nhap"));
    page.fill("#login", login);
    page.fill("#password", Objects.requireNonNull(passwords.get(login), login));
    page.locator("main button[type=submit]").click();
    if (page.url().endsWith("/doi-mat-khau")) {
      page.fill("#old", passwords.get(login));
      page.fill("#fresh", OWN_PASSWORD);
      page.fill("#again", OWN_PASSWORD);
      page.locator("main form button[type=submit]").click();
      passwords.put(login, OWN_PASSWORD);
    }
    return page;
  }

  @Override
  public void close() {
    server.close();
  }
}
