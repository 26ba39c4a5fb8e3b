package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBundlesTest {
  /** What sentences count. */
  private static final Pattern ONE_OF_MANY =
      Pattern.compile(
          "(?<![\\w.,/:])1 (?:[a-z]+ )?(?:accounts|bodies|changes|characters|choices|columns|communes"
              + "|criteria|days|deadlines|documents|duties|entries|faults|fields|files|hamlets"
              + "|indicators|levels|lines|matters|members|months|pages|parts|periods|places"
              + "|recipients|results|rows|seconds|sheets|steps|stretches|targets|tasks|things"
              + "|times|units|weekdays|weeks|years)\\b");

  /** A limit is many by its nature. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "at most|At most|more than|longer than|[Uu]p to|deeper than|wider than|the first|After"
              + "|no longer|write 1 to");

  private static final Path BUNDLES = Path.of("src/main/resources/messages");

  static Stream<Path> vietnameseBundles() throws IOException {
    return Files.list(BUNDLES).filter(p -> p.toString().endsWith("_vi.properties")).sorted();
  }

  @ParameterizedTest
  @MethodSource("vietnameseBundles")
  void everyKeyIsThereInBothLanguages(Path vietnamese) throws IOException {
    String english = vietnamese.getFileName().toString().replace("_vi.", "_en.");
    assertThat(keysOf(vietnamese)).isEqualTo(keysOf(BUNDLES.resolve(english)));
  }

  /** A bundle is read into a table: the first of two words for a key would silently be lost. */
  @Test
  void noKeyStandsTwiceInABundle() throws IOException {
    List<String> twice = new ArrayList<>();
    try (Stream<Path> bundles = Files.list(BUNDLES)) {
      for (Path bundle : bundles.toList()) {
        Properties counting =
            new Properties() {
              @Override
              public synchronized @Nullable Object put(Object key, Object words) {
                Object before = super.put(key, words);
                if (before != null) {
                  twice.add(bundle.getFileName() + ": " + key);
                }
                return before;
              }
            };
        try (Reader reader = Files.newBufferedReader(bundle)) {
          counting.load(reader);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  /** All bundles are read as one: the second of two words for a key would silently win. */
  @Test
  void noKeyStandsInTwoBundles() throws IOException {
    Set<String> seen = new TreeSet<>();
    List<String> twice = new ArrayList<>();
    for (Path vietnamese : vietnameseBundles().toList()) {
      keysOf(vietnamese).stream().filter(key -> !seen.add(key)).forEach(twice::add);
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void englishSpeaksOfOneThingInTheSingular() throws IOException {
    List<String> wrong = new ArrayList<>();
    Texts english = Texts.in(Language.EN);
    for (Path vietnamese : vietnameseBundles().toList()) {
      for (String key : keysOf(vietnamese)) {
        String said = english.get(key, 1, 1, 1, 1, 1, 1, 1, 1);
        if (ONE_OF_MANY.matcher(said).find() && !LIMIT.matcher(said).find()) {
          wrong.add(key + ": " + said);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(english.get("task.head.lead", "1", "14 Aug 2020"))
        .isEqualTo("1 matter to be reviewed, as of 14 Aug 2020.");
  }

  @Test
  void countsAreChosenByWhateverFormTheyAreWrittenIn() {
    Texts english = Texts.in(Language.EN);
    assertThat(english.get("web.days_left", "1")).isEqualTo("1 day left");
    assertThat(english.get("web.days_left", 0)).isEqualTo("0 days left");
    assertThat(english.get("web.days_left", "1,001")).isEqualTo("1,001 days left");
    assertThat(english.get("web.days_left", "–")).isEqualTo("– days left");
    assertThat(english.get("directive.circulation.send_missing", "12"))
        .isEqualTo("Send to these 12 bodies");
  }

  private static Set<String> keysOf(Path bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
