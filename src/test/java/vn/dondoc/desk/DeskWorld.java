package vn.dondoc.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/**
 * Ten tasks given on 1 August 2020, one for every group of the desk, as they stand on 14 August.
 *
 * @param province where they were given
 */
public record DeskWorld(Province province) {
  static final String OWN_PASSWORD = "mot cau that dai cua rieng toi";
  private static final Actor SYSTEM = Actor.system("test");

  public static DeskWorld in(Province province) {
    DeskWorld world = new DeskWorld(province);
    world.standOn(LocalDate.of(2020, 8, 1));
    int planning = world.id("Sở Kế hoạch và Đầu tư");
    int treasury = world.id("Kho bạc Nhà nước tỉnh");
    int finance = world.id("Sở Tài chính");
    int district = world.id("UBND huyện Chi Lăng");
    int commune = world.id("UBND xã Y Tịch");
    world.give("tổng hợp số liệu giải ngân", august(10), planning, treasury);
    world.give("báo cáo tiến độ khởi công mới", august(20), planning, null);
    world.give(
        "đề xuất phương án điều chuyển vốn", Due.by(LocalDate.of(2020, 9, 25)), planning, null);
    world.give("họp chuyên đề giải ngân", monthly(), planning, null);
    world.give("xử lý kiến nghị về điện nông thôn", soft(), planning, null);
    long reported = world.give("rà soát thủ tục đầu tư", august(31), planning, null);
    world.as(planning, reported, Deed.report(0, "Đã rà soát xong", "Báo cáo 41/BC-SKHĐT"));
    long done = world.give("gửi kế hoạch kiểm tra", august(12), planning, null);
    world.as(planning, done, Deed.report(0, "Đã gửi", "Kế hoạch 7/KH-SKHĐT"));
    Acting.as(world.office(), () -> world.duties().record(done, Deed.of(FactKind.CONFIRM, 1, "")));
    long asked = world.give("giải phóng mặt bằng", august(31), district, null);
    Deed extension =
        Deed.until(FactKind.ASK_EXTENSION, 0, LocalDate.of(2020, 9, 15), "Chờ giá đất");
    world.as(district, asked, extension);
    long handed = world.give("thẩm tra quyết toán", august(31), finance, null);
    world.as(finance, handed, Deed.handBack(0, planning, "Thuộc chức năng của Sở KH&ĐT"));
    world.give("lấy mẫu nước sinh hoạt", august(20), commune, null);
    world.standOn(LocalDate.of(2020, 8, 14));
    return world;
  }

  private static Due august(int day) {
    return Due.by(LocalDate.of(2020, 8, day));
  }

  private static Due monthly() {
    return new Due(
        Due.Kind.RECURRING, null, null, Due.Op.BY, "month", 25, null, null, null, null, false);
  }

  private static Due soft() {
    return new Due(
        Due.Kind.SOFT, null, null, null, null, null, null, null, null, "khẩn trương", false);
  }

  /** Gives a task; the id of the lead's duty. */
  long give(String action, Due due, int lead, @Nullable Integer helper) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(lead, Party.Part.LEAD, "chủ trì"));
    if (helper != null) {
      parties.add(new Party(helper, Party.Part.COORDINATE, "phối hợp"));
    }
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, action, List.of("3", "b")),
            1,
            new Wording(action, action, null, null),
            due,
            parties);
    long id = Acting.call(SYSTEM, () -> province.server().door(Tasks.class).create(task));
    return Acting.call(SYSTEM, () -> duties().ofTasks(List.of(id))).stream()
        .filter(duty -> duty.part() == Party.Part.LEAD)
        .map(Duty::id)
        .findFirst()
        .orElseThrow();
  }

  Duties duties() {
    return province.server().door(Duties.class);
  }

  int id(String name) {
    return province.body(name).id();
  }

  private void as(int body, long duty, Deed deed) {
    Set<String> rights = Set.of("task.read", "task.report");
    Actor doer = new Actor(900 + body, "mẫu", rights, false, List.of(body), List.of());
    Acting.as(doer, () -> duties().record(duty, deed));
  }

  private Actor office() {
    List<Integer> own = List.of(id("Văn phòng UBND tỉnh"));
    return new Actor(800, "mẫu", Set.of("task.read", "task.confirm"), true, own, List.of());
  }

  void standOn(LocalDate day) {
    JdbcClient.create(province.server().database().owner())
        .sql("update database.province_day set day = :day")
        .param("day", day)
        .update();
  }

  /** Somebody of this login, signed in. */
  public WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login), login);
    person.signIn(login, password);
    if (!password.equals(OWN_PASSWORD)) {
      person.change(password, OWN_PASSWORD);
      province.passwords().put(login, OWN_PASSWORD);
    }
    return person;
  }
}
