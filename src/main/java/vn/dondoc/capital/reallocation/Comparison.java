package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.reallocation.reading.MoveWords;
import vn.dondoc.capital.reallocation.reading.Solved;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.web.Page;

/**
 * So sánh kịch bản: results, and the rules each was solved with, differences marked.
 *
 * @param compared the scenarios
 * @param definitions how rates are measured
 * @param pools nhóm vốn of the year
 * @param words sentences
 * @param page whose language
 */
record Comparison(
    List<Compared> compared,
    List<RateDefinition> definitions,
    List<Pool> pools,
    MoveWords words,
    Page page) {

  /**
   * One of them.
   *
   * @param rules those it was solved with, whatever they are now
   * @param stale rules or ledger have changed since
   */
  record Compared(Scenario scenario, Solved solved, ScenarioRules rules, boolean stale) {}

  /**
   * Một điều kiện.
   *
   * @param name what it is called
   * @param said what each scenario says, in their order
   */
  record Rule(String name, List<String> said) {
    boolean differs() {
      return said.stream().distinct().count() > 1;
    }
  }

  /** The rules one below the other. */
  List<Rule> rules() {
    return List.of(
        rule("capital.scenario.definition", one -> definition(one.rules().definition())),
        rule(
            "capital.scenario.percent",
            one -> page.formats().percent(one.rules().percent().movePointLeft(2))),
        rule(
            "capital.scenario.receiver",
            one -> page.t("capital.scenario.receiver.at", 100 - one.rules().receiver())),
        rule(
            "capital.scenario.giver",
            one -> page.t("capital.scenario.giver.at", one.rules().giver())),
        rule("capital.scenario.smallest", one -> millions(one.rules().smallestVnd())),
        rule("capital.scenario.unit", one -> millions(one.rules().unitVnd())),
        rule(
            "capital.scenario.loss",
            one -> page.formats().percent(BigDecimal.valueOf(one.rules().ownerLossPercent(), 2))),
        rule(
            "capital.scenario.medium",
            one -> page.t(one.rules().mediumTerm() ? "capital.compare.yes" : "capital.compare.no")),
        rule("capital.scenario.frozen", one -> frozen(one.rules())),
        rule("capital.pin.title", this::pins),
        rule("capital.as_of", one -> page.formats().date(one.solved().job().asOf())));
  }

  private Rule rule(String key, Function<Compared, String> said) {
    return new Rule(page.t(key), compared.stream().map(said).toList());
  }

  private String definition(String code) {
    return definitions.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .map(one -> code + " · " + one.name().in(page))
        .orElse(code);
  }

  private String millions(long dong) {
    return Millions.shown(dong, page.formats()) + " " + page.t("capital.millions");
  }

  private String frozen(ScenarioRules rules) {
    if (rules.frozen().isEmpty()) {
      return page.t("capital.compare.none");
    }
    return String.join(
        "; ",
        rules.frozen().stream()
            .map(id -> new Subjects(java.util.Map.of(), pools).pool(id))
            .sorted()
            .toList());
  }

  private String pins(Compared one) {
    if (one.rules().pins().isEmpty()) {
      return page.t("capital.compare.none");
    }
    Subjects subjects = new Subjects(one.solved().names(), pools);
    return String.join(
        "; ",
        one.rules().pins().stream()
            .map(pin -> words.pin(pin, subjects.of(pin.scope(), pin.subject())))
            .sorted()
            .toList());
  }
}
