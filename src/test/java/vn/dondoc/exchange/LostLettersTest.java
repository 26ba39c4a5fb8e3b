package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.exchange.document.Recognition;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

class LostLettersTest {
  private static final String TEXT =
      "UBND tỉnh yêu cầu các huyện, thành phố khẩn trương rà soát, báo cáo kết quả trước ngày"
          + " 25/9/2020; đẩy nhanh tiến độ giải ngân, xử lý vướng mắc về đất đai.";
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset VIETNAMESE = Charset.forName("windows-1258");

  private final DocumentTexts texts =
      DocumentTexts.with(ExchangeLimits.STANDARD, Recognition.none());

  @Test
  void restoresATextThatWasEncodedTwice() {
    for (Charset mistaken : List.of(WESTERN, VIETNAMESE, StandardCharsets.ISO_8859_1)) {
      String doubled = passedThrough(mistaken);
      ExtractedText read = read(doubled);
      assertThat(read.text()).as(mistaken.name()).isEqualTo(TEXT);
      assertThat(read.notes()).extracting(Problem::key).containsExactly("exchange.note.doubled");
    }
  }

  /** As a program that keeps what it cannot show. */
  private static String passedThrough(Charset mistaken) {
    StringBuilder out = new StringBuilder();
    for (byte each : TEXT.getBytes(StandardCharsets.UTF_8)) {
      String letter = new String(new byte[] {each}, mistaken);
      out.append(letter.equals("\ufffd") ? String.valueOf((char) (each & 0xff)) : letter);
    }
    return out.toString();
  }

  @Test
  void refusesATextEncodedTwiceThatLostBytesOnTheWay() {
    refuses(new String(TEXT.getBytes(StandardCharsets.UTF_8), WESTERN).replace("\ufffd", ""));
    refuses(new String(TEXT.getBytes(StandardCharsets.UTF_8), WESTERN));
    refuses("Ghi chú của văn thư: tệp này chép lại. " + passedThrough(WESTERN));
  }

  @Test
  void refusesLettersReplacedBySigns() {
    refuses(new String(TEXT.getBytes(WESTERN), StandardCharsets.UTF_8));
    refuses(new String(TEXT.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
    refuses(
        new String(
            TEXT.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII),
            StandardCharsets.US_ASCII));
    refuses(TEXT.replaceAll("[ỉầệốẩươế]", "\ufffd"));
    assertThatThrownBy(() -> texts.read("a.txt", TEXT.getBytes(WESTERN)))
        .isInstanceOf(Refusal.class);
    byte[] word =
        Documents.docx(
            file -> file.createParagraph().createRun().setText(TEXT.replaceAll("[ỉầệốẩươế]", "?")));
    assertThatThrownBy(() -> texts.read("a.docx", word)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UBND tinh yeu cau cac huyen, thanh pho khan truong ra soat, bao cao truoc ngay 25/9/2020.",
        "THÔNG BÁO KẾT LUẬN VỀ CẤP XÃ… “CẤP XÃ” CẤP XÃ – XÃ\u00a0HỮU LŨNG, XÃ » XÃ’",
        "Đã làm gì? Vì sao? Ai chịu trách nhiệm?Vì chưa rõ; xem http://a.vn/tim?ten=x&b?c=d",
        "Diện tích 12 m², 3 km², 25°C, 5 m³/s, R’lấp, H’Mông, 1.000 m²/hộ, «khá», «đã», §5, ½ ngày",
        "Le ministère a été créé à Genève, où l’été s’achève déjà près de la forêt, « à côté »."
      })
  void leavesACleanTextAlone(String clean) {
    ExtractedText read = read(clean);
    assertThat(read.text()).isEqualTo(clean);
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void leavesEveryTextOfTheCorpusAlone() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/test/resources/reading/corpus"))) {
      List<Path> files = all.filter(file -> file.toString().endsWith(".txt")).toList();
      assertThat(files).hasSizeGreaterThan(80);
      for (Path file : files) {
        assertThat(texts.read(file).text()).as(file.toString()).isEqualTo(Files.readString(file));
      }
    }
  }

  private ExtractedText read(String text) {
    return texts.read("a.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private void refuses(String text) {
    assertThatThrownBy(() -> read(text))
        .as(text)
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(ExchangeRefusal.LOST_LETTERS));
  }
}
