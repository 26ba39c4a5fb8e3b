package vn.dondoc.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/** Lời trên màn hình: every module's bundle, {@code messages/<module>_<language>.properties}. */
public final class Texts {
  private static final Map<Language, Texts> ALL = loadAll();

  private static final Pattern CHOICE = Pattern.compile("\\{(\\d+),choice,");
  private static final Pattern SEPARATORS = Pattern.compile("(?<=\\d)[.,](?=\\d{3}(?!\\d))");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private final Language language;
  private final Map<String, String> patterns;

  private Texts(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  public static Texts in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  public Language language() {
    return language;
  }

  /**
   * The words of a key, its {@code {0}} filled in.
   *
   * @throws IllegalArgumentException when no bundle has the key
   */
  public String get(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language.code());
    }
    return pattern.contains(",choice,")
        ? chosen(pattern, arguments)
        : new MessageFormat(pattern, language.locale()).format(arguments);
  }

  /**
   * A choice counts what is written: numbers reach the words as pages write them, with separators,
   * and what is no whole number takes the first choice.
   */
  private String chosen(String pattern, Object[] arguments) {
    Object[] both = Arrays.copyOf(arguments, 2 * arguments.length);
    for (int at = 0; at < arguments.length; at++) {
      both[arguments.length + at] = counted(arguments[at]);
    }
    String counting =
        CHOICE
            .matcher(pattern)
            .replaceAll(
                found -> "{" + (Integer.parseInt(found.group(1)) + arguments.length) + ",choice,");
    return new MessageFormat(counting, language.locale()).format(both);
  }

  private static double counted(Object argument) {
    if (argument instanceof Number number) {
      return number.doubleValue();
    }
    String digits = SEPARATORS.matcher(String.valueOf(argument)).replaceAll("");
    return WHOLE.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
  }

  /** Words in this language; Vietnamese ones where there are no others. */
  public String of(Bilingual words) {
    return words.in(language == Language.EN);
  }

  /** Whether there are words for a key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** One problem of a refusal as a sentence. */
  public String tell(Problem problem) {
    Formats formats = new Formats(this);
    Object[] arguments =
        problem.arguments().stream()
            .map(argument -> argument instanceof Label label ? get(label.key()) : argument)
            .map(argument -> argument instanceof Bilingual words ? of(words) : argument)
            .map(argument -> argument instanceof Problem within ? tell(within) : argument)
            .map(argument -> argument instanceof String said ? onOneLine(said) : argument)
            .map(argument -> argument instanceof LocalDate day ? formats.date(day) : argument)
            .toArray();
    return get(problem.key(), arguments);
  }

  /** What was read may hold line ends and codes that steer a terminal: they are shown as a dot. */
  public static String onOneLine(String said) {
    return CONTROLS.matcher(said).replaceAll("·");
  }

  /** A refusal as a sentence: the heading when there are several problems, else the problem. */
  public String tell(Refusal refusal) {
    return refusal.problems().size() == 1
        ? tell(refusal.problems().getFirst())
        : get(refusal.code().key());
  }

  private static Map<Language, Texts> loadAll() {
    Map<Language, Texts> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Texts(language, load(language)));
    }
    return all;
  }

  private static Map<String, String> load(Language language) {
    Map<String, String> patterns = new HashMap<>();
    String files = "classpath*:messages/*_" + language.code() + ".properties";
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
        Properties bundle = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          bundle.load(reader);
        }
        bundle.forEach((key, value) -> patterns.put((String) key, (String) value));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return patterns;
  }
}
