package vn.dondoc.capital.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.capital.owner.OwnerReport;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Texts;

/** Câu hỏi for an owner at the meeting, made from the facts and nothing else. */
final class Questions {
  private static final int NAMED = 3;

  private final Texts words;
  private final Formats formats;
  private final Choices choices;

  Questions(Texts words, Choices choices) {
    this.words = words;
    this.formats = new Formats(words);
    this.choices = choices;
  }

  /**
   * A question a kind of slowness, with projects and money; one for each level that has to help.
   */
  List<String> of(OwnerSlow owner) {
    List<String> asked = new ArrayList<>();
    for (SlowLine.Measure measure : SlowLine.Measure.values()) {
      List<SlowLine> lines =
          owner.slow().stream()
              .filter(line -> line.hits().stream().anyMatch(h -> h.measure() == measure))
              .toList();
      if (!lines.isEmpty() && measure != SlowLine.Measure.BELOW_PROVINCE) {
        asked.add(
            words.get(
                "capital.question." + measure.name().toLowerCase(java.util.Locale.ROOT),
                formats.count(lines.size()),
                billions(lines),
                named(lines)));
      }
    }
    Set<String> levels = new LinkedHashSet<>();
    owner
        .slow()
        .forEach(line -> {
          if (line.trouble().authority() != null) {
            levels.add(line.trouble().authority());
          }
        });
    for (String level : levels) {
      List<SlowLine> lines =
          owner.slow().stream().filter(line -> level.equals(line.trouble().authority())).toList();
      asked.add(
          words.get(
              "capital.question.authority", name(OwnerReport.AUTHORITY, level), named(lines)));
    }
    if (asked.isEmpty()) {
      asked.add(
          words.get(
              "capital.question.below_province",
              formats.count(owner.slow().size()),
              billions(owner.slow()),
              named(owner.slow())));
    }
    return asked;
  }

  /** What a code is called on paper. */
  String name(String list, String code) {
    return choices.of(list).stream()
        .filter(choice -> choice.code().equals(code))
        .findFirst()
        .map(Choice::nameVi)
        .orElse(code);
  }

  private String billions(List<SlowLine> lines) {
    return formats.billions(
        java.math.BigDecimal.valueOf(
            lines.stream().mapToLong(line -> line.money().unspent()).sum()));
  }

  private String named(List<SlowLine> lines) {
    List<String> names = lines.stream().map(line -> line.project().name()).distinct().toList();
    String told = names.stream().limit(NAMED).collect(Collectors.joining("; "));
    return names.size() <= NAMED
        ? told
        : words.get("capital.question.and_more", told, formats.count(names.size() - NAMED));
  }
}
