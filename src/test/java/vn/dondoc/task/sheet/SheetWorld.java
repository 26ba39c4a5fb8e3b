package vn.dondoc.task.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;
import vn.dondoc.task.NewTask;
import vn.dondoc.task.Party;
import vn.dondoc.task.SourceReference;
import vn.dondoc.task.Task;
import vn.dondoc.task.Tasks;
import vn.dondoc.task.Wording;
import vn.dondoc.task.life.DueNow;
import vn.dondoc.task.life.Duties;
import vn.dondoc.task.life.Duty;
import vn.dondoc.testing.Province;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Tasks that go out as sheets and come back, in the province of August 2020.
 *
 * @param province it
 * @param serial makes each task's source its own
 */
public record SheetWorld(Province province, AtomicLong serial) {
  static final Actor SYSTEM = Actor.system("test");
  static final LocalDate SEPTEMBER_25 = LocalDate.of(2020, 9, 25);

  public static SheetWorld in(Province province) {
    return new SheetWorld(province, new AtomicLong());
  }

  <T> T door(Class<T> type) {
    return province.server().door(type);
  }

  JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  public int body(String name) {
    return province.body(name).id();
  }

  /** Somebody of the office. */
  Actor office(long account) {
    return new Actor(
        account,
        "Văn phòng mẫu " + account,
        Set.of("task.read", "task.confirm", "task.report", "directive.confirm"),
        true,
        List.of(body("Văn phòng UBND tỉnh")),
        List.of());
  }

  /** Somebody of a body. */
  Actor doer(int body) {
    return new Actor(
        900 + body,
        "Cán bộ mẫu",
        Set.of("task.read", "task.report"),
        false,
        List.of(body),
        List.of());
  }

  /** Gives a task; the first body leads, the others help. */
  public Task give(Due due, String... bodies) {
    List<Party> parties = new ArrayList<>();
    for (String name : bodies) {
      Party.Part part = parties.isEmpty() ? Party.Part.LEAD : Party.Part.COORDINATE;
      parties.add(new Party(body(name), part, name));
    }
    long number = serial.incrementAndGet();
    NewTask task =
        new NewTask(
            new SourceReference("test", 1, "bang-" + number, List.of("1")),
            (int) number,
            new Wording("việc mẫu số " + number, "việc mẫu số " + number, null, null),
            due,
            parties);
    long id = Acting.call(SYSTEM, () -> door(Tasks.class).create(task));
    return task(id);
  }

  public Task task(long id) {
    return Acting.call(SYSTEM, () -> door(Tasks.class).find(id)).orElseThrow();
  }

  List<Duty> duties(long task) {
    return Acting.call(SYSTEM, () -> door(Duties.class).ofTasks(List.of(task)));
  }

  /** The present deadlines of tasks. */
  Map<Long, DueNow> dues(Task... given) {
    List<Long> ids = Arrays.stream(given).map(Task::id).toList();
    return Acting.call(SYSTEM, () -> door(Duties.class).dueNow(ids));
  }

  static Due monthly() {
    return new Due(
        Due.Kind.RECURRING, null, null, Due.Op.BY, "month", 25, null, null, null, null, false);
  }

  Duty duty(long task, String body) {
    int id = body(body);
    return duties(task).stream().filter(d -> d.bodyId() == id).findFirst().orElseThrow();
  }

  /** What pages know, without a request. */
  Page page(Actor viewer) {
    Texts texts = Texts.in(Language.VI);
    return new Page(
        texts,
        new Formats(texts),
        viewer,
        List.of(),
        Map.of(),
        "task",
        new Page.Request("/", "_csrf", () -> null, null, null),
        "Lạng Sơn",
        LocalDate.of(2020, 8, 14),
        true,
        false);
  }

  /** Opens a workbook, does something to its first sheet, and saves it. */
  public static byte[] edited(byte[] bytes, Consumer<XSSFSheet> act) {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      act.accept(book.getSheetAt(0));
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The column under a title of the header. */
  static int column(XSSFSheet sheet, String title) {
    XSSFRow header = sheet.getRow(2);
    for (int at = 0; at < header.getLastCellNum(); at++) {
      if (header.getCell(at) != null && header.getCell(at).getStringCellValue().equals(title)) {
        return at;
      }
    }
    throw new AssertionError("no column " + title);
  }

  /** The row in which a code or a number stands. */
  static XSSFRow row(XSSFSheet sheet, String title, String value) {
    int column = column(sheet, title);
    for (int at = 3; at <= sheet.getLastRowNum(); at++) {
      if (new org.apache.poi.ss.usermodel.DataFormatter()
          .formatCellValue(sheet.getRow(at).getCell(column))
          .replace(",", "")
          .equals(value)) {
        return sheet.getRow(at);
      }
    }
    throw new AssertionError("no row " + value);
  }

  /** Types words into a cell, as a person does. */
  public static void type(XSSFSheet sheet, String code, String title, String words) {
    int column = column(sheet, title);
    XSSFRow row = row(sheet, "Mã", code);
    if (row.getCell(column) != null) {
      row.removeCell(row.getCell(column));
    }
    row.createCell(column).setCellValue(words);
  }
}
