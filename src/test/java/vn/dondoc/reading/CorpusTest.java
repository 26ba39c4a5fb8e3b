package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the studied texts of the corpus and holds the reader to what it has reached on them. */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/reading/corpus");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private int found;
  private int missed;
  private int invented;
  private int leads;
  private int deadlines;
  private final List<String> faults = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "tuned, 0.98, 0.99, 0.98",
    "second, 0.97, 0.96, 0.93",
    "third, 0.95, 0.95, 0.94",
    "fourth, 0.91, 0.88, 0.88",
    "fifth, 0.94, 0.95, 0.94",
    "sixth, 0.98, 0.98, 0.99",
    "seventh, 0.98, 0.96, 0.99",
    "eighth, 0.97, 0.98, 0.98",
  })
  void keepsTheFloorsReached(String folder, double tasks, double lead, double deadline)
      throws IOException {
    List<Path> golds;
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      golds = files.filter(file -> file.toString().endsWith(".gold.json")).sorted().toList();
    }
    assertThat(golds).hasSizeGreaterThanOrEqualTo(16);
    for (Path gold : golds) {
      score(gold);
    }
    double f1 = 2.0 * found / (2.0 * found + missed + invented);
    assertThat(f1).as("task F1; %s", faults).isGreaterThanOrEqualTo(tasks);
    assertThat((double) leads / found).as("lead; %s", faults).isGreaterThanOrEqualTo(lead);
    assertThat((double) deadlines / found)
        .as("deadline; %s", faults)
        .isGreaterThanOrEqualTo(deadline);
  }

  @Test
  void findsNoTaskWhereTheTextOnlyReports() throws IOException {
    String text = Files.readString(CORPUS.resolve("tuned/14-danh-gia-khong-viec.txt"));
    assertThat(Notices.standard().read(text).assignments()).isEmpty();
  }

  private void score(Path goldFile) throws IOException {
    JsonNode gold = JSON.readTree(Files.readString(goldFile));
    String text =
        Normalizer.normalize(
            Files.readString(goldFile.resolveSibling(gold.path("source").stringValue())),
            Normalizer.Form.NFC);
    List<Assignment> read = Notices.standard().read(text).assignments();
    List<Integer> starts = new ArrayList<>();
    for (JsonNode task : gold.path("tasks")) {
      starts.add(start(text, task));
    }
    Set<Assignment> taken = new HashSet<>();
    int at = 0;
    for (JsonNode task : gold.path("tasks")) {
      int from = starts.get(at);
      int line = text.indexOf('\n', from);
      int to = line < 0 ? text.length() : line;
      at++;
      if (at < starts.size()) {
        to = Math.min(to, starts.get(at));
      }
      Assignment match = match(read, taken, from, to);
      boolean free = task.path("alt").isString() || "implied".equals(string(task, "kind"));
      if (match != null) {
        taken.add(match);
      }
      if (match == null) {
        missed += free ? 0 : 1;
        note(!free, goldFile, task, "missed");
      } else {
        compare(goldFile, task, match);
      }
    }
    for (Assignment each : read) {
      boolean free = taken.contains(each) || insideFree(gold, starts, each);
      invented += free ? 0 : 1;
      if (!free) {
        faults.add(goldFile.getFileName() + " invented " + each.quote());
      }
    }
  }

  private void compare(Path file, JsonNode task, Assignment match) {
    found++;
    Set<String> lead = folded(match.parties().lead());
    boolean right =
        lead.equals(folded(strings(task.path("lead"))))
            || task.has("alt_lead") && lead.equals(folded(strings(task.path("alt_lead"))));
    leads += right ? 1 : 0;
    note(!right, file, task, "lead " + match.parties().lead());
    String said = said(match);
    boolean timely =
        said.equals(wanted(task.path("deadline")))
            || task.path("alt_deadline").valueStream().anyMatch(d -> said.equals(wanted(d)));
    deadlines += timely ? 1 : 0;
    note(!timely, file, task, "deadline " + said);
  }

  private void note(boolean wrong, Path file, JsonNode task, String what) {
    if (wrong) {
      faults.add(file.getFileName() + " " + string(task, "id") + " " + what);
    }
  }

  private static boolean insideFree(JsonNode gold, List<Integer> starts, Assignment read) {
    for (int k = 0; k < starts.size(); k++) {
      JsonNode task = gold.path("tasks").get(k);
      int next = k + 1 < starts.size() ? starts.get(k + 1) : Integer.MAX_VALUE;
      if (task.path("alt").isString() && read.start() >= starts.get(k) && read.start() < next) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Assignment match(
      List<Assignment> read, Set<Assignment> taken, int from, int to) {
    @Nullable Assignment best = null;
    int most = 0;
    for (Assignment each : read) {
      int shared = Math.min(to, each.end()) - Math.max(from, each.start());
      boolean meets = 2 * shared >= Math.min(to - from, each.end() - each.start());
      if (meets && shared > most && !taken.contains(each)) {
        best = each;
        most = shared;
      }
    }
    return best;
  }

  private static int start(String text, JsonNode task) {
    String words =
        Stream.of(string(task, "quote_start").split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    int line = task.path("lines").path(0).asInt();
    int offset = 0;
    for (int k = 1; k < line; k++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    var found = Pattern.compile(words).matcher(text);
    assertThat(found.find(offset)).as("quote %s", string(task, "quote_start")).isTrue();
    for (int k = line > 0 ? 1 : task.path("occurrence").asInt(1); k > 1; k--) {
      assertThat(found.find()).as("quote %s, once more", string(task, "quote_start")).isTrue();
    }
    return found.start();
  }

  private static String wanted(JsonNode deadline) {
    if (deadline.isString()) {
      return deadline.stringValue();
    }
    if (deadline.has("every")) {
      return deadline.path("every").stringValue() + " " + deadline.path("day").asInt(0);
    }
    if (deadline.has("within")) {
      return deadline.path("within").asInt() + " " + string(deadline, "unit");
    }
    return deadline.has("after_event") ? "event" : "";
  }

  private static String said(Assignment task) {
    Deadline deadline = task.deadline();
    if (deadline == null) {
      return "";
    }
    return switch (deadline.kind()) {
      case DATE -> deadline.date() + (deadline.time() == null ? "" : "T" + deadline.time());
      case RECURRING ->
          String.valueOf(deadline.every()).toLowerCase(Locale.ROOT)
              + " "
              + (deadline.dayTold() == null ? 0 : deadline.dayTold());
      case RELATIVE -> deadline.within() + " " + deadline.unit();
      case EVENT -> "event";
      default -> "";
    };
  }

  private static Set<String> folded(List<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  private static String string(JsonNode json, String key) {
    return json.path(key).asString("");
  }
}
