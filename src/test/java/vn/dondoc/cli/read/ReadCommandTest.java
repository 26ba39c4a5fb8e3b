package vn.dondoc.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.cli.Terminal;
import vn.dondoc.exchange.DocumentTexts;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

class ReadCommandTest {
  private static final String NOTICE =
      """
      Số: 45/TB-UBND

      Tỉnh Mẫu, ngày 14 tháng 8 năm 2020

      THÔNG BÁO

      Kết luận của Chủ tịch UBND tỉnh Mẫu

      1. Nhiệm vụ thời gian tới

      Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính rà soát tiến độ giải ngân, báo cáo UBND tỉnh trước ngày 25/9/2020.

      Chậm nhất đến ngày 31/8/2020 toàn bộ các công trình khởi công mới phải được khởi công xây dựng.
      """;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void showsHeadTasksAndWhatIsOpen() throws IOException {
    Path file = Files.writeString(folder.resolve("tb.txt"), NOTICE);

    assertThat(run(file.toString())).isZero();
    assertThat(said())
        .contains("Văn bản: Thông báo 45/TB-UBND")
        .contains("NHIỆM VỤ (2)")
        .contains("Chủ trì:   Sở Kế hoạch và Đầu tư")
        .contains("Phối hợp:  Sở Tài chính")
        .contains("Thời hạn:  trước ngày 25/09/2020")
        .contains("Thời hạn:  đến hết ngày 31/08/2020")
        .contains("CHƯA HIỂU: 1 nhiệm vụ chưa rõ chủ trì");
    assertThat(complained()).isEmpty();
  }

