package vn.dondoc.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.cli.score.Score.Tally;
import vn.dondoc.reading.Assignment;
import vn.dondoc.reading.Deadline;
import vn.dondoc.reading.DocumentHead;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Sentence;
import vn.dondoc.reading.Target;

class ScorerTest {
  private static final String TEXT =
      """
      Tình hình có nhiều chuyển biến tốt so với năm trước.
      Giao Sở A chủ trì rà soát kết quả, báo cáo UBND tỉnh trước ngày 25/9/2020.
      Sở B hằng tháng tổng hợp số liệu; Sở C khẩn trương hoàn thành hồ sơ của mình.
      """;

  private final List<Assignment> read = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  @Test
  void givesFullMarksForTheReadingThatWasAnnotated() {
    reads("Giao Sở A chủ trì", "25/9/2020.", List.of("Sở  a"), before(25));
    reads("Sở B hằng tháng", "số liệu", List.of("Sở B"), monthly());
    reads("Sở C khẩn trương", "của mình.", List.of("Sở C"), soft());

    Score score = score(GOLD);

    assertThat(score.f1()).isEqualTo(1);
    assertThat(score.lead()).isEqualTo(new Tally(3, 3));
    assertThat(score.deadline()).isEqualTo(new Tally(3, 3));
    assertThat(score.dated()).isEqualTo(new Tally(2, 2));
    assertThat(score.operator()).isEqualTo(new Tally(1, 1));
    assertThat(score.recurrence()).isEqualTo(new Tally(1, 1));
    assertThat(score.falseTasks()).isEqualTo(new Tally(0, 1));
    assertThat(score.lost()).isEmpty();
  }

