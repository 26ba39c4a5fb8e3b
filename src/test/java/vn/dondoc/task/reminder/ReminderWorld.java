package vn.dondoc.task.reminder;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.identity.Accounts;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.DayBegan;
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
 * The province of 2020 with addresses to write to, in which days begin when a test says so.
 *
 * @param province where
 */
public record ReminderWorld(Province province) {
  /** What a notice says will follow. */
  public static final String CONSEQUENCE = "Thủ trưởng đơn vị chịu trách nhiệm trước Chủ tịch";

  private static final Actor SYSTEM = Actor.system("test");
  private static final String OWN_PASSWORD = "mot cau that dai cua rieng toi";

  public static ReminderWorld in(Province province) {
    ReminderWorld world = new ReminderWorld(province);
    Acting.as(SYSTEM, () -> province.server().door(Reminders.class).loadLadder());
    for (String login : List.of("ke-hoach", "kho-bac", "lanh-dao", "van-phong", "xa-y-tich")) {
      world.reach(login, login + "@lang-son.example", true);
    }
    return world;
  }

  /** Nothing has been given, told or written yet. */
  public void forget() {
    owner()
        .sql("truncate task.task, task.reminder_day, task.outbox, task.calendar_key cascade")
        .update();
  }

  public JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  public int id(String body) {
    return province.body(body).id();
  }

  public long account(String login) {
    return owner()
        .sql("select id from identity.account where login = :login")
        .param("login", login)
        .query(Long.class)
        .single();
  }

  /** Says where an account is written to. */
  public void reach(String login, String address, boolean reminders) {
    long id = account(login);
    Acting.as(SYSTEM, () -> province.server().door(Accounts.class).reach(id, address, reminders));
  }

  /** Gives a task on a day; the id of the lead's duty. */
  public long give(String action, LocalDate on, @Nullable LocalDate due, int... leads) {
    standOn(on);
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, action, List.of("3", "b")),
            1,
            new Wording(action, action, CONSEQUENCE, null),
            due == null ? Due.none() : Due.by(due),
            Arrays.stream(leads)
                .mapToObj(lead -> new Party(lead, Party.Part.LEAD, "chủ trì"))
                .toList());
    long id = Acting.call(SYSTEM, () -> province.server().door(Tasks.class).create(task));
    return Acting.call(SYSTEM, () -> duties().ofTasks(List.of(id))).stream()
        .map(Duty::id)
        .findFirst()
        .orElseThrow();
  }

  public Duties duties() {
    return province.server().door(Duties.class);
  }

  /** The body records something about its own duty. */
  public void as(int body, long duty, Deed deed) {
    Actor doer =
        new Actor(
            900 + body, "mẫu", Set.of("task.read", "task.report"), false, List.of(body), List.of());
    Acting.as(doer, () -> duties().record(duty, deed));
  }

  /** The office records something. */
  public void office(long duty, Deed deed) {
    Actor office =
        new Actor(
            800,
            "mẫu",
            Set.of("task.read", "task.confirm"),
            true,
            List.of(id("Văn phòng UBND tỉnh")),
            List.of());
    Acting.as(office, () -> duties().record(duty, deed));
  }

  /** The body asks for more time on a day and the office grants it. */
  public void extend(int body, long duty, LocalDate on, LocalDate until) {
    standOn(on);
    as(body, duty, Deed.until(FactKind.ASK_EXTENSION, 0, until, "chờ số liệu"));
    office(duty, Deed.until(FactKind.GRANT_EXTENSION, 1, until, "đồng ý"));
  }

  public void standOn(LocalDate day) {
    owner().sql("update database.province_day set day = :day").param("day", day).update();
  }

  /** A day begins, as whoever moves the province's day announces it. */
  public void begin(LocalDate day) {
    standOn(day);
    inTransaction(() -> province.server().context().publishEvent(new DayBegan(day)));
  }

  public void inTransaction(Runnable act) {
    TransactionTemplate transaction = province.server().door(TransactionTemplate.class);
    Acting.as(SYSTEM, () -> transaction.executeWithoutResult(status -> act.run()));
  }

  /** Days from one to another, both included, begin one after the other. */
  public void pass(LocalDate from, LocalDate until) {
    from.datesUntil(until.plusDays(1)).forEach(this::begin);
  }

  /**
   * A letter in the outbox.
   *
   * @param login whose
   * @param day of which day
   * @param subject its subject
   * @param body its text
   */
  public record Written(String login, LocalDate day, String subject, String body) {}

  /** Every letter, oldest first. */
  public List<Written> letters() {
    return owner()
        .sql(
            """
            select a.login, o.day, o.subject, o.body
              from task.outbox o join identity.account a on a.id = o.account_id
             order by o.day, a.login
            """)
        .query((row, number) ->
            new Written(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getString(4)))
        .list();
  }

  /** Letters of one account. */
  public List<Written> letters(String login) {
    return letters().stream().filter(letter -> letter.login().equals(login)).toList();
  }

  /** Somebody of this login, signed in. */
  public WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    Map<String, String> passwords = province.passwords();
    String password = Objects.requireNonNull(passwords.get(login), login);
    person.signIn(login, password);
    if (!password.equals(OWN_PASSWORD)) {
      person.change(password, OWN_PASSWORD);
      passwords.put(login, OWN_PASSWORD);
    }
    return person;
  }
}
