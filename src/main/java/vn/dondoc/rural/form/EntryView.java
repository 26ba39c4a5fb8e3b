package vn.dondoc.rural.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Evidence;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.TypedFigure;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.SpokenRule;
import vn.dondoc.web.Page;

/**
 * Biểu của một tiêu chí as its page shows it.
 *
 * @param desk xã, kỳ
 * @param criterion tiêu chí
 * @param now what is told of the unit in the month
 * @param key the key the next sending carries
 * @param lines its indicators
 * @param outcome what became of what was sent
 * @param sent something was sent just before
 */
record EntryView(
    Desk desk,
    Criterion criterion,
    UnitMonth now,
    UUID key,
    List<Line> lines,
    Outcome outcome,
    boolean sent) {
  /** Where the form begins on the page. */
  static final String FORM = "bieu";

  /**
   * Một giá trị thành phần on the form.
   *
   * @param name of its field
   * @param part what it counts
   * @param value as typed, or as it stands
   * @param problem what is wrong with it
   */
  record Figure(String name, Part part, String value, @Nullable String problem) {}

  /**
   * Một chỉ tiêu on the form.
   *
   * @param indicator chỉ tiêu
   * @param rule when it is met, in words
   * @param clauses the rule for the page's script; null when there is none
   * @param status where it stands
   * @param verdict of the figures shown, when they were not recorded
   * @param typed what the fields hold
   * @param figures its figures
   * @param before last month's claim
   * @param wanting the return, or the look that found less
   * @param withdrawal the claim that can be taken back, and what would count then
   * @param looked what was found of the claim that counts
   * @param stood what was found of a claim before it and still stands
   * @param awaited whose result it waits for
   * @param evidence what is kept
   * @param conflict what somebody else wrote since
   * @param problems what has to be mended, beside the figures'
   */
  record Line(
      Indicator indicator,
      String rule,
      @Nullable String clauses,
      Status status,
      @Nullable String verdict,
      EntryForm.Typed typed,
      List<Figure> figures,
      @Nullable Told before,
      @Nullable Told wanting,
      @Nullable Withdrawal withdrawal,
      @Nullable Told looked,
      @Nullable Told stood,
      @Nullable Told awaited,
      List<Evidence> evidence,
      @Nullable Conflict conflict,
      List<FieldProblem> problems) {
    /** What is not finished stands open. */
    boolean isOpen() {
      return !status.isMet() || conflict != null || !problems.isEmpty() || awaited != null;
    }

    boolean isShifted() {
      return typed.sure() || problems.stream().anyMatch(FieldProblem::isShifted);
    }

    String field(Field field) {
      return field.of(indicator.id());
    }

    /** The problem of a field; null when it is right. */
    @Nullable FieldProblem problem(String field) {
      return problems.stream().filter(p -> p.field().equals(field)).findFirst().orElse(null);
    }

    /** Why what was looked at is replaced is asked for as soon as somebody has looked. */
    boolean asksWhy() {
      return looked != null || !typed.reason().isEmpty() || problem(field(Field.REASON)) != null;
    }

    boolean ofItself() {
      return problem(Field.anchor(indicator.id())) != null;
    }
  }

  /**
   * Số có thể rút lại.
   *
   * @param claim what was said
   * @param beneath what would count without it; null when nothing would
   */
  record Withdrawal(Told claim, @Nullable Told beneath) {}

  /**
   * What was sent, and what became of it.
   *
   * @param may whose claims the viewer may take back
   */
  record Sent(EntryForm form, Outcome outcome, Predicate<Told> may) {}

  static EntryView of(Desk desk, Criterion criterion, UnitMonth now, Sent sent, Page page) {
    List<Line> lines = new ArrayList<>();
    EntryForm form = sent.form();
    for (Indicator indicator : criterion.indicators()) {
      lines.add(new Lining(desk, indicator, now, sent, page).line(form.of(indicator)));
    }
    return new EntryView(desk, criterion, now, form.key(), lines, sent.outcome(), false);
  }

  EntryView afterSending() {
    return new EntryView(desk, criterion, now, key, lines, outcome, true);
  }

  Tally tally() {
    return Tally.of(criterion, now);
  }

  Tally tally(Criterion other) {
    return Tally.of(other, now);
  }

  int mistakes() {
    return outcome.problems().size() + outcome.conflicts().size();
  }

  /** Hundredths of the indicators that are entered, in steps a style sheet knows. */
  int progress() {
    Tally tally = tally();
    return tally.all() == 0 ? 0 : tally.entered() * 20 / tally.all() * 5;
  }

  /** Facts of the month, the latest first. */
  List<Told> history() {
    return criterion.indicators().stream()
        .flatMap(indicator -> now.told(indicator.id()).stream())
        .sorted(java.util.Comparator.comparing(Told::at).reversed())
        .limit(12)
        .toList();
  }

  String number(Told told) {
    return criterion.indicators().stream()
        .filter(i -> i.id() == told.indicatorId())
        .map(Indicator::number)
        .findFirst()
        .orElse("");
  }

  /** Puts together one line. */
  private record Lining(Desk desk, Indicator indicator, UnitMonth now, Sent what, Page page) {
    private Outcome outcome() {
      return what.outcome();
    }

    private @Nullable Withdrawal withdrawal(int id) {
      Told claim = now.withdrawable(id);
      return claim == null || !what.may().test(claim)
          ? null
          : new Withdrawal(claim, now.beneath(id));
    }

    Line line(EntryForm.@Nullable Typed sent) {
      int id = indicator.id();
      Criterion.Threshold threshold =
          desk.yardstick().rule(indicator, now.group(), desk.month().getYear()).orElse(null);
      EntryForm.Typed typed = sent == null ? standing() : sent;
      return new Line(
          indicator,
          new SpokenRule(indicator, page).of(threshold),
          threshold == null ? null : RuleData.of(threshold.rule()),
          Status.of(now, id),
          sent == null || threshold == null
              ? null
              : TypedVerdict.of(threshold.rule(), indicator, typed),
          typed,
          figures(typed),
          now.before().get(id),
          wanting(id),
          withdrawal(id),
          now.looked(id),
          now.stood(id),
          now.wait(id),
          now.evidence(id),
          outcome().conflicts().stream()
              .filter(conflict -> conflict.indicator().id() == id)
              .findFirst()
              .orElse(null),
          outcome().of(id));
    }

    private List<Figure> figures(EntryForm.Typed typed) {
      List<Figure> figures = new ArrayList<>();
      for (Part part : indicator.parts()) {
        String name = Field.figure(indicator.id(), part);
        String problem =
            outcome().of(indicator.id()).stream()
                .filter(one -> one.field().equals(name))
                .map(one -> page.texts().tell(one.problem()))
                .findFirst()
                .orElse(null);
        figures.add(new Figure(name, part, typed.figures().getOrDefault(part.code(), ""), problem));
      }
      return figures;
    }

    private @Nullable Told wanting(int id) {
      Told returned = now.returned(id);
      Told appraised = now.appraised(id);
      Told found = appraised == null ? now.verified(id) : appraised;
      boolean less = found != null && !Boolean.TRUE.equals(found.verdict());
      return returned == null && less ? found : returned;
    }

    /** The fields as they stand, before anybody types. */
    private EntryForm.Typed standing() {
      int id = indicator.id();
      Told claim = now.claim(id);
      Told wait = now.wait(id);
      Map<String, String> figures = new java.util.LinkedHashMap<>();
      if (claim != null) {
        Map<String, BigDecimal> said = Figures.byName(claim.figures(), indicator);
        said.forEach((part, figure) -> figures.put(part, TypedFigure.written(figure)));
      }
      return new EntryForm.Typed(
          now.step(id),
          now.step(id),
          EntryForm.Choice.NONE,
          figures,
          claim != null && claim.nothing(),
          false,
          false,
          claim == null ? "" : Objects.requireNonNullElse(claim.words(), ""),
          "",
          wait != null,
          wait == null ? "" : Objects.requireNonNullElse(wait.words(), ""),
          "",
          List.of());
    }
  }
}