  @Test
  void countsWhatIsMissedAndWhatIsInvented() {
    reads("Tình hình có nhiều", "năm trước.", List.of(), null);
    reads("Giao Sở A chủ trì", "25/9/2020.", List.of("Sở A", "Sở B"), by(25));

    Score score = score(GOLD);

    assertThat(score.found()).isEqualTo(new Tally(1, 3));
    assertThat(score.predicted()).isEqualTo(new Tally(1, 2));
    assertThat(score.f1()).isCloseTo(0.4, within(1e-9));
    assertThat(score.lead()).isEqualTo(new Tally(0, 1));
    assertThat(score.operator()).isEqualTo(new Tally(0, 1));
    assertThat(score.deadline()).isEqualTo(new Tally(1, 1));
    assertThat(score.falseTasks()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void findsATaskWhenHalfOfTheShorterOverlaps() {
    reads("rà soát kết quả", "kết quả", List.of(), null);
    assertThat(score(GOLD).found()).isEqualTo(new Tally(1, 3));

    read.clear();
    reads("năm trước.\nGiao Sở", "Giao Sở", List.of(), null);
    assertThat(score(GOLD).found()).isEqualTo(new Tally(0, 3));
  }

  @Test
  void countsEachTaskOnce() {
    reads("Giao Sở A", "kết quả,", List.of("Sở A"), null);
    reads("báo cáo UBND tỉnh", "25/9/2020.", List.of("Sở A"), before(25));

    Score score = score(GOLD);

    assertThat(score.found()).isEqualTo(new Tally(1, 3));
    assertThat(score.predicted()).isEqualTo(new Tally(1, 2));
  }

  @Test
  void countsAFreeTaskNeitherWay() {
    String gold =
        """
        {"tasks":[
          {"quote_start":"Sở B hằng tháng tổng","lead":["Sở B"],"deadline":{"every":"month"}},
          {"quote_start":"Sở C khẩn trương hoàn","lead":["Sở C"],"kind":"implied"}]}
        """;
    reads("Sở B hằng tháng", "số liệu", List.of("Sở B"), monthly());
    assertThat(score(gold).f1()).isEqualTo(1);

    reads("Sở C khẩn trương", "của mình.", List.of("Sở X"), null);
    Score with = score(gold);
    assertThat(with.f1()).isEqualTo(1);
    assertThat(with.lead()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void takesAMergedAndASplitTaskAsTheAnnotationAllows() {
    String merged =
        """
        {"tasks":[
          {"quote_start":"Sở B hằng tháng tổng","lead":[],"alt":"merge into the next"},
          {"quote_start":"Sở C khẩn trương hoàn","lead":[]}]}
        """;
    reads("Sở B hằng tháng", "của mình.", List.of(), null);
    assertThat(score(merged).f1()).isEqualTo(1);

    read.clear();
    String split =
        """
        {"tasks":[{"quote_start":"Giao Sở A chủ trì","lead":[],"alt":"the report as a task of its own"}]}
        """;
    reads("Giao Sở A", "kết quả,", List.of(), null);
    reads("báo cáo UBND tỉnh", "25/9/2020.", List.of(), null);
    assertThat(score(split).f1()).isEqualTo(1);
  }

  @Test
  void takesAnyOfTheDeadlinesTheAnnotationAllows() {
    String gold =
        """
        {"tasks":[{"quote_start":"Giao Sở A chủ trì","lead":[],
          "deadline":"2020-09-24","deadline_op":"by","alt_deadline":["2020-09-25",null]}]}
        """;
    reads("Giao Sở A", "25/9/2020.", List.of(), before(25));
    assertThat(score(gold).deadline()).isEqualTo(new Tally(1, 1));
    read.clear();
    reads("Giao Sở A", "25/9/2020.", List.of(), null);
    assertThat(score(gold).deadline()).isEqualTo(new Tally(1, 1));
    read.clear();
    reads("Giao Sở A", "25/9/2020.", List.of(), by(30));
    assertThat(score(gold).deadline()).isEqualTo(new Tally(0, 1));
  }

  @Test
  void tellsEqualWordsApartByOccurrenceOrLine() {
    String text = "Giao Sở A làm một việc.\nGiao Sở A làm một việc.\nGiao Sở A làm một việc.\n";
    String gold =
        """
        {"tasks":[{"quote_start":"Giao Sở A","lines":[3]},
                  {"quote_start":"Giao Sở A","occurrence":2}]}
        """;
    int third = text.lastIndexOf("Giao");
    read.add(task(third, third + 23, List.of(), null));
    Score score = Scorer.score(gold(gold), text, notice(text));

    assertThat(score.found()).isEqualTo(new Tally(1, 2));
    assertThat(score.predicted()).isEqualTo(new Tally(1, 1));
  }

  @Test
  void seesOneParagraphBrokenByAPageEnd() {
    String text =
        "Giao Sở A tuyên truyền, vận động người\n\ndân chủ động vào cuộc thực hiện ngay.\n";
    int second = text.indexOf("dân chủ");
    read.add(task(second, text.length() - 1, List.of(), null));

    String named = "{\"tasks\":[{\"quote_start\":\"Giao Sở A\",\"lines\":[1,3]}]}";
    assertThat(Scorer.score(gold(named), text, notice(text)).f1()).isEqualTo(1);
    String unnamed = "{\"tasks\":[{\"quote_start\":\"Giao Sở A\"}]}";
    assertThat(Scorer.score(gold(unnamed), text, notice(text)).f1()).isZero();
  }

  @Test
  void comparesNamesWithoutSpaceCaseAndToneSpelling() {
    assertThat(FoldedText.name("Uỷ  ban\nnhân dân")).isEqualTo(FoldedText.name("ủy ban Nhân dân"));
    assertThat(FoldedText.name("hoà bình")).isEqualTo(FoldedText.name("hòa bình"));
    assertThat(FoldedText.name("Sở A")).isNotEqualTo(FoldedText.name("Sở Á"));
    assertThat(FoldedText.name("sơ")).isNotEqualTo(FoldedText.name("so"));
  }

  @Test
  void findsQuotesWhateverTheirSpacesAndUnicodeForm() {
    String apart =
        java.text.Normalizer.normalize("x  Báo\ncáo kết quả", java.text.Normalizer.Form.NFD);
    FoldedText folded = new FoldedText(apart);

    List<Integer> at = folded.occurrences("Báo cáo kết");

    assertThat(at).hasSize(1);
    assertThat(apart.charAt(at.getFirst())).isEqualTo('B');
  }

  @Test
  void saysWhichAnnotationDoesNotFitTheText() {
    Score score = score("{\"tasks\":[{\"id\":\"T9\",\"quote_start\":\"Giao Sở Z\"}]}");

    assertThat(score.lost()).containsExactly("T9");
    assertThat(score.found()).isEqualTo(new Tally(0, 1));
  }

  @Test
  void countsTargetsByTheirWords() {
    targets.add(
        new Target(
            "nhiều chuyển biến",
            TEXT.indexOf("nhiều"),
            java.math.BigDecimal.ONE,
            null,
            null,
            "=",
            null));
    Score score =
        score(
            "{\"tasks\":[],\"targets\":[{\"text\":\"có nhiều chuyển biến\"},{\"text\":\"tổng hợp\"}]}");

    assertThat(score.targets()).isEqualTo(new Tally(1, 2));
  }

  @Test
  void addsScoresTaskByTask() {
    reads("Giao Sở A chủ trì", "25/9/2020.", List.of("Sở A"), before(25));
    Score one = score(GOLD);

    Score both = one.plus(one);

    assertThat(both.found()).isEqualTo(new Tally(2, 6));
    assertThat(both.recall()).isEqualTo(one.recall());
  }

  private static final String GOLD =
      """
      {"tasks":[
        {"id":"1","quote_start":"Giao Sở A chủ trì","lead":["Sở A"],"deadline":"2020-09-25","deadline_op":"before"},
        {"id":"2","quote_start":"Sở B hằng tháng tổng","lead":["Sở B"],"deadline":{"every":"month"}},
        {"id":"3","quote_start":"Sở C khẩn trương hoàn","lead":["Sở C"],"deadline":null}],
       "not_tasks":[{"quote_start":"Tình hình có nhiều chuyển biến"}]}
      """;

  private Score score(String gold) {
    return Scorer.score(gold(gold), TEXT, notice(TEXT));
  }

  private static Gold gold(String json) {
    return GoldFile.gold(JsonMapper.shared().readTree(json));
  }

  private Notice notice(String text) {
    return new Notice(
        new DocumentHead(null, null, null, null, null, null, null, null, List.of()),
        List.of(),
        read,
        List.of(new Sentence(0, text.length(), Sentence.Kind.OTHER)),
        targets,
        List.of());
  }

  private void reads(String from, String to, List<String> lead, @Nullable Deadline deadline) {
    int start = TEXT.indexOf(from);
    read.add(task(start, TEXT.indexOf(to, start) + to.length(), lead, deadline));
  }

  private static Assignment task(
      int start, int end, List<String> lead, @Nullable Deadline deadline) {
    return new Assignment(
        "T",
        start,
        end,
        "",
        "",
        new Assignment.Parties(lead, List.of(), List.of(), List.of(), List.of()),
        deadline,
        null,
        null,
        List.of(),
        1,
        List.of());
  }

  private static Deadline before(int day) {
    return deadline(Deadline.Kind.DATE, day, Deadline.Op.BEFORE, null);
  }

  private static Deadline by(int day) {
    return deadline(Deadline.Kind.DATE, day, Deadline.Op.BY, null);
  }

  private static Deadline monthly() {
    return deadline(Deadline.Kind.RECURRING, 0, null, Deadline.Every.MONTH);
  }

  private static Deadline soft() {
    return deadline(Deadline.Kind.SOFT, 0, null, null);
  }

  private static Deadline deadline(
      Deadline.Kind kind, int day, Deadline.@Nullable Op op, Deadline.@Nullable Every every) {
    LocalDate date = day == 0 ? null : LocalDate.of(2020, 9, day);
    return new Deadline(kind, date, null, op, every, null, null, null, null, "", false);
  }
}
