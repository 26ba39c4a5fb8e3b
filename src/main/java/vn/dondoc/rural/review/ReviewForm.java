package vn.dondoc.rural.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.assessment.Told;
import vn.dondoc.rural.assessment.TypedFigure;
import vn.dondoc.rural.assessment.UnitMonth;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;

/**
 * What the form of a review sends.
 *
 * @param answers what was chosen, by indicator
 */
record ReviewForm(Map<Integer, Answer> answers) {
  private static final int LONGEST = 4000;

  /** Cách xét một chỉ tiêu. */
  enum Choice {
    /** Chưa xét. */
    NONE(""),
    /** Chấp nhận như đã báo. */
    ACCEPT("nhan"),
    /** Ghi số khác. */
    OTHER("so-khac"),
    /** Trả lại. */
    BACK("tra-lai");

    private final String word;

    Choice(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Choice of(String word) {
      for (Choice choice : values()) {
        if (choice.word.equals(word)) {
          return choice;
        }
      }
      return NONE;
    }
  }

  /**
   * What was chosen for one indicator.
   *
   * @param seen how many facts the person had seen
   * @param now how many there were when they were asked about another's words
   * @param settled whose words stand, once they were asked
   * @param choice accept, another figure, give back
   * @param figures as typed, by the name of the part
   * @param sure an unusual figure is meant
   * @param note lý do, ghi chú
   */
  record Answer(
      int seen,
      int now,
      Settled settled,
      Choice choice,
      Map<String, String> figures,
      boolean sure,
      String note) {
    /** Something is to be recorded. */
    boolean isReport() {
      return choice != Choice.NONE && settled != Settled.THEIRS;
    }

    /** How many facts it is recorded upon. */
    int upon() {
      return settled == Settled.MINE ? now : seen;
    }
  }

  /** Lời của ai đứng, where two people looked at once. */
  enum Settled {
    NONE,
    THEIRS,
    MINE
  }

  static ReviewForm of(Criterion criterion, MultiValueMap<String, String> fields) {
    Map<Integer, Answer> answers = new LinkedHashMap<>();
    for (Indicator indicator : criterion.indicators()) {
      int id = indicator.id();
      Map<String, String> figures = new LinkedHashMap<>();
      for (Part part : indicator.parts()) {
        figures.put(part.code(), words(fields, field("so", id) + "-" + part.code()));
      }
      answers.put(
          id,
          new Answer(
              number(words(fields, field("buoc", id))),
              number(words(fields, field("buoc-moi", id))),
              switch (words(fields, field("chon", id))) {
                case "ho" -> Settled.THEIRS;
                case "toi" -> Settled.MINE;
                default -> Settled.NONE;
              },
              Choice.of(words(fields, field("xet", id))),
              figures,
              !words(fields, field("giu", id)).isEmpty(),
              words(fields, field("ghi-chu", id))));
    }
    return new ReviewForm(answers);
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  /** They looked at another's words and keep them. */
  boolean keepsTheirs() {
    return answers.values().stream().anyMatch(answer -> answer.settled() == Settled.THEIRS);
  }

  static String field(String name, int indicator) {
    return name + "-" + indicator;
  }

  // The database holds no zero character.
  private static String words(MultiValueMap<String, String> fields, String name) {
    String text = fields.getFirst(name);
    String clean = text == null ? "" : text.replace("\u0000", "").replace("\r\n", "\n").strip();
    return clean.substring(0, Math.min(clean.length(), LONGEST));
  }

  @Nullable Answer of(Indicator indicator) {
    return answers.get(indicator.id());
  }

  /**
   * What is to be recorded.
   *
   * @param reports the reports
   * @param problems what cannot be read
   */
  record Reading(List<Report> reports, List<ReviewProblem> problems) {
    /** With what the assessment has against it, each at its field. */
    List<ReviewProblem> with(List<Problem> more, Criterion criterion) {
      List<ReviewProblem> all = new ArrayList<>(problems);
      more.forEach(problem -> all.add(ReviewProblem.of(problem, criterion.indicators())));
      return all;
    }
  }

  Reading read(Stage stage, Criterion criterion, UnitMonth now) {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    for (Indicator indicator : criterion.indicators()) {
      Answer answer = answers.get(indicator.id());
      if (answer != null && answer.isReport()) {
        reading.reports().add(report(stage, indicator, answer, now, reading.problems()));
      }
    }
    return reading;
  }

  private static Report report(
      Stage stage,
      Indicator indicator,
      Answer answer,
      UnitMonth now,
      List<ReviewProblem> problems) {
    boolean back = answer.choice() == Choice.BACK;
    // What was looked at, whatever was written since.
    Told said = stage.waiting(now, indicator.id(), answer.seen());
    boolean accepts = answer.choice() == Choice.ACCEPT;
    Map<String, BigDecimal> figures = Map.of();
    if (accepts && said != null) {
      figures = Figures.byName(said.figures(), indicator);
    } else if (answer.choice() == Choice.OTHER) {
      figures = figures(indicator, answer, problems);
    }
    boolean other =
        answer.choice() == Choice.OTHER
            || answer.settled() == Settled.MINE
                && ReviewConflict.isOfOlderClaim(answer, now, indicator.id());
    if (other && answer.note().isEmpty()) {
      Problem problem = Problem.at("", ReviewRefusal.NO_NOTE.key(), indicator.number());
      problems.add(new ReviewProblem(indicator, field("ghi-chu", indicator.id()), problem));
    }
    return new Report(
        now.unitId(),
        indicator.id(),
        now.month(),
        answer.upon(),
        back ? Report.Kind.RETURN : stage.kind(),
        figures,
        accepts && said != null && said.nothing(),
        accepts || answer.sure(),
        answer.note().isEmpty() ? null : answer.note());
  }

  private static Map<String, BigDecimal> figures(
      Indicator indicator, Answer answer, List<ReviewProblem> problems) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    for (Part part : indicator.parts()) {
      try {
        BigDecimal figure = TypedFigure.read(answer.figures().get(part.code()), part).figure();
        if (figure != null) {
          figures.put(part.code(), figure);
        }
      } catch (Refusal refusal) {
        problems.add(
            new ReviewProblem(
                indicator,
                field("so", indicator.id()) + "-" + part.code(),
                refusal.problems().getFirst()));
      }
    }
    return figures;
  }
}
