import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Notices;

/** How fast a notice is read once warm; the floor is normalising and splitting the same text. */
final class ReadBench {
  private static final int CHARACTERS = 20_000;
  private static final Path OFFICIAL = Path.of("../shared/seed/thong-bao-2020-08.txt");
  private static final List<Path> CORPORA =
      List.of(
          Path.of("../shared/seed"),
          Path.of("src/test/resources/reading/corpus/tuned"),
          Path.of("src/test/resources/reading/corpus/untouched"));
  private static final String HEAD =
      """
      UBND TỈNH MẪU
      VĂN PHÒNG
      -------
      Số: 401/TB-VP
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Tỉnh Mẫu, ngày 14 tháng 8 năm 2020

      THÔNG BÁO
      Kết luận của đồng chí Chủ tịch UBND tỉnh tại hội nghị đánh giá tiến độ

      """;
  private static final String[] CLAUSES = {
    "Sở Mẫu %d chủ trì, phối hợp với UBND huyện Mẫu %d rà soát hồ sơ, báo cáo UBND tỉnh trước ngày"
        + " %d/9/2020.",
    "Giao Ban QLDA mẫu %02d đẩy nhanh tiến độ công trình số %d, hoàn thành trong tháng %d năm 2020.",
    "Trong 7 tháng đầu năm, tỷ lệ giải ngân của chủ đầu tư mẫu %d đạt %d,%d%% kế hoạch.",
    "UBND xã Mẫu %d tổng hợp nhu cầu xi măng của %d thôn, gửi Sở Mẫu %d hằng tháng.",
    "Đơn vị mẫu %d nào không hoàn thành %d nhiệm vụ trên thì người đứng đầu kiểm điểm trong quý %d.",
  };

  private ReadBench() {}

  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    int rounds = quick ? 60 : 400;
    Rows rows = new Rows();
    Notices notices = Notices.standard();
    measure(rows, notices, "read 20,000 characters", generated(), rounds);
    if (Files.exists(OFFICIAL)) {
      measure(rows, notices, "read the official notice", Files.readString(OFFICIAL), rounds);
    }
    for (Path corpus : CORPORA) {
      if (Files.exists(corpus)) {
        score(rows, corpus);
      }
    }
    rows.print(List.of(args).contains("--json"));
  }

  /** What ./dondoc score says of the annotated texts in a folder, all of them together. */
  private static void score(Rows rows, Path corpus) throws Exception {
    List<String> command = new ArrayList<>(List.of("./dondoc", "score", "--json"));
    try (Stream<Path> files = Files.walk(corpus)) {
      files.map(Path::toString).filter(f -> f.endsWith(".gold.json")).sorted().forEach(command::add);
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    JsonNode all = new ObjectMapper().readTree(process.getInputStream().readAllBytes()).get("all");
    String name = corpus.getFileName() + " (" + (command.size() - 3) + " texts), ";
    rows.add(name + "task F1", all.get("tasks").get("f1").asDouble(), "share");
    for (String part : List.of("lead", "deadline", "other")) {
      rows.add(name + part, all.get(part).get("share").asDouble(), "share");
    }
  }

  private static void measure(Rows rows, Notices notices, String name, String text, int rounds) {
    List<Double> read = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    long kept = 0;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      Notice notice = notices.read(text);
      long middle = System.nanoTime();
      String[] words = Normalizer.normalize(text, Normalizer.Form.NFC).split("\\s+");
      long end = System.nanoTime();
      kept += notice.hashCode() + words.length;
      // The first half only warms the virtual machine.
      if (round >= rounds / 2) {
        read.add((middle - start) / 1e6);
        floor.add((end - middle) / 1e6);
      }
    }
    if (kept == 42) {
      System.err.println("kept");
    }
    rows.add(name + ", median", Rows.median(read), "ms", Rows.median(floor));
    rows.add(name + ", speed", text.length() / Rows.median(read) / 1000, "M/s");
  }

  private static String generated() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 1; text.length() < CHARACTERS; i++) {
      String clause = CLAUSES[i % CLAUSES.length];
      text.append(i).append(". ").append(clause.formatted(i % 19 + 1, i % 11 + 1, i % 9 + 1));
      text.append('\n');
    }
    return text.substring(0, CHARACTERS);
  }
}
