package vn.dondoc.capital.intake.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.exchange.ReferenceTable;

/**
 * Từ nhận cột: by which words of a title a column is taken for what, in their order; and which
 * words begin a group or a total. A table an administrator may replace.
 *
 * @param rules the first that fits counts
 */
public record ColumnWords(List<Rule> rules) {
  private static final String FILE = "capital/intake-words.csv";
  private static final String GROUP = "group";
  private static final String TOTAL = "total";
  private static final String SOURCE = "source";
  private static final Set<String> HEADINGS = Set.of(GROUP, TOTAL, SOURCE);

  public ColumnWords {
    rules = List.copyOf(rules);
  }

  /**
   * Một luật.
   *
   * @param content of which files; null for all
   * @param role what it is taken for; no role of ours when it is left out
   * @param words any of these
   * @param without none of these
   */
  public record Rule(
      @Nullable Content content, String role, List<Pattern> words, List<Pattern> without) {
    boolean isMoney() {
      return Role.coded(role).map(Role::isAmount).orElse(true);
    }

    boolean fits(String folded) {
      return words.stream().anyMatch(word -> word.matcher(folded).find())
          && without.stream().noneMatch(word -> word.matcher(folded).find());
    }
  }

  /** The table that comes with the program, or the one an administrator put in its place. */
  public static ColumnWords load(@Nullable Path directory) {
    ReferenceTable table =
        ReferenceTable.read(directory, FILE, List.of("content", "role", "words", "without"));
    return new ColumnWords(
        table.column(row ->
            new Rule(
                row.text("content").equals("*") ? null : Content.of(row.text("content")),
                row.text("role"),
                row.list("words").stream().map(ColumnWords::pattern).toList(),
                row.list("without").stream().map(ColumnWords::pattern).toList())));
  }

  private static Pattern pattern(String word) {
    return word.startsWith("=")
        ? Pattern.compile("^\\(?" + Pattern.quote(word.substring(1)) + "\\)?[:.]?$")
        : Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word.strip()) + "(?![a-z0-9])");
  }

  /** What a title is taken for; empty when no rule fits, or it is to be left out. */
  public Optional<Role> role(Content content, String title) {
    return named(content, title).flatMap(Role::coded);
  }

  /** Titles of a list of vouchers: a number and a day of its own for every row. */
  public boolean listsVouchers(List<String> titles) {
    List<Role> roles =
        titles.stream()
            .filter(title -> !title.isEmpty())
            .map(title -> role(Content.VOUCHERS, title))
            .flatMap(Optional::stream)
            .toList();
    return roles.contains(Role.NUMBER) && roles.contains(Role.DAY);
  }

  /** A title that says something about a table of money. */
  boolean knows(Content content, String title) {
    return named(content, title).isPresent();
  }

  /** The lowest title says what is no money best; what is money is told by all of them together. */
  private Optional<String> named(Content content, String title) {
    List<String> parts = List.of(title.split(" / ")).reversed();
    return first(content, parts.getFirst(), rule -> !rule.isMoney())
        .or(() -> first(content, title, rule -> rule.content() != null))
        .or(() ->
            parts.stream()
                .map(part -> first(content, part, rule -> true))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private Optional<String> first(Content content, String words, Predicate<Rule> which) {
    String folded = Words.folded(words);
    return rules.stream()
        .filter(rule -> !HEADINGS.contains(rule.role()))
        .filter(rule -> rule.content() == null || rule.content() == content)
        .filter(which)
        .filter(rule -> rule.fits(folded))
        .map(Rule::role)
        .findFirst();
  }

  /** Words that begin a group of rows. */
  boolean isGroup(String text) {
    return begins(GROUP, text);
  }

  /** Words that begin a row of totals. */
  boolean isTotal(String text) {
    return begins(TOTAL, text);
  }

  /** Words that name where money comes from, or of which year it is. */
  boolean isSource(String text) {
    String folded = Words.folded(text);
    return rules.stream()
        .filter(rule -> rule.role().equals(SOURCE))
        .anyMatch(rule -> rule.fits(folded));
  }

  /** Words that begin with those of a source. */
  boolean beginsWithSource(String text) {
    return begins(SOURCE, text);
  }

  private boolean begins(String role, String text) {
    String folded = Words.folded(text);
    return rules.stream()
        .filter(rule -> rule.role().equals(role))
        .flatMap(rule -> rule.words().stream())
        .anyMatch(word -> {
          var found = word.matcher(folded);
          return found.find() && found.start() == 0;
        });
  }

  /** The kind of payment a cell names. */
  Optional<Role> kind(String text) {
    return role(Content.VOUCHERS, text).filter(role -> role.isAmount() && role != Role.AMOUNT);
  }
}
