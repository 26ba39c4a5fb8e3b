package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real notice against its annotation by hand. */
class SeedNoticeTest {
  private static final Path SEED = Path.of("../shared/seed");

  private static String text = "";
  private static Notice notice = Reads.read("");
  private static List<JsonNode> gold = new ArrayList<>();

  @BeforeAll
  static void readNotice() throws IOException {
    text = Files.readString(SEED.resolve("thong-bao-2020-08.txt"));
    notice = Reads.read(text);
    gold = new ArrayList<>();
    JsonMapper.shared()
        .readTree(Files.readString(SEED.resolve("thong-bao-2020-08.gold.json")))
        .get("tasks")
        .forEach(gold::add);
  }

  private static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    node.forEach(one -> all.add(one.asString()));
    return all;
  }

  private static String opening(String action) {
    return Reads.first(action.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT), 8);
  }

  @Test
  void readsAllTwentyFourAssignmentsAndNothingElse() {
    assertThat(notice.assignments())
        .extracting(task -> opening(task.action()))
        .containsExactlyElementsOf(
            gold.stream().map(task -> opening(task.get("action").asString())).toList());
  }

  @Test
  void readsEveryLeadAsWritten() {
    for (int k = 0; k < gold.size(); k++) {
      assertThat(new HashSet<>(notice.assignments().get(k).parties().lead()))
          .as(gold.get(k).get("id").asString())
          .isEqualTo(new HashSet<>(strings(gold.get(k).get("lead"))));
    }
  }

  @Test
  void readsEveryCoordination() {
    for (int k = 0; k < gold.size(); k++) {
      assertThat(notice.assignments().get(k).parties().coordinate())
          .as(gold.get(k).get("id").asString())
          .isEqualTo(strings(gold.get(k).get("coordinate")));
    }
  }

  @Test
  void readsEveryReceiver() {
    for (int k = 0; k < gold.size(); k++) {
      assertThat(notice.assignments().get(k).parties().reportTo())
          .as(gold.get(k).get("id").asString())
          .isEqualTo(strings(gold.get(k).get("report_to")));
    }
  }

  @Test
  void leavesFiveSubjectsOpenAndOffersCandidates() {
    List<Assignment> open =
        notice.assignments().stream().filter(task -> task.parties().lead().isEmpty()).toList();
    assertThat(open).hasSize(5);
    assertThat(open).allSatisfy(task -> assertThat(task.parties().leadInferred()).isNotEmpty());
  }

  @Test
  void readsEveryDeadline() {
    for (int k = 0; k < gold.size(); k++) {
      JsonNode due = gold.get(k).get("deadline");
      Deadline read = notice.assignments().get(k).deadline();
      String id = gold.get(k).get("id").asString();
      if (due.isString()) {
        assertThat(Reads.due(read)).as(id).isEqualTo("BY " + due.asString());
      } else if (due.isObject()) {
        String every = due.get("every").asString().toUpperCase(Locale.ROOT);
        assertThat(Reads.due(read)).as(id).isEqualTo("EVERY " + every);
      } else {
        assertThat(Reads.due(read)).as(id).isIn("none", "SOFT", "STANDING", "CONDITIONAL");
      }
    }
  }

  @Test
  void attachesConsequences() {
    for (int k = 0; k < gold.size(); k++) {
      if (gold.get(k).has("sanction")) {
        assertThat(notice.assignments().get(k).consequence())
            .as(gold.get(k).get("id").asString())
            .startsWith(Reads.first(gold.get(k).get("sanction").get("quote_start").asString(), 5));
      }
    }
  }

  @Test
  void readsHead() {
    DocumentHead head = notice.document();
    assertThat(head.kind()).isEqualTo("Thông báo");
    assertThat(head.number()).isEqualTo("/TB-UBND");
    assertThat(head.date()).isNull();
    assertThat(head.dateText()).isEqualTo("ngày tháng 8 năm 2020");
    assertThat(head.place()).isEqualTo("Lạng Sơn");
    assertThat(head.issuer()).isEqualTo("UBND tỉnh Lạng Sơn");
    assertThat(head.subject()).startsWith("Kết luận của đồng chí").endsWith("vốn đầu tư công");
    assertThat(head.recipients()).hasSize(10).last().isEqualTo("Lưu: VT, KT(PVĐ)");
    assertThat(head.signer())
        .isEqualTo(new DocumentHead.Signer("Phạm Hùng Trường", "CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH"));
  }

  @Test
  void readsThirteenTargets() {
    assertThat(notice.targets())
        .extracting(Target::low)
        .extracting(BigDecimal::toPlainString)
        .containsExactly(
            "13", "65", "3", "11.5", "10", "2", "100", "1", "3", "2", "12.5", "100", "60");
    assertThat(notice.targets().get(3).high()).isEqualByComparingTo("12");
    assertThat(notice.targets().get(4).op()).isEqualTo(">=");
    assertThat(notice.targets().get(11).by()).isEqualTo(LocalDate.of(2020, 8, 31));
    assertThat(notice.targets().get(12).unit()).isEqualTo("%");
  }

  @Test
  void readsReferences() {
    assertThat(notice.references())
        .filteredOn(reference -> "18/KH-UBND".equals(reference.number()))
        .hasSize(2)
        .allSatisfy(reference -> assertThat(reference.date()).isEqualTo(LocalDate.of(2020, 1, 22)));
    assertThat(notice.references())
        .extracting(Reference::text)
        .contains("Bộ tiêu chí thôn đạt chuẩn nông thôn mới", "Bộ tiêu chí nông thôn mới nâng cao");
  }

  @Test
  void readsOutline() {
    assertThat(notice.outline())
        .extracting(section -> String.join("/", section.path()))
        .containsExactly(
            "1", "2", "2/a", "2/b", "2/c", "2/c/(1)", "2/c/(2)", "2/c/(3)", "2/c/(4)", "2/c/(5)",
            "3", "3/a", "3/b", "3/b/(1)", "3/b/(2)", "3/b/(3)", "3/b/(4)", "3/b/(5)", "4");
  }

  @Test
  void givesEverySentenceAClass() {
    int unclassed =
        notice.sentences().stream()
            .filter(sentence -> sentence.kind() == Sentence.Kind.OTHER)
            .mapToInt(sentence -> sentence.end() - sentence.start())
            .sum();
    assertThat(unclassed * 20).isLessThanOrEqualTo(text.length());
    assertThat(notice.sentences())
        .extracting(Sentence::kind)
        .contains(
            Sentence.Kind.TARGET,
            Sentence.Kind.RESULT,
            Sentence.Kind.ASSESSMENT,
            Sentence.Kind.CONSEQUENCE,
            Sentence.Kind.PREAMBLE);
  }
}
