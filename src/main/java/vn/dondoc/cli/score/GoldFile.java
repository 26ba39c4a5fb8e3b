package vn.dondoc.cli.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.exchange.ExchangeRefusal;
import vn.dondoc.kernel.Refusal;

/**
 * A file of annotation, {@code x.gold.json}, and the text it speaks of.
 *
 * @param name the file's name
 * @param gold what it says
 * @param text the text file, {@code x.txt} or the one named by "source", beside it
 */
record GoldFile(String name, Gold gold, Path text) {
  private static final String ENDING = ".gold.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One file, or all of a folder.
   *
   * @throws Refusal when there is none
   */
  static List<Path> under(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      if (files.isEmpty()) {
        throw Refusal.of(CliRefusal.GOLD_NONE, path.toString(), path);
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw Refusal.of(CliRefusal.FOLDER_UNREADABLE, path.toString(), path);
    }
  }

  static GoldFile read(Path file) {
    if (!Files.exists(file)) {
      throw ExchangeRefusal.MISSING.of(file.toString());
    }
    JsonNode json;
    try {
      json = JSON.readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException e) {
      throw Refusal.of(CliRefusal.GOLD_UNREADABLE, file.toString(), file);
    }
    if (!json.path("tasks").isArray()) {
      throw Refusal.of(CliRefusal.GOLD_UNREADABLE, file.toString(), file);
    }
    return new GoldFile(
        Objects.requireNonNull(file.getFileName()).toString(), gold(json), textOf(file, json));
  }

  private static Path textOf(Path file, JsonNode json) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    Path beside = file.resolveSibling(name.replaceFirst("(\\.gold)?\\.json$", ".txt"));
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    String source = string(json.get("source"));
    Path named = source == null ? null : file.resolveSibling(source);
    if (named == null || !Files.isRegularFile(named)) {
      throw Refusal.of(CliRefusal.GOLD_TEXT_MISSING, file.toString(), file, beside);
    }
    return named;
  }

  static Gold gold(JsonNode json) {
    List<Gold.Task> tasks = new ArrayList<>();
    for (JsonNode task : json.path("tasks")) {
      tasks.add(task(task));
    }
    List<Gold.Place> notTasks = new ArrayList<>();
    for (JsonNode each : json.path("not_tasks")) {
      notTasks.add(place(each, "quote_start"));
    }
    List<Gold.Place> targets = new ArrayList<>();
    for (JsonNode each : json.path("targets")) {
      targets.add(place(each, "text"));
    }
    return new Gold(tasks, notTasks, targets);
  }

  private static Gold.Task task(JsonNode json) {
    String alt = json.path("alt").isString() ? json.path("alt").stringValue() : "";
    String choice = alt.strip().toLowerCase(Locale.ROOT);
    boolean optional = choice.startsWith("omit") || choice.startsWith("merge");
    List<Gold.When> deadlines = new ArrayList<>();
    deadlines.add(GoldDeadline.of(json.path("deadline")));
    JsonNode other = json.get("alt_deadline");
    if (other != null && other.isArray()) {
      other.forEach(each -> deadlines.add(GoldDeadline.of(each)));
    } else if (other != null) {
      deadlines.add(GoldDeadline.of(other));
    }
    return new Gold.Task(
        place(json, "quote_start"),
        choices(json, "lead"),
        choices(json, "coordinate"),
        strings(json.path("report_to")),
        deadlines,
        string(json.get("deadline_op")),
        optional || "implied".equals(string(json.get("kind"))),
        !alt.isBlank() && !optional);
  }

  // "các Sở: A, B" may be given as written or spelled out.
  private static List<List<String>> choices(JsonNode json, String key) {
    List<List<String>> choices = new ArrayList<>();
    choices.add(strings(json.path(key)));
    for (String other : List.of(key + "_expanded", "alt_" + key)) {
      if (json.path(other).isArray()) {
        choices.add(strings(json.path(other)));
      }
    }
    return choices;
  }

  private static Gold.Place place(JsonNode json, String key) {
    List<Integer> lines = new ArrayList<>();
    json.path("lines").forEach(line -> lines.add(line.asInt(0)));
    String quote = Objects.requireNonNullElse(string(json.get(key)), "");
    String id = Objects.requireNonNullElse(string(json.get("id")), quote);
    return new Gold.Place(id, quote, lines, json.path("occurrence").asInt(0));
  }

  private static List<String> strings(JsonNode json) {
    List<String> out = new ArrayList<>();
    for (JsonNode each : json) {
      if (each.isString()) {
        out.add(each.stringValue());
      }
    }
    return out;
  }

  private static @Nullable String string(@Nullable JsonNode json) {
    return json != null && json.isString() ? json.stringValue() : null;
  }
}
