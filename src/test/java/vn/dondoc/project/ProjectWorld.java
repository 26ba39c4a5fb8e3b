package vn.dondoc.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;

/**
 * The province of August 2020 with the people of public investment.
 *
 * @param province the running province
 */
public record ProjectWorld(Province province) implements AutoCloseable {
  public static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  public static final Actor SYSTEM = Actor.system("test");
  public static final String BOARD = "Ban Quản lý dự án đầu tư xây dựng tỉnh";
  public static final String OTHER_BOARD = "Ban Quản lý xây dựng và bảo trì hạ tầng giao thông";
  private static final Set<String> OWN = Set.of(Projects.READ, Projects.EDIT, Projects.REGISTER);
  private static final long BILLION = 1_000_000_000L;

  /** A province of its own. */
  public static ProjectWorld start() {
    return new ProjectWorld(Province.ofAugust2020(Server.start()));
  }

  /** Ban QLDA tỉnh: owns projects. */
  public Actor board() {
    return owner(301, BOARD);
  }

  /** Another owner. */
  public Actor otherBoard() {
    return owner(302, OTHER_BOARD);
  }

  private Actor owner(long account, String body) {
    return new Actor(account, body + " mẫu", OWN, false, List.of(body(body)), List.of());
  }

  /** Sở Kế hoạch và Đầu tư: sees and writes every project. */
  public Actor planning() {
    return new Actor(
        303,
        "Sở KH&ĐT mẫu",
        Set.of(
            Projects.READ,
            Projects.EDIT,
            Projects.EDIT_ANY,
            Projects.REGISTER,
            "project.rule",
            "task.read"),
        false,
        List.of(body("Sở Kế hoạch và Đầu tư")),
        List.of());
  }

  /** Kho bạc: sees every project, writes none. */
  public Actor treasury() {
    return new Actor(
        304,
        "Kho bạc mẫu",
        Set.of(Projects.READ),
        false,
        List.of(body("Kho bạc Nhà nước tỉnh")),
        List.of());
  }

  /** A department that owns nothing here. */
  public Actor department() {
    return owner(305, "Sở Tư pháp");
  }

  /** Huyện Chi Lăng: sees what lies in it. */
  public Actor district() {
    List<Integer> within =
        door(Places.class).within(unit("huyện Chi Lăng"), DAY).stream().map(Place::id).toList();
    return new Actor(
        306, "Huyện Chi Lăng mẫu", OWN, false, List.of(body("UBND huyện Chi Lăng")), within);
  }

  public int unit(String name) {
    return door(Places.class).search(name, DAY).getFirst().place().id();
  }

  public int body(String name) {
    return province.body(name).id();
  }

  /** What an invented road of the board's says of itself. */
  public ProjectFacts facts(String name, @Nullable String code, String... places) {
    return facts(name, code, body(BOARD), places);
  }

  public ProjectFacts facts(String name, @Nullable String code, int owner, String... places) {
    return new ProjectFacts(
        new ProjectFacts.Codes(code, null),
        name,
        owner,
        new ProjectFacts.Classing("tinh", "xay-dung", "C", "giao-thong"),
        new ProjectFacts.Time(2019, 2022),
        null,
        List.of(places).stream().map(this::unit).toList());
  }

  /** A project of the board's in the register. */
  public long register(ProjectFacts facts, @Nullable String yearClass) {
    return Acting.call(
        SYSTEM,
        () ->
            projects()
                .register(
                    new NewProject(facts, "da-quyet-dinh", yearClass, false),
                    LocalDate.of(2020, 2, 1)));
  }

  public long register(String name) {
    return register(facts(name, null, "huyện Chi Lăng"), null);
  }

  public NewDecision investment(String number, LocalDate signed, long billions) {
    return new NewDecision(
        "investment", number, signed, "UBND tỉnh", billions * BILLION, "Phê duyệt dự án mẫu");
  }

  /** The day of the province from now on. */
  public void standOn(LocalDate day) {
    owner().sql("update database.province_day set day = :day").param("day", day).update();
  }

  /** A task that orders new works to begin. */
  public long orderStart(int lead) {
    String words = "Khởi công toàn bộ các dự án khởi công mới trước ngày 31/8/2020";
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, words + lead, List.of("3", "a")),
            1,
            new Wording(words, words, null, null),
            Due.by(LocalDate.of(2020, 8, 30)),
            List.of(new Party(lead, Party.Part.LEAD, "chủ trì")));
    return Acting.call(SYSTEM, () -> door(Tasks.class).create(task));
  }

  public Projects projects() {
    return door(Projects.class);
  }

  public <T> T door(Class<T> type) {
    return province.server().door(type);
  }

  /** As the owner of the tables: sees everything. */
  public JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  @Override
  public void close() {
    province.close();
  }
}
