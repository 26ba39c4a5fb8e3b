package vn.dondoc.capital.reallocation.reading;

import java.util.List;
import java.util.Locale;
import vn.dondoc.capital.reallocation.ReallocationRefusal;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Label;

/** What the engine finds wrong with an instance, as sentences. */
public final class EngineWords {
  private EngineWords() {}

  /** Those that refuse it. */
  public static List<Refusal.Problem> refusing(
      List<vn.dondoc.planning.reallocation.Problem> problems) {
    return problems.stream()
        .filter(vn.dondoc.planning.reallocation.Problem::refuses)
        .map(problem ->
            Refusal.Problem.at(
                Long.toString(problem.subject()),
                ReallocationRefusal.INSTANCE.key(),
                new Label(key(problem.code())),
                Long.toString(problem.subject()),
                problem.value()))
        .toList();
  }

  /** Message key of a code. */
  public static String key(Enum<?> code) {
    return "capital.move." + code.name().toLowerCase(Locale.ROOT);
  }
}
