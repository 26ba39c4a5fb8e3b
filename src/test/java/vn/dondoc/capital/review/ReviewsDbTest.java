package vn.dondoc.capital.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.capital.owner.OwnerReports;
import vn.dondoc.exchange.OfficialPaper;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.ProjectWorld;
import vn.dondoc.project.start.StartRule;
import vn.dondoc.project.start.StartRules;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Slow lines by rules that quote their clause; promises against what came; the meeting's paper. */
class ReviewsDbTest {
  private static final long BILLION = ReviewWorld.BILLION;
  private static ReviewWorld world;
  private static long good;
  private static long stuck;
  private static long empty;
  private static long advanced;

  @BeforeAll
  static void start() {
    world = ReviewWorld.start();
    good = world.line("Cầu mẫu", ProjectWorld.BOARD, ReviewWorld.LOCAL, 20 * BILLION);
    stuck = world.line("Đường đứng vốn mẫu", ProjectWorld.BOARD, ReviewWorld.LOCAL, 10 * BILLION);
    empty =
        world.line(
            world.project("Trường chưa giải ngân mẫu", ProjectWorld.OTHER_BOARD, "khoi-cong-moi"),
            ReviewWorld.CENTRAL,
            5 * BILLION,
            LocalDate.of(2020, 1, 15));
    advanced =
        world.line("Kè tạm ứng mẫu", ProjectWorld.OTHER_BOARD, ReviewWorld.LOCAL, 10 * BILLION);
    for (int month = 3; month <= 7; month++) {
      world.book(EntryKind.PAYMENT, good, LocalDate.of(2020, month, 20), 3 * BILLION);
    }
    world.book(EntryKind.PAYMENT, stuck, LocalDate.of(2020, 3, 2), BILLION);
    world.book(EntryKind.ADVANCE, advanced, LocalDate.of(2020, 3, 10), 2 * BILLION);
    world.book(EntryKind.ADVANCE, advanced, LocalDate.of(2020, 4, 10), 4 * BILLION);
    world.book(EntryKind.RECOVER, advanced, LocalDate.of(2020, 7, 20), 3 * BILLION);
    promises();
    world.projects().standOn(ReviewWorld.DAY);
  }

