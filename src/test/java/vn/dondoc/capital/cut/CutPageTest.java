package vn.dondoc.capital.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.Posting;
import vn.dondoc.capital.ledger.Transfer;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** What was cut for slowness stands in the head's file; what was moved as a surplus is listed. */
class CutPageTest {
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final long BILLION = ReviewWorld.BILLION;
  private static final String SLOW = "Đường chậm của người đứng đầu mẫu";
  private static final String SPARED = "Đường dôi dư không của ai mẫu";
  private static final String MOVED = "Cầu tiết kiệm đấu thầu mẫu";
  private static Province province;
  private static ReviewWorld world;
  private static WebPerson planner;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
    world = ReviewWorld.in(province);
    planner = person("ke-hoach");
    cut(SLOW, CutReason.SLOW, "QĐ 101", "Chờ giá đất của huyện (mẫu)");
    cut(SPARED, CutReason.TENDER_SAVINGS, "QĐ 102", "Đúng là tiết kiệm (mẫu)");
    moved(line(MOVED), line("Đường nhận vốn mẫu"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login));
    person.signIn(login, password);
    person.change(password, OWN);
    return person;
  }

  @Test
  void cutForSlownessStandsInTheFileOfTheHeadWithTheCommentOfTheUnit() {
    String list = planner.get("/nguoi-dung-dau").body();
    assertThat(list).contains(ProjectWorld.BOARD, "Căn cứ khác");
    String file = planner.get(file(list)).body();
    assertThat(file)
        .contains(
            SLOW + ": cắt giảm 4.000",
            "vì giải ngân chậm",
            "QĐ 101",
            "Lý do mẫu",
            "Chờ giá đất của huyện (mẫu)")
        .doesNotContain(SPARED, "QĐ 102", MOVED);
    assertThat(planner.get("/nguoi-dung-dau?tinh-trang=cho-giai-trinh").body())
        .doesNotContain(ProjectWorld.BOARD);
    assertThat(planner.get(file(list) + "?ngay=13/8/2020").statusCode()).isEqualTo(404);
  }

  @Test
  void fileOfAHeadIsExportedWithWhatWasCut() throws IOException {
    String file = file(planner.get("/nguoi-dung-dau").body());
    assertThat(cells(file + "/xuat"))
        .anyMatch(cell -> cell.startsWith(SLOW))
        .contains("Chờ giá đất của huyện (mẫu)");
  }

  @Test
  void whoSeesNoMoneySeesNoCutInTheFile() {
    assertThat(person("xa-y-tich").get("/nguoi-dung-dau").body()).doesNotContain(SLOW);
  }

  @Test
  void transferForTenderSavingsIsListedWithTheCutsAndTheirSum() throws IOException {
    String list = planner.get("/von/cat-giam").body();
    assertThat(list).contains("Chuyển vốn vì dôi dư: 1", MOVED, "QĐ 103/", "Dư sau đấu thầu (mẫu)");
    int cuts = Acting.call(world.planning(), () -> world.door(Cuts.class).all().size());
    assertThat(list).contains(cuts + 1 + " lần");
    assertThat(planner.get("/von/cat-giam?ly-do=tender_savings").body()).contains(MOVED, SPARED);
    assertThat(planner.get("/von/cat-giam?ly-do=slow").body()).doesNotContain(MOVED);
    assertThat(planner.get("/von/cat-giam?tinh-trang=dropped").body()).doesNotContain(MOVED);
    assertThat(cells("/von/cat-giam/xuat")).anyMatch(cell -> cell.contains(MOVED));
  }

  @Test
  void reasonThatWasDroppedIsAskedForAgainOnThePage() {
    long line = line("Đường nêu lại lý do mẫu");
    long entry = lowered(line);
    String form = "/von/cat-giam/moi?but-toan=" + entry;
    assertThat(planner.get("/von/cat-giam").body()).contains(form);
    Cuts cuts = world.door(Cuts.class);
    NewCut said = new NewCut(line, entry, BILLION, CutReason.SLOW, "Chậm (mẫu)", null);
    long cut = Acting.call(world.planning(), () -> cuts.propose(said));
    assertThat(planner.get("/von/cat-giam").body()).doesNotContain(form);
    assertThat(ReviewWorld.told(world.planning(), () -> cuts.propose(said))).isNotEmpty();
    assertThat(planner.get("/von/cat-giam/" + cut).body())
        .as("its document is there to be confirmed")
        .contains("value=\"QĐ 104/" + line + "\"");
    Acting.as(world.planning(), () -> cuts.drop(cut, "Nêu nhầm lý do (mẫu)"));
    assertThat(planner.get("/von/cat-giam").body()).contains(form);
    assertThat(planner.get(form).statusCode()).isEqualTo(200);
    assertThat(Acting.call(world.planning(), () -> cuts.propose(said))).isGreaterThan(cut);
  }

  @Test
  void cutIsDecidedAfterItIsProposedByWhomTheRulesName() {
    long line = line("Đường của trưởng thôn mẫu");
    Cuts cuts = world.door(Cuts.class);
    NewCut said = new NewCut(line, null, BILLION, CutReason.SLOW, "Chậm (mẫu)", null);
    long cut = Acting.call(world.planning(), () -> cuts.propose(said));
    Acting.as(world.board(), () -> cuts.comment(cut, "Không đồng ý (mẫu)"));
    Voucher.Paper paper =
        Voucher.Paper.of("Trưởng thôn Nà Mò", "", "QĐ 105", ReviewWorld.DAY.minusWeeks(6));
    assertThat(ReviewWorld.told(world.planning(), () -> cuts.book(cut, paper, List.of())))
        .hasSize(2)
        .anyMatch(told -> told.contains("“Trưởng thôn Nà Mò”, còn theo quy định thì HĐND tỉnh"))
        .anyMatch(told -> told.contains("Ngày ký 03/07/2020 trước ngày 14/08/2020"));
    assertThat(Acting.call(world.planning(), () -> cuts.required(cut)).end()).isNull();
  }

  private static long lowered(long line) {
    Voucher.Paper paper = Voucher.Paper.of("UBND tỉnh", "", "QĐ 104/" + line, ReviewWorld.DAY);
    world.lower(line, paper, BILLION);
    return world
        .projects()
        .owner()
        .sql("select id from capital.entry where line_id = :line and kind = 'adjust'")
        .param("line", line)
        .query(Long.class)
        .single();
  }

  private static String file(String list) {
    Matcher link =
        Pattern.compile("<a href=\"(/nguoi-dung-dau/[^\"]+)\">" + ProjectWorld.BOARD).matcher(list);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static List<String> cells(String path) throws IOException {
    List<String> cells = new ArrayList<>();
    DataFormatter formatter = new DataFormatter();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(planner.file(path)))) {
      book.getSheetAt(0)
          .forEach(row -> row.forEach(cell -> cells.add(formatter.formatCellValue(cell))));
    }
    return cells;
  }

  private static long line(String name) {
    return world.line(name, ProjectWorld.BOARD, ReviewWorld.LOCAL, 10 * BILLION);
  }

  private static void cut(String name, CutReason reason, String document, String comment) {
    Cuts cuts = world.door(Cuts.class);
    NewCut said =
        new NewCut(
            line(name),
            null,
            4 * BILLION,
            reason,
            "Lý do mẫu",
            reason == CutReason.SLOW ? null : "QĐ 12 mẫu ngày 03/08/2020");
    long cut = Acting.call(world.planning(), () -> cuts.propose(said));
    Acting.as(world.board(), () -> cuts.comment(cut, comment));
    Acting.as(
        world.planning(),
        () ->
            cuts.book(
                cut, Voucher.Paper.of("HĐND tỉnh", "", document, ReviewWorld.DAY), List.of()));
  }

  private static void moved(long from, long to) {
    int pool =
        Acting.call(
            world.planning(), () -> world.ledger().balances(List.of(from)).getFirst().poolId());
    Acting.as(
        world.planning(),
        () ->
            world
                .ledger()
                .transfer(
                    Posting.ofPage(null, "chuyển vốn"),
                    new Transfer(
                        Voucher.Paper.of("UBND tỉnh", "", "QĐ 103/" + to, ReviewWorld.DAY),
                        pool,
                        CutReason.TENDER_SAVINGS.code(),
                        "UBND tỉnh",
                        "Dư sau đấu thầu (mẫu)",
                        List.of(new Transfer.Share(from, BILLION)),
                        List.of(new Transfer.Share(to, BILLION)))));
  }
}
