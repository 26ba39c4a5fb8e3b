package vn.dondoc.project.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.project.register.ImportedRow.Kind;

/** A sheet of the register comes back: what it changes, what it asks, what it is refused for. */
class RegisterImportDbTest {
  private static final List<String> COLUMNS =
      List.of(
          "key",
          "step",
          "code",
          "budget",
          "name",
          "owner",
          "level",
          "nature",
          "group",
          "sector",
          "from",
          "until",
          "capacity",
          "places",
          "stage",
          "class");
  private static ProjectWorld world;

  @BeforeAll
  static void start() {
    world = ProjectWorld.start();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static RegisterImport imports() {
    return world.door(RegisterImport.class);
  }

  private static Project seen(long id) {
    return Acting.call(world.planning(), () -> world.projects().required(id));
  }

  private static Map<String, String> row(String name) {
    Map<String, String> row = new HashMap<>();
    row.put("name", name);
    row.put("owner", ProjectWorld.BOARD);
    row.put("level", "Cấp tỉnh quản lý");
    row.put("nature", "xay-dung");
    row.put("group", "Nhóm C");
    row.put("sector", "Giao thông");
    row.put("places", "huyện Chi Lăng");
    row.put("stage", "Đề xuất");
    return row;
  }

  /** A row as it was exported: with its key, its step and what it says now. */
  private static Map<String, String> exported(long id) {
    Project project = seen(id);
    Map<String, String> row = row(project.facts().name());
    row.put("key", Long.toString(id));
    row.put("step", Integer.toString(project.step()));
    row.put("from", "2019");
    row.put("until", "2022");
    String code = project.facts().codes().national();
    if (code != null) {
      row.put("code", code);
    }
    return row;
  }

  @SafeVarargs
  private static List<ImportedRow> read(Actor actor, Map<String, String>... rows) {
    List<SheetColumn<Map<String, String>>> columns = new ArrayList<>();
    COLUMNS.forEach(key -> columns.add(new SheetColumn<>(key, key, row -> row.get(key))));
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Sheets.write(out, new SheetHead("Sổ", "Sổ", "", "", ""), columns, List.of(rows).stream());
      SheetTable table =
          Sheets.read("so.xlsx", new ByteArrayInputStream(out.toByteArray())).table(columns);
      return Acting.call(actor, () -> imports().read(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int write(Actor actor, List<ImportedRow> rows, Map<Integer, String> answers) {
    return Acting.call(actor, () -> imports().write(rows, answers, "nhập từ bảng"));
  }

  private static void rename(long id, String name) {
    Project before = seen(id);
    ProjectFacts facts = before.facts();
    ProjectFacts renamed =
        new ProjectFacts(
            facts.codes(),
            name,
            facts.ownerId(),
            facts.classing(),
            facts.time(),
            facts.capacity(),
            facts.places());
    Acting.as(
        world.planning(), () -> world.projects().change(id, before.step(), renamed, "đổi tên"));
  }

  @Test
  void rowsAsExportedChangeNothingAndAnEditedOneChangesOneProject() {
    long id = world.register(world.facts("Đường nhập mẫu", "MAU-N1", "huyện Chi Lăng"), null);
    assertThat(read(world.board(), exported(id)))
        .extracting(ImportedRow::kind)
        .containsExactly(Kind.SAME);
    Map<String, String> edited = exported(id);
    edited.put("capacity", "12 km");
    List<ImportedRow> rows = read(world.board(), edited);
    assertThat(rows).extracting(ImportedRow::kind).containsExactly(Kind.CHANGED);
    assertThat(write(world.board(), rows, Map.of())).isEqualTo(1);
    assertThat(seen(id).facts().capacity()).isEqualTo("12 km");
  }

  @Test
  void rowThatSomebodyChangedMeanwhileWaitsForAnAnswer() {
    long id = world.register(world.facts("Cầu nhập mẫu", null, "huyện Chi Lăng"), null);
    Map<String, String> mine = exported(id);
    mine.put("capacity", "30 m");
    rename(id, "Cầu nhập mẫu (đã đổi tên)");
    List<ImportedRow> rows = read(world.board(), mine);
    assertThat(rows).extracting(ImportedRow::kind).containsExactly(Kind.CONFLICT);
    int number = rows.getFirst().number();
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> write(world.board(), rows, Map.of()));
    assertThat(refusal.getMessage()).contains("unanswered");
    assertThat(write(world.board(), rows, Map.of(number, "theirs"))).isZero();
    assertThat(seen(id).facts().capacity()).isNull();
    assertThat(write(world.board(), rows, Map.of(number, "mine"))).isEqualTo(1);
    assertThat(seen(id).facts().name()).isEqualTo("Cầu nhập mẫu");
    assertThat(seen(id).facts().capacity()).isEqualTo("30 m");
  }

  @Test
  void projectIsFoundByItsCodeElseAskedByNameAndOwner() {
    long coded = world.register(world.facts("Hồ nhập mẫu", "MAU-N2", "huyện Chi Lăng"), null);
    Map<String, String> byCode = row("Hồ nhập mẫu mở rộng");
    byCode.put("code", "MAU-N2");
    long named = world.register(world.facts("Kênh nhập mẫu", null, "huyện Chi Lăng"), null);
    Map<String, String> byName = row("KÊNH NHẬP MẪU");
    Map<String, String> fresh = row("Trạm bơm nhập mẫu");
    fresh.put("class", "Khởi công mới");
    List<ImportedRow> rows = read(world.board(), byCode, byName, fresh);
    assertThat(rows)
        .extracting(ImportedRow::kind)
        .containsExactly(Kind.CONFLICT, Kind.QUESTION, Kind.NEW);
    assertThat(rows.getFirst().before()).extracting(Project::id).isEqualTo(coded);
    assertThat(rows.get(1).alike()).extracting(Project::id).containsExactly(named);
    int asked = rows.get(1).number();
    Map<Integer, String> answers =
        Map.of(rows.getFirst().number(), "mine", asked, Long.toString(named));
    assertThat(write(world.board(), rows, answers)).isEqualTo(3);
    assertThat(seen(named).facts().name()).isEqualTo("KÊNH NHẬP MẪU");
    assertThat(seen(coded).facts().name()).isEqualTo("Hồ nhập mẫu mở rộng");
    int board = world.body(ProjectWorld.BOARD);
    List<Project> made =
        Acting.call(world.board(), () -> world.projects().alike("Trạm bơm nhập mẫu", board));
    assertThat(made).extracting(Project::yearClass).containsExactly("khoi-cong-moi");
  }

  @Test
  void everyBadCellIsToldWithItsPlaceAndNothingIsWritten() {
    Map<String, String> bad = row("Nhập hỏng mẫu");
    bad.put("group", "Nhóm Z");
    bad.put("owner", "Ban không có");
    bad.put("places", "xã Không Có");
    bad.put("from", "năm nay");
    Map<String, String> twin = row("Nhập đôi mẫu");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> read(world.board(), bad, twin, row("nhập đôi mẫu")));
    assertThat(refusal.problems())
        .extracting(Refusal.Problem::key)
        .contains("project.refusal.cell", "project.refusal.row_twice");
    assertThat(refusal.problems())
        .extracting(Refusal.Problem::place)
        .anyMatch(place -> place.endsWith("I4"))
        .anyMatch(place -> place.endsWith("F4"))
        .anyMatch(place -> place.endsWith("N4"))
        .anyMatch(place -> place.endsWith("K4"));
  }

  @Test
  void oneRowThatCannotBeWrittenKeepsAllOthersFromBeingWritten() {
    Map<String, String> good = row("Nhập trọn mẫu");
    Map<String, String> others = row("Nhập của ban khác mẫu");
    others.put("owner", ProjectWorld.OTHER_BOARD);
    List<ImportedRow> rows = read(world.board(), good, others);
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> write(world.board(), rows, Map.of()));
    assertThat(refusal.getMessage()).contains("not_yours");
    int board = world.body(ProjectWorld.BOARD);
    assertThat(Acting.call(world.board(), () -> world.projects().alike("Nhập trọn mẫu", board)))
        .isEmpty();
  }

  @Test
  void listIsNarrowedSortedAndLeafedThroughWithoutLosingARow() {
    int other = world.body(ProjectWorld.OTHER_BOARD);
    for (int n = 1; n <= 7; n++) {
      world.register(world.facts("Danh sách mẫu số " + n, null, other, "huyện Hữu Lũng"), null);
    }
    RegisterFilter first = RegisterFilter.of(Map.of("tim", "danh sach mau", "xep", "moi"));
    Register register = world.door(Register.class);
    List<Register.Line> page = Acting.call(world.treasury(), () -> register.lines(first, 4));
    RegisterFilter second =
        RegisterFilter.of(
            Map.of(
                "tim",
                "danh sach mau",
                "xep",
                "moi",
                "sau",
                Long.toString(page.getLast().project().id())));
    List<Register.Line> rest = Acting.call(world.treasury(), () -> register.lines(second, 4));
    List<String> names = new ArrayList<>();
    page.forEach(line -> names.add(line.project().facts().name()));
    rest.forEach(line -> names.add(line.project().facts().name()));
    assertThat(names).hasSize(7).doesNotHaveDuplicates().startsWith("Danh sách mẫu số 7");
    assertThat(Acting.call(world.board(), () -> register.lines(first, 4))).isEmpty();
    RegisterFilter within =
        RegisterFilter.of(
            Map.of("dia-ban", Integer.toString(world.unit("huyện Hữu Lũng")), "chi", "chua-ma"));
    assertThat(Acting.call(world.treasury(), () -> register.count(within)).projects()).isEqualTo(7);
  }
}
