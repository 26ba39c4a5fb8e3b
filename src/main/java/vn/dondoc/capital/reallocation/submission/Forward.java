package vn.dondoc.capital.reallocation.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.cut.NewCut;
import vn.dondoc.capital.reallocation.Scenario;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.planning.reallocation.PhaseResult;

/** What was solved, as a proposal keeps it. */
final class Forward {
  private static final int LONGEST = 2000;

  private Forward() {}

  private static String told(Solved.Row row, MoveWords sentences) {
    String why = sentences.why(row);
    return why.substring(0, Math.min(why.length(), LONGEST));
  }

  /** What is asked of the cuts: every decrease with its reason and ground. */
  static List<NewCut> cuts(List<Solved.Row> rows, MoveWords sentences, Map<Long, Ground> grounds) {
    List<NewCut> cuts = new ArrayList<>();
    for (Solved.Row row : rows) {
      Ground ground = grounds.get(row.line().id());
      if (row.gives() && ground != null) {
        cuts.add(
            new NewCut(
                row.line().id(),
                null,
                row.amountVnd(),
                ground.reason(),
                told(row, sentences),
                ground.evidence()));
      }
    }
    return cuts;
  }

  /** One row, with its reason as each language tells it. */
  static SubmissionStore.NewMove move(
      Solved.Row row, MoveWords vietnamese, MoveWords english, @Nullable Long cut) {
    return new SubmissionStore.NewMove(
        row.line().id(),
        row.move().amountVnd(),
        row.line().plannedVnd(),
        row.line().paidVnd(),
        row.line().acceptedUnpaidVnd(),
        told(row, vietnamese),
        told(row, english),
        row.move().documents().stream()
            .sorted()
            .map(document -> document.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")),
        cut);
  }

  /** Where the province stood and would stand. */
  static Submission.Told told(Scenario scenario, Solved solved) {
    return new Submission.Told(
        solved.target(),
        solved.before(),
        solved.after(),
        solved.job().found().chanceBefore(),
        solved.job().found().chanceAfter(),
        scenario.rules().definition(),
        solved.proposal().phases().stream().allMatch(PhaseResult::proved),
        solved.shortVnd(),
        solved.isReached() ? null : ceilings(solved));
  }

  private static Submission.Ceilings ceilings(Solved solved) {
    return new Submission.Ceilings(
        solved.most(),
        solved.ceilings().stream()
            .map(one ->
                new Submission.Ceiling(
                    one.pool().name(), one.before(), one.most(), one.of().binding()))
            .toList());
  }
}
