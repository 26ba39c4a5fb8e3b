package vn.dondoc.directive.circulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Certainty;
import vn.dondoc.agency.Resolution;

/**
 * Đọc nơi nhận: takes the lines of recipients apart into names of the directory. A comma stands
 * between names and within them ("HĐND, UBND các huyện"), so the longest run that is a name wins.
 */
@Component
class AddresseeReading {
  /** The most recipients one document is read to have. */
  static final int MOST = 300;

  private static final int LONGEST_RUN = 4;
  private static final int LONGEST_WORDS = 500;
  private static final int LONGEST_LINE = 2000;
  private static final Pattern ASIDE = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern AND = Pattern.compile("\\s+và\\s+");
  private static final Resolution UNKNOWN = new Resolution(List.of(), Certainty.UNKNOWN);

  private final Bodies bodies;
  private final CirculationWords words;

  AddresseeReading(Bodies bodies, CirculationWords words) {
    this.bodies = bodies;
    this.words = words;
  }

  /**
   * A name and what the directory makes of it.
   *
   * @param words the name as written
   * @param line the line it stands in
   * @param onward the words that ask to pass the document on
   * @param meant who that is, or might be
   */
  record Read(String words, String line, @Nullable String onward, Resolution meant) {}

  private record Line(String text, @Nullable String onward, List<String> tokens) {}

  List<Read> read(List<String> written, LocalDate day) {
    List<Line> lines =
        written.stream()
            .map(text -> text.substring(0, Math.min(text.length(), LONGEST_LINE)).strip())
            .filter(text -> !text.isEmpty() && !words.isArchive(text))
            .limit(MOST)
            .map(this::line)
            .toList();
    Set<String> asked = new LinkedHashSet<>();
    for (Line line : lines) {
      asked.addAll(runs(line.tokens()));
    }
    Map<String, Resolution> known = bodies.resolve(asked, day);
    List<Read> read = new ArrayList<>();
    for (Line line : lines) {
      read.addAll(parts(line, known));
    }
    return read.subList(0, Math.min(read.size(), MOST));
  }

  private Line line(String text) {
    String onward = null;
    Matcher aside = ASIDE.matcher(text);
    while (aside.find()) {
      String said = String.valueOf(aside.group(1)).strip();
      onward = words.asksOnward(said) ? said : onward;
    }
    String plain = ASIDE.matcher(text).replaceAll(" ");
    List<String> tokens =
        Arrays.stream(plain.split("[,;]"))
            .map(token -> token.replaceAll("^[\\s\\-–+•.]+|[\\s./:]+$", ""))
            .map(token -> token.substring(0, Math.min(token.length(), LONGEST_WORDS)))
            .filter(token -> !token.isBlank())
            .toList();
    return new Line(text, onward, tokens);
  }

  private static Set<String> runs(List<String> tokens) {
    Set<String> runs = new LinkedHashSet<>();
    for (int from = 0; from < tokens.size(); from++) {
      for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST_RUN); to++) {
        runs.add(String.join(", ", tokens.subList(from, to)));
      }
      runs.addAll(halves(tokens.get(from)));
    }
    return runs;
  }

  private static List<String> halves(String token) {
    List<String> halves = new ArrayList<>();
    Matcher and = AND.matcher(token);
    while (and.find()) {
      halves.add(token.substring(0, and.start()));
      halves.add(token.substring(and.end()));
    }
    return halves;
  }

  private static List<Read> parts(Line line, Map<String, Resolution> known) {
    List<Read> parts = new ArrayList<>();
    List<String> tokens = line.tokens();
    int at = 0;
    while (at < tokens.size()) {
      int length = longestSure(tokens, at, known);
      String run = String.join(", ", tokens.subList(at, at + length));
      Resolution meant = known.getOrDefault(run, UNKNOWN);
      List<String> both = meant.isSure() ? List.of() : sureHalves(run, known);
      for (String half : both) {
        parts.add(new Read(half, line.text(), line.onward(), known.getOrDefault(half, UNKNOWN)));
      }
      if (both.isEmpty()) {
        parts.add(new Read(run, line.text(), line.onward(), meant));
      }
      at += length;
    }
    return parts;
  }

  private static int longestSure(List<String> tokens, int at, Map<String, Resolution> known) {
    for (int length = Math.min(LONGEST_RUN, tokens.size() - at); length > 1; length--) {
      String run = String.join(", ", tokens.subList(at, at + length));
      if (known.getOrDefault(run, UNKNOWN).isSure()) {
        return length;
      }
    }
    return 1;
  }

  private static List<String> sureHalves(String token, Map<String, Resolution> known) {
    List<String> halves = halves(token);
    for (int n = 0; n + 1 < halves.size(); n += 2) {
      List<String> both = halves.subList(n, n + 2);
      if (both.stream().allMatch(half -> known.getOrDefault(half, UNKNOWN).isSure())) {
        return both;
      }
    }
    return List.of();
  }
}