  /** Said in time for June and July; once too late. */
  private static void promises() {
    world.projects().standOn(LocalDate.of(2020, 6, 2));
    say(world.board(), YearMonth.of(2020, 5), good, report(9, 3));
    say(world.board(), YearMonth.of(2020, 5), stuck, report(1, 1));
    world.projects().standOn(LocalDate.of(2020, 7, 2));
    say(world.board(), YearMonth.of(2020, 6), good, report(12, 2));
    say(
        world.board(),
        YearMonth.of(2020, 6),
        stuck,
        report(
            1,
            2,
            new OwnerReport.Trouble(
                "gia-dat-cham", "Chưa có giá đất cụ thể", "Đề nghị ban hành giá đất", "tinh")));
    world.projects().standOn(LocalDate.of(2020, 7, 20));
    say(world.otherBoard(), YearMonth.of(2020, 6), advanced, report(6, 4));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void everyRuleTellsTheValueTheThresholdAndTheClauseItComesFrom() {
    Reviews.Picture picture = picture(world.planning());
    assertThat(picture.province().plan()).isEqualTo(45 * BILLION);
    assertThat(picture.province().disbursed()).isEqualTo(22 * BILLION);
    assertThat(words(picture, stuck))
        .contains(
            "duoi-binh-quan: 10 %, toàn tỉnh 48,89 %",
            "dung-von: 165 ngày không phát sinh (ngưỡng 30), từ 02/03/2020",
            "duoi-30: 10 %, ngưỡng 30 %",
            "khong-giu-dang-ky: đạt 0 % đăng ký tháng 7/2020, ngưỡng 90 %")
        .noneMatch(words -> words.startsWith("chua-giai-ngan"));
    assertThat(words(picture, empty)).contains("chua-giai-ngan: 0 đồng, kế hoạch có từ 15/01/2020");
    // 2 billion of March were recovered, and one of April's four.
    assertThat(words(picture, advanced))
        .contains("tam-ung-qua-han: tạm ứng 126 ngày chưa thu hồi (hạn 91 ngày), từ 10/04/2020");
    assertThat(words(picture, good))
        .allMatch(words -> words.startsWith("chua-bao-cao"))
        .contains("chua-bao-cao: quá hạn 11 ngày, hạn 03/08/2020");
    assertThat(line(picture, stuck).hits())
        .allMatch(hit -> !hit.clause().isBlank() && hit.basis().length() > 10);
  }

  @Test
  void rulesOfTheNoticeQuoteItWordForWord() throws IOException {
    String notice =
        Files.readString(Path.of("../shared/seed/thong-bao-2020-08.txt")).replaceAll("\\s+", " ");
    assertThat(picture(world.planning()).rules())
        .filteredOn(rule -> rule.basis().startsWith("Thông báo kết luận tháng 8/2020"))
        .hasSize(6)
        .allSatisfy(rule -> assertThat(notice).contains(rule.clause()));
  }

  @Test
  void newStartNotBegunQuotesTheRuleThatOrderedIt() {
    long task = world.projects().orderStart(world.projects().body(ProjectWorld.BOARD));
    StartRule.Terms terms =
        new StartRule.Terms(
            "Khởi công mới năm 2020",
            "Khởi công toàn bộ các dự án khởi công mới trước ngày 31/8/2020",
            2020,
            "khoi-cong-moi",
            LocalDate.of(2020, 7, 31),
            List.of(),
            "hạn sớm hơn của kiểm thử");
    ReviewWorld.asSystem(() -> world.door(StartRules.class).make(task, terms));
    SlowLine line = line(picture(world.planning()), empty);
    assertThat(line.hits())
        .filteredOn(hit -> hit.measure() == SlowLine.Measure.NOT_STARTED)
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.value()).isEqualByComparingTo(BigDecimal.valueOf(14));
          assertThat(hit.since()).isEqualTo(LocalDate.of(2020, 7, 31));
          assertThat(hit.clause()).contains("Khởi công toàn bộ các dự án khởi công mới");
        });
  }

  @Test
  void promiseIsKeptWithinTheToleranceAndALateOneDoesNotCount() {
    Reviews.Picture picture = picture(world.planning());
    Reliability board =
        Objects.requireNonNull(
            picture.reliability().get(world.projects().body(ProjectWorld.BOARD)));
    assertThat(board.promises()).isEqualTo(4);
    assertThat(board.kept()).isEqualTo(2);
    assertThat(board.promisedVnd()).isEqualTo(8 * BILLION);
    assertThat(board.cameVnd()).isEqualTo(6 * BILLION);
    assertThat(board.share()).isEqualByComparingTo("0.5");
    assertThat(board.ratio()).isEqualByComparingTo("0.75");
    assertThat(board.firstMonth()).isEqualTo(LocalDate.of(2020, 2, 1));
    assertThat(board.lastMonth()).isEqualTo(LocalDate.of(2020, 7, 1));
    assertThat(board.missing()).isEqualTo(8);
    Reliability other =
        Objects.requireNonNull(
            picture.reliability().get(world.projects().body(ProjectWorld.OTHER_BOARD)));
    assertThat(other.promises()).isZero();
    assertThat(other.late()).isEqualTo(1);
    assertThat(other.share()).isNull();
  }

  @Test
  void ownerSeesItsOwnLinesAgainstTheWholeProvince() {
    Reviews.Picture own = picture(world.otherBoard());
    assertThat(own.lines()).extracting(SlowLine::lineId).containsExactlyInAnyOrder(empty, advanced);
    assertThat(own.province().plan()).isEqualTo(45 * BILLION);
    assertThat(picture(Actor.visitor()).lines()).isEmpty();
  }

  @Test
  void pastDayIsToldAsItWas() {
    Reviews.Picture may =
        Acting.call(
            world.planning(), () -> world.door(Reviews.class).on(LocalDate.of(2020, 5, 15)));
    assertThat(line(may, good).money().disbursed()).isEqualTo(6 * BILLION);
    // Before July the rule of 30 % does not count, and nobody had promised anything.
    assertThat(may.slow()).noneMatch(line -> line.breaks("duoi-30"));
    assertThat(may.slow()).noneMatch(line -> line.breaks("khong-giu-dang-ky"));
  }

  @Test
  void listIsNarrowedAndSorted() {
    Reviews.Picture picture = picture(world.planning());
    SlowFilter central = filter("", "NSTW", SlowFilter.Sort.UNSPENT);
    assertThat(central.within(picture.slow())).extracting(SlowLine::lineId).containsExactly(empty);
    assertThat(filter("đứng vốn", "", SlowFilter.Sort.UNSPENT).within(picture.slow()))
        .extracting(SlowLine::lineId)
        .containsExactly(stuck);
    assertThat(filter("", "", SlowFilter.Sort.UNSPENT).within(picture.slow()).getFirst().lineId())
        .isEqualTo(stuck);
    assertThat(filter("", "", SlowFilter.Sort.RATE).within(picture.slow()).getFirst().lineId())
        .isEqualTo(empty);
  }

  @Test
  void loadingTheRulesAgainChangesNothing() {
    assertThat(ReviewWorld.<Integer>asSystem(() -> world.door(CapitalRules.class).load())).isZero();
  }

  @Test
  void packetHoldsASheetPerOwnerAndLibreOfficeOpensIt(@TempDir Path work)
      throws IOException, InterruptedException {
    Reviews.Picture picture = picture(world.planning());
    Reviews.Picture bothSlow = of(picture, line -> line.lineId() == good ? null : line);
    String text = packet(bothSlow, work);
    assertThat(text)
        .contains(
            "TÀI LIỆU HỌP",
            "Họp chuyên đề với các chủ đầu tư có tỷ lệ giải ngân thấp, tháng 8/2020",
            "hằng tháng tổ chức họp chuyên đề về công tác giải ngân vốn đầu tư công",
            "đạt 48,9 %",
            "Phiếu 1. ",
            "Phiếu 2. ",
            "Người trả lời: Giám đốc, " + ProjectWorld.BOARD,
            "Chưa có giá đất cụ thể",
            "giữ 2 trên 4 đăng ký",
            "Vì sao 1 dòng vốn với 5,0 tỷ đồng chưa giải ngân đồng nào (Trường chưa giải ngân mẫu)",
            "Kiến nghị thuộc thẩm quyền cấp “Cấp tỉnh” (Đường đứng vốn mẫu)")
        .doesNotContain("không thuộc diện mời họp");
    assertThat(text.indexOf("Phiếu 1. ")).isLessThan(text.indexOf("Phiếu 2. "));
  }

  @Test
  void meetingCallsOwnersByTheirOwnRateAndOnlyListsSlowLinesOfOthers(@TempDir Path work)
      throws IOException, InterruptedException {
    // 6 of 15 billion against the province's 48,9 %; the board has 16 of 30, and one slow line.
    String text = packet(picture(world.planning()), work);
    assertThat(text)
        .contains(
            "Phiếu 1. " + ProjectWorld.OTHER_BOARD,
            "Ngoài ra có 2 dòng vốn chậm của 1 chủ đầu tư không thuộc diện mời họp",
            "Đường đứng vốn mẫu")
        .doesNotContain("Phiếu 2. ", "Người trả lời: Giám đốc, " + ProjectWorld.BOARD);
  }

  @Test
  void communeIsAnsweredForByTheHeadAboveIt(@TempDir Path work)
      throws IOException, InterruptedException {
    int commune = world.projects().body("UBND xã Y Tịch");
    int other = world.projects().body(ProjectWorld.OTHER_BOARD);
    Reviews.Picture communes =
        of(
            picture(world.planning()),
            line ->
                line.ownerId() == other ? owned(line, commune, "Ủy ban nhân dân xã Y Tịch") : line);
    assertThat(packet(communes, work))
        .contains(
            "Phiếu 1. Ủy ban nhân dân xã Y Tịch",
            "Người trả lời: Chủ tịch Ủy ban nhân dân huyện Chi Lăng, cấp trên trực tiếp",
            "Ủy ban nhân dân xã Y Tịch gửi giải trình qua cấp ấy, không phải dự họp");
  }

  @Test
  void nobodyIsCalledForOneSlowLineNorBeforeTheRuleCounts() {
    Reviews.Picture august = picture(world.planning());
    assertThat(
            ReviewWorld.told(
                world.planning(),
                () -> world.door(Packet.class).paper(august, List.of(line(august, stuck)))))
        .singleElement()
        .satisfies(told -> assertThat(told).contains("không có ai để mời họp"));
    Reviews.Picture march =
        Acting.call(
            world.planning(), () -> world.door(Reviews.class).on(LocalDate.of(2020, 3, 25)));
    assertThat(march.slow()).isNotEmpty();
    assertThat(
            ReviewWorld.told(
                world.planning(), () -> world.door(Packet.class).paper(march, march.slow())))
        .singleElement()
        .satisfies(told -> assertThat(told).contains("quy tắc ấy chưa tính vào ngày này"));
  }

  private static Reviews.Picture of(
      Reviews.Picture picture, Function<SlowLine, @Nullable SlowLine> change) {
    return new Reviews.Picture(
        picture.day(),
        picture.lines().stream().map(change).filter(Objects::nonNull).toList(),
        picture.rules(),
        picture.province(),
        picture.reliability());
  }

  private static SlowLine owned(SlowLine line, int owner, String name) {
    return new SlowLine(
        line.lineId(),
        line.project(),
        owner,
        name,
        line.pool(),
        line.money(),
        line.trouble(),
        line.hits());
  }

  /** The paper's words as LibreOffice reads them. */
  private static String packet(Reviews.Picture picture, Path work)
      throws IOException, InterruptedException {
    Path paper = work.resolve("ho-so.docx");
    Acting.call(
        world.planning(),
        () -> {
          OfficialPaper packet = world.door(Packet.class).paper(picture, picture.slow());
          try (OutputStream out = Files.newOutputStream(paper)) {
            packet.write(out);
          }
          return paper;
        });
    // A figure and its unit stay on one line.
    return throughLibreOffice(paper, work).replace('\u00a0', ' ');
  }

  private static String throughLibreOffice(Path paper, Path work)
      throws IOException, InterruptedException {
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + work.resolve("home").toUri(),
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "--outdir",
                work.toString(),
                paper.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("office.log").toFile())
            .start();
    assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(work.resolve("ho-so.txt"), StandardCharsets.UTF_8);
  }

  private static SlowFilter filter(String words, String source, SlowFilter.Sort sort) {
    return new SlowFilter(ReviewWorld.DAY, "", null, source, words, sort, null);
  }

  private static Reviews.Picture picture(Actor actor) {
    return Acting.call(actor, () -> world.door(Reviews.class).on(ReviewWorld.DAY));
  }

  private static SlowLine line(Reviews.Picture picture, long id) {
    return picture.lines().stream().filter(l -> l.lineId() == id).findFirst().orElseThrow();
  }

  private static List<String> words(Reviews.Picture picture, long id) {
    return line(picture, id).hits().stream()
        .map(hit -> hit.rule() + ": " + hit.words(Texts.in(Language.VI)))
        .toList();
  }

  private static void say(Actor owner, YearMonth month, long line, OwnerReport report) {
    Acting.as(
        owner,
        () ->
            world
                .door(OwnerReports.class)
                .record(
                    month,
                    OwnerReport.Kind.ACTUAL,
                    List.of(new OwnerReports.Entry(line, 0, report))));
  }

  private static OwnerReport report(long disbursed, long promised) {
    return report(disbursed, promised, new OwnerReport.Trouble(null, null, null, null));
  }

  private static OwnerReport report(long disbursed, long promised, OwnerReport.Trouble trouble) {
    return new OwnerReport(
        new OwnerReport.Money(disbursed * BILLION, null, null, promised * BILLION, null, null),
        trouble);
  }
}