  @Test
  void refusesATextInCapitalsThatIsNoPaperOfAnOffice() throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("dua.txt"),
            "CÁCH MUỐI DƯA CẢI\n1. Rửa sạch cải, phơi héo.\n2. Pha nước muối, nén trong 3 ngày.\n");
    assertThat(run(recipe.toString())).isEqualTo(1);
    assertThat(complained().lines()).hasSize(1);
  }

  @Test
  void saysSoWhereALongTextGivesNoTask() throws IOException {
    String story =
        "Số: 45/BC-UBND\n\nBÁO CÁO\n\nTình hình mùa vụ\n\n" + "Lúa đã trổ đều. ".repeat(90);
    Path file = Files.writeString(folder.resolve("bc.txt"), story);
    assertThat(run(file.toString())).isZero();
    assertThat(said()).contains("mà không thấy nhiệm vụ nào").doesNotContain("Không còn chỗ nào");
  }

  @Test
  void tellsDayAndMonthOfACycle() throws IOException {
    String cycle =
        NOTICE + "\n2. Sở Tài chính báo cáo UBND tỉnh trước ngày 15/6 và 15/12 hằng năm.\n";
    Path file = Files.writeString(folder.resolve("ky.txt"), cycle);
    assertThat(run(file.toString())).isZero();
    assertThat(said()).contains("6 tháng một lần, trước ngày 15/6 và 15/12");
  }

  @Test
  void readsStandardInput() {
    assertThat(new ReadCommand(DocumentTexts.standard(), in(NOTICE)).run(List.of("-"), terminal()))
        .isZero();
    assertThat(said()).contains("đầu vào chuẩn").contains("45/TB-UBND");
  }

  @Test
  void printsOneObjectForOneFileAndAnArrayForSeveral() throws IOException {
    Path one = Files.writeString(folder.resolve("a.txt"), NOTICE);
    Path two = Files.writeString(folder.resolve("b.txt"), NOTICE);

    assertThat(run("--json", one.toString())).isZero();
    JsonNode object = JsonMapper.shared().readTree(said());
    assertThat(object.path("document").path("number").stringValue()).isEqualTo("45/TB-UBND");
    said.reset();

    assertThat(run("--json", one.toString(), two.toString())).isZero();
    JsonNode array = JsonMapper.shared().readTree(said());
    assertThat(array).hasSize(2);
    assertThat(array.get(0)).isEqualTo(object);
    ObjectNode second = ((ObjectNode) array.get(1)).deepCopy();
    assertThat(second.put("file", one.toString())).isEqualTo(object);
  }

  @Test
  void givesQuotesThatStandWhereTheOffsetsSay() throws IOException {
    String text = NOTICE.replace("\n", "\r\n");
    Path file = Files.writeString(folder.resolve("a.txt"), text);

    run("--json", file.toString());

    JsonNode json = JsonMapper.shared().readTree(said());
    assertThat(json.path("tasks")).hasSize(2);
    for (JsonNode task : json.path("tasks")) {
      assertThat(text.substring(task.path("start").asInt(), task.path("end").asInt()))
          .isEqualTo(task.path("quote").stringValue());
    }
  }

  @Test
  void keepsThePlaceOfARefusedFileInTheArray() throws IOException {
    Path empty = Files.createFile(folder.resolve("rong.txt"));
    Path good = Files.writeString(folder.resolve("a.txt"), NOTICE);

    assertThat(run("--json", empty.toString(), good.toString())).isEqualTo(1);
    JsonNode array = JsonMapper.shared().readTree(said());
    assertThat(array.get(0).path("refused").stringValue()).contains("rong.txt").contains("rỗng");
    assertThat(array.get(1).has("document")).isTrue();
  }

  @Test
  void aFileRefusedAloneIsAnObjectToo() throws IOException {
    Path empty = Files.createFile(folder.resolve("rong.txt"));

    assertThat(run("--json", empty.toString())).isEqualTo(1);
    JsonNode json = JsonMapper.shared().readTree(said());
    assertThat(json.path("file").stringValue()).endsWith("rong.txt");
    assertThat(json.path("refused").stringValue()).contains("rỗng");
  }

  @Test
  void printsALinePerFileOfAFolderAndASummary() throws IOException {
    Files.writeString(folder.resolve("a.txt"), NOTICE);
    Files.writeString(folder.resolve("b.txt"), NOTICE);
    Files.createFile(folder.resolve("c.pdf"));
    Files.createFile(folder.resolve("anh.png"));

    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(said().lines().toList())
        .hasSize(4)
        .element(0)
        .asString()
        .startsWith("a.txt: 2 nhiệm vụ (1 chưa rõ chủ trì)");
    assertThat(said()).contains("c.pdf: TỪ CHỐI – ").contains("đọc 2 tệp, từ chối 1; 4 nhiệm vụ");
    assertThat(complained()).contains("bỏ qua 1 tệp");
  }

  @Test
  void refusesInOneSentenceThatNamesTheFile() throws IOException {
    Path broken = Files.write(folder.resolve("hong.docx"), new byte[] {'P', 'K', 3, 4, 9, 9, 9});

    assertThat(run(broken.toString(), folder.resolve("khong-co.txt").toString())).isEqualTo(1);
    assertThat(complained().lines().toList()).hasSize(2);
    assertThat(complained()).contains("hong.docx").contains("khong-co.txt");
    assertThat(said()).isEmpty();
  }

  @Test
  void refusesATextThatIsNoOfficialOne() throws IOException {
    Path recipe =
        Files.writeString(
            folder.resolve("pho.txt"),
            "Phở bò\n\nNinh xương với gừng nướng và hoa hồi. Nêm mắm, hớt bọt, chan lên bánh phở.\n");

    assertThat(run(recipe.toString())).isEqualTo(1);
    assertThat(complained().lines().toList()).hasSize(1);
    assertThat(complained()).contains("pho.txt");
    assertThat(said()).isEmpty();
  }

  @Test
  void aTextThatIsNoOfficialOneIsARefusedObjectInJsonToo() throws IOException {
    Path good = Files.writeString(folder.resolve("a.txt"), NOTICE);
    Path code =
        Files.writeString(folder.resolve("ma.txt"), "int main() { return 0; }\nvoid stop() {}\n");

    assertThat(run("--json", code.toString())).isEqualTo(1);
    JsonNode alone = JsonMapper.shared().readTree(said());
    assertThat(alone.propertyNames()).containsExactly("file", "refused");
    assertThat(alone.path("refused").stringValue()).contains("ma.txt");

    said.reset();
    assertThat(run("--json", folder.toString())).isEqualTo(1);
    JsonNode array = JsonMapper.shared().readTree(said());
    assertThat(array.get(0).path("file").stringValue()).isEqualTo(good.toString());
    assertThat(array.get(0).has("refused")).isFalse();
    assertThat(array.get(1).propertyNames()).containsExactly("file", "refused");
  }

  @Test
  void tellsAWrongCallFromARefusedFile() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--sai")).isEqualTo(2);
    assertThat(complained()).contains("--sai");
    assertThat(run("--help")).isZero();
    assertThat(said()).contains("Mã thoát");
  }

  @Test
  void refusesAnEmptyNameInsteadOfReadingTheWorkingFolder() throws IOException {
    assertThat(run("")).isEqualTo(1);
    assertThat(said()).isEmpty();
    assertThat(run("--json", "")).isEqualTo(1);
    assertThat(complained().lines().toList())
        .hasSize(2)
        .allMatch(line -> line.contains("để trống"));
    assertThat(JsonMapper.shared().readTree(said()).path("refused").stringValue())
        .contains("để trống");
  }

  @Test
  void readsANamedPipeWithinTheSameLimit() throws Exception {
    assertThat(run(pipe(NOTICE.getBytes(StandardCharsets.UTF_8)))).isZero();
    assertThat(said()).contains("45/TB-UBND");

    String large = pipe(new byte[(20 << 20) + 1]);
    assertThat(run(large)).isEqualTo(1);
    assertThat(complained()).contains(large).contains("20 MB");
  }

  private String pipe(byte[] bytes) throws Exception {
    Path pipe = folder.resolve("ong-" + bytes.length);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread.ofVirtual()
        .start(() -> {
          try (OutputStream out = Files.newOutputStream(pipe)) {
            out.write(bytes);
          } catch (IOException e) {
            // The reader has had enough.
          }
        });
    return pipe.toString();
  }

  @Test
  void takesWhatFollowsTwoDashesAsNames() throws IOException {
    Path file = Files.writeString(folder.resolve("--json"), NOTICE);
    assertThat(run("--", file.toString())).isZero();
    assertThat(said()).contains("45/TB-UBND");

    assertThat(run("--", "--json")).isEqualTo(1);
    assertThat(complained()).contains("Không tìm thấy tệp “--json”");
  }

  @Test
  void refusesAFolderWithNothingToRead() throws IOException {
    Files.createFile(folder.resolve("anh.png"));

    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(complained().lines().toList())
        .singleElement()
        .asString()
        .contains(folder.toString(), "không có tệp nào đọc được");
    assertThat(said()).isEmpty();

    assertThat(run("--json", folder.toString())).isEqualTo(1);
    assertThat(JsonMapper.shared().readTree(said()).get(0).has("refused")).isTrue();
  }

  private int run(String... args) {
    return new ReadCommand(DocumentTexts.standard(), in("")).run(List.of(args), terminal());
  }

  private Terminal terminal() {
    return new Terminal(
        new PrintStream(said, true, StandardCharsets.UTF_8),
        new PrintStream(complained, true, StandardCharsets.UTF_8),
        Texts.in(Language.VI));
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return complained.toString(StandardCharsets.UTF_8);
  }

  @Test
  void namesTheDaysItCannotPlace() throws IOException {
    String text = NOTICE.replace("25/9/2020", "31/02/2020").replace("31/8/2020", "1/1/99999999999");
    Path file = Files.writeString(folder.resolve("tb.txt"), text);

    assertThat(run(file.toString())).isZero();
    assertThat(said())
        .contains("2 thời hạn chưa định được ngày")
        .contains("T01  chưa định được ngày: “trước ngày 31/02/2020”");
  }

  @Test
  void everyObjectNamesItsFile() throws IOException {
    Path one = Files.writeString(folder.resolve("a.txt"), NOTICE);
    assertThat(run("--json", one.toString())).isZero();
    assertThat(JsonMapper.shared().readTree(said()).path("file").stringValue())
        .isEqualTo(one.toString());
    said.reset();
    run("--json", one.toString(), folder.resolve("khong-co.txt").toString());
    assertThat(JsonMapper.shared().readTree(said()).findValuesAsString("file"))
        .containsExactly(one.toString(), folder.resolve("khong-co.txt").toString());
  }

  @Test
  void refusesWhatIsNoDocumentThoughItHasALineInCapitals() throws IOException {
    String words =
        "CÁCH NẤU PHỞ BÒ\n\nXương bò rửa sạch, chần qua nước sôi.\n\n"
            + "Hành và gừng nướng thơm, quế và hồi rang nhẹ.\n\nNước dùng trong, ngọt, thơm.\n";
    for (String text : List.of(words, "{\"a\":1}", "x")) {
      Path file = Files.writeString(folder.resolve("la.txt"), text);
      complained.reset();
      assertThat(run(file.toString())).as(text).isEqualTo(1);
      assertThat(complained()).contains("la.txt", "không có gì của một văn bản");
    }
  }

  @Test
  void listsAFolderWithNamesOnOneLine() throws IOException {
    Files.writeString(folder.resolve("xau\u001b[31m\nten.txt"), NOTICE);
    assertThat(run(folder.toString())).isZero();
    assertThat(said()).contains("xau·[31m·ten.txt").doesNotContain("\u001b");
  }

  @Test
  void tellsAFileNameWithCodesInItOnOneLine() {
    assertThat(run("xau\u001b[31m\nten.txt")).isEqualTo(1);
    assertThat(complained().strip()).contains("xau·[31m·ten.txt").doesNotContain("\u001b");
  }
}
