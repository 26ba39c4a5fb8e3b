import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long {@code ./dondoc demo} takes until it is ready, on a new data folder and on a kept one;
 * the floor is a Java program that says one word, plus PostgreSQL's own start where it is made.
 */
final class StartBench {
  private StartBench() {}

  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    Rows rows = new Rows();
    List<Double> bare = new ArrayList<>();
    List<Double> made = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int round = 0; round < (quick ? 1 : 5); round++) {
      Path data = Files.createTempDirectory("dondoc-bench");
      bare.add(seconds("version", "", List.of(System.getProperty("java.home") + "/bin/java", "--version")));
      made.add(seconds("made", "127.0.0.1:", demo(data)));
      kept.add(seconds("kept", "127.0.0.1:", demo(data)));
      try (var files = Files.walk(data)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    double floor = Rows.median(bare);
    rows.add("demo ready, new data", Rows.median(made), "s", floor);
    rows.add("demo ready, kept data", Rows.median(kept), "s", floor);
    rows.print(List.of(args).contains("--json"));
  }

  private static List<String> demo(Path data) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return List.of(
          "./dondoc", "demo", "--data", data.toString(), "--port", "" + socket.getLocalPort());
    }
  }

  /** From the call until a line has these words, then a polite end. */
  private static double seconds(String what, String words, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    double ready = -1;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line; ready < 0 && (line = lines.readLine()) != null; ) {
        if (line.contains(words)) {
          ready = (System.nanoTime() - start) / 1e9;
        }
      }
      process.destroy();
      process.waitFor();
    }
    if (ready < 0) {
      throw new IllegalStateException(what + " never became ready");
    }
    return ready;
  }
}
