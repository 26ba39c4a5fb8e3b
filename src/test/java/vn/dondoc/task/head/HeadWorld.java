package vn.dondoc.task.head;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/**
 * Work with and without a consequence, in the province of August 2020.
 *
 * @param province it
 * @param serial makes each task's source its own
 * @param people who has signed in, by login
 */
public record HeadWorld(Province province, AtomicLong serial, Map<String, WebPerson> people) {
  public static final Actor SYSTEM = Actor.system("test");
  public static final String CONSEQUENCE = "Nếu chậm thì kiểm điểm trước Chủ tịch UBND tỉnh";
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  public static HeadWorld in(Province province) {
    return new HeadWorld(province, new AtomicLong(), new HashMap<>());
  }

  public JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  public int body(String name) {
    return province.body(name).id();
  }

  public Duties duties() {
    return province.server().door(Duties.class);
  }

  Tasks tasks() {
    return province.server().door(Tasks.class);
  }

  public void standOn(LocalDate day) {
    owner().sql("update database.province_day set day = :day").param("day", day).update();
  }

  /** A task whose first body leads and whose others help; the duties, the lead's first. */
  public List<Duty> give(
      String action, @Nullable String consequence, @Nullable LocalDate due, int... bodies) {
    return give(action, consequence, due == null ? Due.none() : Due.by(due), bodies);
  }

  public List<Duty> give(String action, @Nullable String consequence, Due due, int... bodies) {
    List<Party> parties = new ArrayList<>();
    for (int body : bodies) {
      Party.Part part = parties.isEmpty() ? Party.Part.LEAD : Party.Part.COORDINATE;
      parties.add(new Party(body, part, "mẫu"));
    }
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "nguoi-" + serial.incrementAndGet(), List.of("3", "b")),
            1,
            new Wording(action, "Giao cơ quan " + action, consequence, null),
            due,
            parties);
    long id = Acting.call(SYSTEM, () -> tasks().create(task));
    return Acting.call(SYSTEM, () -> duties().ofTasks(List.of(id)));
  }

  /** Says the consequence of a task anew from the province's day on. */
  void correct(long task, @Nullable String consequence) {
    NewTask now = Acting.call(SYSTEM, () -> tasks().find(task)).orElseThrow().content();
    Wording wording = new Wording(now.wording().action(), now.wording().quote(), consequence, null);
    NewTask changed = new NewTask(now.source(), now.ordinal(), wording, now.due(), now.parties());
    int version = Acting.call(SYSTEM, () -> tasks().find(task)).orElseThrow().version();
    Acting.as(SYSTEM, () -> tasks().correct(task, version, changed, "đọc lại văn bản"));
  }

  /** Writes a fact down as it is, whoever could have recorded it. */
  public void fact(long duty, int step, String kind, LocalDate day, @Nullable LocalDate until) {
    owner()
        .sql(
            """
            insert into task.fact (duty_id, step, kind, on_day, until, other_body, by_account,
                                   by_name)
            select :duty, :step, :kind, :day, :until,
                   case when :kind = 'hand_back' then d.body_id end, 1, 'mẫu'
              from task.duty d where d.id = :duty
            """)
        .param("duty", duty)
        .param("step", step)
        .param("kind", kind)
        .param("day", day)
        .param("until", until, java.sql.Types.DATE)
        .update();
  }

  public static Actor of(int body) {
    Set<String> rights = Set.of("task.read", "task.report");
    return new Actor(900 + body, "mẫu", rights, false, List.of(body), List.of());
  }

  public Actor office() {
    List<Integer> own = List.of(body("Văn phòng UBND tỉnh"));
    return new Actor(800, "mẫu", Set.of("task.read", "task.confirm"), true, own, List.of());
  }

  /** Somebody of this login, signed in. */
  public WebPerson person(String login) {
    return people.computeIfAbsent(
        login,
        name -> {
          WebPerson person = WebPerson.at(province.server());
          String once = Objects.requireNonNull(province.passwords().get(name), name);
          person.signIn(name, once);
          person.change(once, OWN);
          return person;
        });
  }

  public String token(String login) {
    Matcher token = TOKEN.matcher(person(login).get("/doi-mat-khau").body());
    if (!token.find()) {
      throw new IllegalStateException(login);
    }
    return String.valueOf(token.group(1));
  }

  /** Sends a form; the status it was answered with and its page. */
  public java.net.http.HttpResponse<String> post(
      String login, String path, Map<String, String> fields) {
    return person(login).post(path, fields, token(login));
  }
}
