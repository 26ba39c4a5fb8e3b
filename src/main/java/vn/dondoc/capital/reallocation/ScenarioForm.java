package vn.dondoc.capital.reallocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import vn.dondoc.capital.Millions;
import vn.dondoc.capital.reallocation.reading.LineName;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.planning.reallocation.Pin;
import vn.dondoc.web.Label;

/**
 * Điều kiện as a planner types them.
 *
 * @param typed every field by its name, the last one said
 * @param frozen codes of pools that stay as they are
 */
record ScenarioForm(Map<String, String> typed, List<String> frozen) {
  static ScenarioForm of(MultiValueMap<String, String> sent) {
    return new ScenarioForm(sent.toSingleValueMap(), sent.getOrDefault("frozen", List.of()));
  }

  /** What a scenario says, as its fields show it. */
  static ScenarioForm of(ScenarioRules rules) {
    Map<String, String> typed = new HashMap<>();
    typed.put("percent", rules.percent().stripTrailingZeros().toPlainString().replace('.', ','));
    typed.put("definition", rules.definition());
    typed.put("receiver", Integer.toString(rules.receiver()));
    typed.put("giver", Integer.toString(rules.giver()));
    typed.put("smallest", Millions.typed(rules.smallestVnd()));
    typed.put("unit", Millions.typed(rules.unitVnd()));
    typed.put("loss", Integer.toString(rules.ownerLossPercent()));
    if (rules.mediumTerm()) {
      typed.put("medium", "co");
    }
    return new ScenarioForm(typed, rules.frozen().stream().map(String::valueOf).toList());
  }

  String value(String field) {
    return typed.getOrDefault(field, "").replace("\0", "").strip();
  }

  int number(String field) {
    String number = value(field);
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
  }

  long id(String field) {
    String number = value(field);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  /**
   * The rules it says; pins stay as they are.
   *
   * @throws Refusal with every field that cannot be read
   */
  ScenarioRules rules(List<ScenarioRules.Held> pins) {
    List<Problem> problems = new ArrayList<>();
    BigDecimal percent = percent("percent", problems);
    long smallest = amount("smallest", problems);
    long unit = amount("unit", problems);
    BigDecimal loss = percent("loss", problems);
    if (loss.stripTrailingZeros().scale() > 0) {
      problems.add(Problem.at("loss", ReallocationRefusal.WHOLE_PERCENT.key(), value("loss")));
    }
    if (unit < 1 && problems.isEmpty()) {
      problems.add(Problem.at("unit", ReallocationRefusal.AMOUNT.key(), value("unit")));
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(ReallocationRefusal.SCENARIO, problems);
    }
    return new ScenarioRules(
        percent,
        value("definition"),
        number("receiver"),
        number("giver"),
        smallest,
        unit,
        loss.intValue(),
        !value("medium").isEmpty(),
        frozen.stream()
            .filter(pool -> pool.matches("\\d{1,9}"))
            .map(Integer::valueOf)
            .distinct()
            .sorted()
            .toList(),
        pins);
  }

  private BigDecimal percent(String field, List<Problem> problems) {
    String text = value(field).replace(',', '.').replace("%", "").strip();
    if (!text.matches("\\d{1,3}(\\.\\d{1,2})?")
        || new BigDecimal(text).compareTo(BigDecimal.valueOf(100)) > 0) {
      problems.add(Problem.at(field, ReallocationRefusal.PERCENT.key(), value(field)));
      return BigDecimal.ZERO;
    }
    return new BigDecimal(text);
  }

  private long amount(String field, List<Problem> problems) {
    Optional<Long> amount = Millions.read(value(field));
    if (amount.isEmpty()) {
      problems.add(Problem.at(field, ReallocationRefusal.AMOUNT.key(), value(field)));
    }
    return amount.orElse(0L);
  }

  /**
   * A pin on a line, or on all lines of its project or owner.
   *
   * @param name the line it was set from
   * @param id its number
   * @throws Refusal with everything that cannot be read
   */
  ScenarioRules.Held pin(LineName name, long id) {
    List<Problem> problems = new ArrayList<>();
    Pin.Kind kind = choice(Pin.Kind.class, "kind", problems);
    Pin.Scope scope = choice(Pin.Scope.class, "scope", problems);
    long amount = 0;
    if (kind == Pin.Kind.LARGEST_CUT_SHARE) {
      amount = percent("amount", problems).movePointRight(4).longValue();
    } else if (kind == Pin.Kind.FORCE_CUT
        || kind == Pin.Kind.FORCE_RAISE
        || kind == Pin.Kind.LARGEST_CUT) {
      amount = amount("amount", problems);
    }
    boolean forces = kind == Pin.Kind.FORCE_CUT || kind == Pin.Kind.FORCE_RAISE;
    if (forces && scope != null && scope != Pin.Scope.LINE) {
      problems.add(
          Problem.at(
              "scope",
              ReallocationRefusal.PIN_SCOPE.key(),
              new Label("capital.pin.kind." + value("kind")),
              new Label("capital.pin.scope." + value("scope"))));
    }
    if (kind == null || scope == null || !problems.isEmpty()) {
      throw Refusal.of(ReallocationRefusal.SCENARIO, problems);
    }
    long subject =
        switch (scope) {
          case LINE -> name.lineId();
          case PROJECT -> name.project().id();
          case OWNER -> name.owner().id();
          case POOL -> name.pool().id();
          case AREA -> 0;
        };
    return new ScenarioRules.Held(id, kind, scope, subject, amount);
  }

  private <E extends Enum<E>> @org.jspecify.annotations.Nullable E choice(
      Class<E> type, String field, List<Problem> problems) {
    for (E one : type.getEnumConstants()) {
      if (one.name().toLowerCase(java.util.Locale.ROOT).equals(value(field))
          && one != Pin.Scope.AREA) {
        return one;
      }
    }
    problems.add(Problem.at(field, ReallocationRefusal.PIN.key(), value(field)));
    return null;
  }
}
