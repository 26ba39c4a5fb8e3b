package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dondoc.exchange.document.Recognition;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

class LegacyEncodingTest {
  private static final String TEXT =
      "Ủy ban nhân dân tỉnh yêu cầu các huyện, thành phố khẩn trương rà soát, báo cáo kết quả"
          + " trước ngày 25/9/2020; đẩy nhanh tiến độ giải ngân, xử lý vướng mắc về đất đai.";
  // The same words as the fonts of each old encoding store them.
  private static final String TCVN3 =
      "ñy ban nh©n d©n tØnh yªu cÇu c¸c huyÖn, thµnh phè khÈn tr\u00ad¬ng rµ so¸t, b¸o c¸o kÕt qu¶"
          + " tr\u00adíc ngµy 25/9/2020; ®Èy nhanh tiÕn ®é gi¶i ng©n, xö lý v\u00adíng m¾c vÒ ®Êt ®ai.";
  private static final String VNI =
      "UÛy ban nhaân daân tænh yeâu caàu caùc huyeän, thaønh phoá khaån tröông raø soaùt, baùo caùo keát quaû"
          + " tröôùc ngaøy 25/9/2020; ñaåy nhanh tieán ñoä giaûi ngaân, xöû lyù vöôùng maéc veà ñaát ñai.";

  private final DocumentTexts texts =
      DocumentTexts.with(ExchangeLimits.STANDARD, Recognition.none());

  @Test
  void readsTcvn3() {
    // TCVN3 has no capital with a tone, so the first word stays small.
    assertThat(said(TCVN3, StandardCharsets.ISO_8859_1, "TCVN3 (ABC)"))
        .isEqualTo("ủ" + TEXT.substring(1));
  }

  @Test
  void readsVni() {
    assertThat(said(VNI, Charset.forName("windows-1252"), "VNI")).isEqualTo(TEXT);
  }

  @Test
  void readsWindows1258() {
    String apart =
        "Yêu câ\u0300u ca\u0301c huyê\u0323n, tha\u0300nh phô\u0301 râ\u0301t khâ\u0309n trương ra\u0300 soa\u0301t.";
    assertThat(said(apart, Charset.forName("windows-1258"), "windows-1258"))
        .isEqualTo("Yêu cầu các huyện, thành phố rất khẩn trương rà soát.");
  }

  @Test
  void readsAWordFileTypedInAnOldFont() {
    byte[] file =
        Documents.docx(word -> {
          word.createParagraph().createRun().setText(TCVN3);
          word.createParagraph().createRun().setText("TH¤NG B¸O KÕT LUËN");
        });
    assertThat(texts.read("a.docx", file).text())
        .isEqualTo("ủ" + TEXT.substring(1) + "\nTHÔNG BÁO KẾT LUẬN\n");
  }

  @Test
  void leavesUnicodeAlone() {
    assertThat(texts.read("a.txt", TEXT.getBytes(StandardCharsets.UTF_8)).notes()).isEmpty();
    String french = "Le ministère a été créé à Genève, où l'été s'achève déjà près de la forêt.";
    assertThat(texts.read("a.txt", french.getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo(french);
  }

  @Test
  void refusesBytesOfNoEncoding() {
    byte[] noise = new byte[4000];
    Random random = new Random(5);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i % 7 == 0 ? ' ' : 0x80 + random.nextInt(0x80));
    }
    assertThatThrownBy(() -> texts.read("a.txt", noise))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(ExchangeRefusal.UNKNOWN_ENCODING));
  }

  private String said(String stored, Charset charset, String encoding) {
    ExtractedText read = texts.read("a.txt", stored.getBytes(charset));
    assertThat(read.notes())
        .extracting(Problem::key, problem -> problem.arguments().get(1))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("exchange.note.encoding", encoding));
    return read.text();
  }

  @Test
  void readsUtf32ByItsMark() {
    String text = "Giao Sở Xây dựng rà soát hồ sơ, báo cáo trước ngày 20/9/2020.";
    for (String name : new String[] {"UTF-32LE", "UTF-32BE"}) {
      byte[] bytes = ("\uFEFF" + text).getBytes(java.nio.charset.Charset.forName(name));
      assertThat(DocumentTexts.standard().read("tb.txt", bytes).text()).isEqualTo(text);
    }
  }
}
