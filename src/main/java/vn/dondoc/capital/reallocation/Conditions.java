package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Điều kiện của người lập: under what a plan is the best, as a submission has to say beside it.
 *
 * @param rules those it was solved with
 * @param subjects what pins and frozen pools are called
 */
record Conditions(ScenarioRules rules, Subjects subjects) {
  private static final Texts VI = Texts.in(Language.VI);
  private static final int NO_LIMIT = 100;

  /** A sentence for each, in Vietnamese. */
  List<String> told() {
    MoveWords words = new MoveWords(VI, List.of());
    List<String> told = new ArrayList<>();
    told.add(
        VI.get(
            "capital.paper.condition.quantile",
            Integer.toString(NO_LIMIT - rules.receiver()),
            Integer.toString(rules.giver())));
    told.add(
        rules.ownerLossPercent() >= NO_LIMIT
            ? VI.get("capital.paper.condition.no_loss")
            : VI.get(
                "capital.paper.condition.loss",
                new Formats(VI).percent(BigDecimal.valueOf(rules.ownerLossPercent(), 2))));
    told.add(VI.get("capital.paper.condition.smallest", words.missing(rules.smallestVnd())));
    if (!rules.frozen().isEmpty()) {
      told.add(
          VI.get(
              "capital.paper.condition.frozen",
              String.join("; ", rules.frozen().stream().map(subjects::pool).sorted().toList())));
    }
    if (!rules.pins().isEmpty()) {
      told.add(
          VI.get(
              "capital.paper.condition.pins",
              String.join(
                  "; ",
                  rules.pins().stream()
                      .map(pin -> words.pin(pin, subjects.of(pin.scope(), pin.subject())))
                      .sorted()
                      .toList())));
    }
    return told;
  }
}
