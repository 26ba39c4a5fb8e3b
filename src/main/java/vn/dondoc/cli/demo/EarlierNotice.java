package vn.dondoc.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.BodyKind;
import vn.dondoc.agency.NewBody;
import vn.dondoc.directive.Directives;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.start.StartRule;
import vn.dondoc.project.start.StartRules;
import vn.dondoc.task.Task;
import vn.dondoc.task.TaskFilter;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.life.Deed;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.task.life.FactKind;

/**
 * Thông báo trước, để có việc mà xem: an illustrative notice of May 2020, confirmed, whose duties
 * stand in every state. It binds invented bodies only; nothing invented is laid on a real one.
 */
final class EarlierNotice {
  static final LocalDate DAY = LocalDate.of(2020, 5, 14);
  private static final String TEXT = "thong-bao-truoc-mau.txt";
  private static final String STEPS = "dien-bien-mau.csv";
  private static final String NOT_REAL =
      "Cơ quan không có thật, chỉ để minh hoạ trong bản trình diễn";
  private static final String HEAD = "Giám đốc";
  private static final LocalDate KNOWN_FROM = LocalDate.of(2020, 1, 1);
  private static final String NEW_START = "khoi-cong-moi";
  private static final int OF_EACH_KIND = 5;
  private static final int CELLS = 8;

  /** What an account of the system itself does here, it does with these rights. */
  private static final long SYSTEM = -1;

  private static final Actor OFFICE =
      new Actor(
          SYSTEM, "Văn phòng mẫu", Set.of("task.read", "task.confirm"), true, List.of(), List.of());

  private final Bodies bodies;
  private final Directives directives;
  private final Tasks tasks;
  private final Duties duties;
  private final Map<String, Integer> invented = new HashMap<>();
  private final Map<String, Long> taskAt = new HashMap<>();

  private EarlierNotice(ApplicationContext application) {
    this.bodies = application.getBean(Bodies.class);
    this.directives = application.getBean(Directives.class);
    this.tasks = application.getBean(Tasks.class);
    this.duties = application.getBean(Duties.class);
  }

  /**
   * Lets it all happen, day after day.
   *
   * @param standOn moves the province's day
   */
  static void letHappen(ApplicationContext application, Consumer<LocalDate> standOn) {
    EarlierNotice notice = new EarlierNotice(application);
    standOn.accept(DAY);
    for (int number = 1; number <= OF_EACH_KIND; number++) {
      notice.invent("Ban QLDA mẫu 0" + number);
      notice.invent("Sở mẫu 0" + number);
    }
    notice.give();
    LocalDate day = DAY;
    for (String line : new String(read(STEPS), StandardCharsets.UTF_8).lines().skip(1).toList()) {
      String[] cells = line.split(";", -1);
      if (cells.length != CELLS) {
        throw new IllegalArgumentException("a step has " + CELLS + " cells: " + line);
      }
      LocalDate next = LocalDate.parse(cells[0]);
      if (!next.equals(day)) {
        standOn.accept(next);
        notice.duties.advance();
        day = next;
      }
      notice.record(cells, day);
    }
  }

  /** What the notice orders begun becomes a rule over the projects of that class. */
  static void orderStarts(ApplicationContext application) {
    StartRules rules = application.getBean(StartRules.class);
    for (Task task : application.getBean(Tasks.class).all(TaskFilter.all())) {
      LocalDate last = task.content().due().lastDay();
      if (last != null && rules.isOrdering(task)) {
        rules.make(
            task.id(),
            new StartRule.Terms(
                "Khởi công mới năm " + last.getYear(),
                task.content().wording().quote(),
                last.getYear(),
                NEW_START,
                last,
                rules.bound(task)));
      }
    }
  }

  private void invent(String name) {
    int id =
        bodies.resolve(name, DAY).bodies().stream()
            .filter(body -> body.name().equals(name))
            .findFirst()
            .map(body -> body.id())
            .orElseGet(() ->
                bodies.create(NewBody.headed(name, BodyKind.OTHER, HEAD, KNOWN_FROM, NOT_REAL)));
    invented.put(name, id);
  }

  private void give() {
    long id = directives.receive(TEXT, read(TEXT), true).documentId();
    directives.acceptAsRead(id);
    directives.confirm(id);
    for (Task task : tasks.all(TaskFilter.ofSource(id))) {
      taskAt.put(String.join(".", task.content().source().path()), task.id());
    }
  }

  private void record(String[] cells, LocalDate day) {
    FactKind kind = FactKind.valueOf(cells[3].toUpperCase(Locale.ROOT));
    Duty duty = duty(cells[1], cells[2], day);
    Integer other = cells[5].isEmpty() ? null : Objects.requireNonNull(invented.get(cells[5]));
    @Nullable LocalDate until = cells[4].isEmpty() ? null : LocalDate.parse(cells[4]);
    Deed deed = new Deed(kind, duty.step(), until, other, cells[6], cells[7], List.of());
    Actor actor = kind.who() == FactKind.Who.OFFICE ? OFFICE : doer(duty.bodyId());
    Acting.as(actor, () -> duties.record(duty.id(), deed));
  }

  /** Of work that comes back, the period that runs. */
  private Duty duty(String paragraph, String part, LocalDate day) {
    long task = Objects.requireNonNull(taskAt.get(paragraph), paragraph);
    return duties.ofTasks(List.of(task)).stream()
        .filter(duty -> duty.part().name().equalsIgnoreCase(part))
        .min(
            Comparator.comparing((Duty duty) -> isOver(duty, day))
                .thenComparing(duty -> Objects.requireNonNullElse(duty.due(), LocalDate.MAX)))
        .orElseThrow(() -> new IllegalStateException(paragraph + " has no " + part));
  }

  private static boolean isOver(Duty duty, LocalDate day) {
    return duty.period() != null && duty.period().to().isBefore(day);
  }

  private static Actor doer(int body) {
    return new Actor(
        SYSTEM, "Cán bộ mẫu", Set.of("task.read", "task.report"), false, List.of(body), List.of());
  }

  private static byte[] read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            EarlierNotice.class.getClassLoader().getResourceAsStream("demo/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
