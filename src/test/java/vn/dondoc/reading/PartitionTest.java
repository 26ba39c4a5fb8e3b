package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, its sentences cover it exactly and nothing is thrown. */
class PartitionTest {
  private static final String SAMPLE =
      """
      UBND TỈNH MẪU SƠN
      Số: 12/TB-UBND
      Mẫu Sơn, ngày 05 tháng 7 năm 2020
      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh tại cuộc họp
      Sau khi nghe Sở Y tế báo cáo, Chủ tịch UBND tỉnh kết luận như sau:
      1. Kết quả: đã tiêm được 65% đối tượng.
      2. Nhiệm vụ
      a) Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát; báo cáo trước ngày 20/7.
      - Trường hợp UBND các huyện thiếu vắc xin thì báo cáo Sở Y tế.
      Phấn đấu đạt từ 80 - 90% trở lên./.
      Nơi nhận:
      - Như trên;
      - Lưu: VT.
      KT. CHỦ TỊCH
      PHÓ CHỦ TỊCH
      Trần Văn Mẫu
      """;
  private static final String NOISE = "aẢ.;:,-()1/ \n\0\ud800\udc00*|\u0301\u200b[]“”–\tgiao";

  private static void covers(String text) {
    Notice notice = Reads.read(text);
    int at = 0;
    for (Sentence sentence : notice.sentences()) {
      assertThat(sentence.start()).isEqualTo(at);
      assertThat(sentence.end()).isGreaterThan(at);
      at = sentence.end();
    }
    assertThat(at).isEqualTo(text.length());
    for (Assignment task : notice.assignments()) {
      assertThat(task.quote()).isEqualTo(text.substring(task.start(), task.end()));
      for (Assignment.Mark mark : task.marks()) {
        assertThat(mark.start()).isBetween(0, mark.end() - 1);
        assertThat(mark.end()).isLessThanOrEqualTo(text.length());
      }
    }
    assertThat(Reads.read(text)).isEqualTo(notice);
  }

  @Test
  void survivesRandomDamage() {
    Random random = new Random(20200814);
    for (int round = 0; round < 400; round++) {
      int from = random.nextInt(SAMPLE.length());
      int to = from + random.nextInt(SAMPLE.length() - from + 1);
      StringBuilder text = new StringBuilder(SAMPLE.substring(from, to));
      int edits = random.nextInt(30);
      for (int k = 0; k < edits && !text.isEmpty(); k++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
          case 1 -> text.deleteCharAt(at);
          default -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
        }
      }
      covers(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n",
        "\0",
        "\ud800",
        "\u0301",
        "\uFEFF",
        "(",
        ".",
        "1.",
        "-",
        "Nơi nhận:",
        "Số:",
        "giao"
      })
  void coversTinyTexts(String text) {
    covers(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "( ",
        "Sở Tài chính, ",
        "giao ",
        "1. ",
        "\n",
        "trước ngày 1/1 ",
        "do Sở ",
        "\u0301",
        ". "
      })
  void staysLinearOnAMillionUnits(String unit) {
    String text = unit.repeat(1_000_000 / unit.length());
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> Reads.read(text));
  }

  @Test
  void readsDecomposedTextAlike() {
    String decomposed = Normalizer.normalize(SAMPLE, Normalizer.Form.NFD);
    covers(decomposed);
    assertThat(Reads.summary(decomposed)).isEqualTo(Reads.summary(SAMPLE));
    Assignment task = Reads.tasks(decomposed).getFirst();
    assertThat(
            Normalizer.normalize(
                decomposed.substring(task.start(), task.end()), Normalizer.Form.NFC))
        .isEqualTo(Reads.tasks(SAMPLE).getFirst().quote());
  }

  @Test
  void classesTheWholeSample() {
    List<Sentence.Kind> kinds =
        Reads.read(SAMPLE).sentences().stream().map(Sentence::kind).distinct().toList();
    assertThat(kinds)
        .containsExactly(
            Sentence.Kind.HEADER,
            Sentence.Kind.PREAMBLE,
            Sentence.Kind.RESULT,
            Sentence.Kind.TASK,
            Sentence.Kind.TARGET,
            Sentence.Kind.RECIPIENT,
            Sentence.Kind.SIGNATURE);
  }
}
