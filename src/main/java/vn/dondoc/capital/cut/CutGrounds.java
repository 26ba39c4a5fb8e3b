package vn.dondoc.capital.cut;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.capital.review.Reviews;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.capital.review.SlowRule;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Label;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Căn cứ của lý do cắt giảm. Slowness is not called surplus: surplus is what the register shows, or
 * what a document does that is named; and where the figures say slow and the register does not show
 * surplus, the unit is heard whatever the reason is called.
 */
@Component
class CutGrounds {
  static final int LONGEST = 300;
  private static final Pattern DAY =
      Pattern.compile(
          "\\b\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*(19|20)\\d{2}\\b"
              + "|\\b\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+(19|20)\\d{2}\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final CutStore store;
  private final Reviews reviews;

  CutGrounds(CutStore store, Reviews reviews) {
    this.store = store;
    this.reviews = reviews;
  }

  /**
   * Cân nhắc.
   *
   * @param evidence what shows the surplus; null for slowness
   * @param found the rules the line breaks, where they count
   * @param hears the unit is asked first
   */
  record Weighed(@Nullable String evidence, List<Cut.Found> found, boolean hears) {}

  /** The rules every slow line breaks on a day, by line. */
  Map<Long, List<Cut.Found>> found(LocalDate day) {
    Reviews.Picture picture = reviews.on(day);
    Map<String, SlowRule> rules =
        picture.rules().stream().collect(Collectors.toMap(SlowRule::code, rule -> rule));
    return picture.slow().stream()
        .collect(
            Collectors.toMap(
                SlowLine::lineId,
                line ->
                    line.hits().stream().map(hit -> found(hit, rules.get(hit.rule()))).toList()));
  }

  private static Cut.Found found(SlowLine.Hit hit, @Nullable SlowRule rule) {
    return new Cut.Found(
        hit, rule == null ? hit.rule() : rule.nameVi(), rule == null ? hit.rule() : rule.nameEn());
  }

  /** Weighs a reason against the register and the figures; what is wrong is added. */
  Weighed weigh(
      NewCut cut, Cut.Line line, List<Cut.Found> found, LocalDate day, List<Problem> problems) {
    if (cut.reason() == CutReason.SLOW) {
      return new Weighed(null, found, true);
    }
    CutStore.@Nullable Proof proof = store.proof(line.projectId(), cut.reason(), day).orElse(null);
    if (proof != null) {
      return new Weighed(words(proof), List.of(), false);
    }
    String said = cut.evidence() == null ? "" : cut.evidence().strip();
    if (cut.reason() == CutReason.SETTLED) {
      problems.add(unsettled("reason", line));
    } else if (said.isEmpty() || said.length() > LONGEST) {
      problems.add(
          Problem.at(
              "evidence",
              CutRefusal.EVIDENCE.key(),
              line.project(),
              new Label(cut.reason().key()),
              said.length(),
              LONGEST));
    } else if (!isDocument(said)) {
      problems.add(
          Problem.at(
              "evidence",
              CutRefusal.NO_DOCUMENT.key(),
              line.project(),
              said,
              new Label(cut.reason().key())));
    }
    return new Weighed(said, found, !found.isEmpty());
  }

  /** Số, ngày văn bản: a day, and a figure beside it. */
  static boolean isDocument(String words) {
    String beside = DAY.matcher(words).replaceAll(" ");
    return !beside.equals(words) && beside.codePoints().anyMatch(Character::isDigit);
  }

  /**
   * What stands against taking plan from a line at once, as a cut would not: it is slow and the
   * register shows no surplus, so that the unit is heard first whatever the reason is called.
   *
   * @param reason the ground that is told; null where none is
   */
  List<Problem> unheard(Cut.Line line, @Nullable CutReason reason, LocalDate day, String field) {
    CutReason shown = reason == null ? CutReason.TASK_ENDED : reason;
    if (store.proof(line.projectId(), shown, day).isPresent()) {
      return List.of();
    }
    if (reason == CutReason.SETTLED) {
      return List.of(unsettled(field, line));
    }
    List<Cut.Found> found = found(day).getOrDefault(line.id(), List.of());
    return found.isEmpty()
        ? List.of()
        : List.of(
            Problem.at(
                field,
                CutRefusal.HEAR_FIRST.key(),
                line.project(),
                found.size(),
                names(found),
                line.owner()));
  }

  /** Those of these lines that are slow on a day, and whose register shows no surplus. */
  List<Cut.Line> unheard(Collection<Long> lines, LocalDate day) {
    Map<Long, List<Cut.Found>> found = found(day);
    return lines.stream()
        .filter(line -> !found.getOrDefault(line, List.of()).isEmpty())
        .distinct()
        .flatMap(line -> store.line(line, day).stream())
        .filter(line -> store.proof(line.projectId(), CutReason.TASK_ENDED, day).isEmpty())
        .toList();
  }

  private static Bilingual names(List<Cut.Found> found) {
    return new Bilingual(
        found.stream().map(Cut.Found::nameVi).collect(Collectors.joining(", ")),
        found.stream().map(Cut.Found::nameEn).collect(Collectors.joining(", ")));
  }

  private static Problem unsettled(String field, Cut.Line line) {
    return Problem.at(
        field, CutRefusal.NOT_SETTLED.key(), line.project(), new Label(CutReason.SETTLED.key()));
  }

  private static String words(CutStore.Proof proof) {
    Texts texts = Texts.in(Language.VI);
    return texts.get(
        proof.settlement() ? "capital.cut.evidence.settled" : "capital.cut.evidence.ended",
        proof.words(),
        new vn.dondoc.web.Formats(texts).date(proof.on()));
  }
}
