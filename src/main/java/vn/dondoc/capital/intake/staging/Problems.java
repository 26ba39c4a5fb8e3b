package vn.dondoc.capital.intake.staging;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Label;

/** Problems as the database keeps them: numbers stay numbers, days days, all else is words. */
public final class Problems {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Kept>> ALL = new TypeReference<>() {};
  private static final TypeReference<List<Object>> ARGUMENTS = new TypeReference<>() {};
  private static final String DAY = "day:";
  private static final String LABEL = "label:";

  private Problems() {}

  private record Kept(String place, String key, List<Object> arguments) {}

  public static String written(List<Problem> problems) {
    return JSON.writeValueAsString(
        problems.stream()
            .map(p -> new Kept(clean(p.place()), p.key(), kept(p.arguments())))
            .toList());
  }

  public static List<Problem> read(String written) {
    return JSON.readValue(written, ALL).stream()
        .map(kept -> new Problem(kept.place(), kept.key(), told(kept.arguments())))
        .toList();
  }

  static String arguments(List<Object> arguments) {
    return JSON.writeValueAsString(kept(arguments));
  }

  public static List<Object> arguments(String written) {
    return told(JSON.readValue(written, ARGUMENTS));
  }

  private static List<Object> kept(List<Object> arguments) {
    return arguments.stream()
        .map(argument ->
            switch (argument) {
              case Number number -> (Object) number;
              case LocalDate day -> DAY + day;
              case Label label -> LABEL + label.key();
              default -> clean(String.valueOf(argument));
            })
        .toList();
  }

  private static List<Object> told(List<Object> arguments) {
    return arguments.stream()
        .map(argument -> argument instanceof String text ? told(text) : argument)
        .toList();
  }

  private static Object told(String text) {
    if (text.matches(DAY + "\\d{4}-\\d{2}-\\d{2}")) {
      return LocalDate.parse(text.substring(DAY.length()));
    }
    return text.matches(LABEL + "[a-z0-9_.]+") ? new Label(text.substring(LABEL.length())) : text;
  }

  /** The database holds no zero character. */
  static String clean(String text) {
    return text.replace("\0", "");
  }
}
