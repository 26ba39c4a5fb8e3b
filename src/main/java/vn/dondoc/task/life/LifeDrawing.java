package vn.dondoc.task.life;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.dondoc.web.Texts;

/** Vẽ vòng đời: the states of a duty and what leads from one to the next, as they are in force. */
public final class LifeDrawing {
  private LifeDrawing() {}

  /** A state diagram in the language of Mermaid. */
  public static String diagram(Texts texts) {
    List<String> lines = new ArrayList<>();
    lines.add("stateDiagram-v2");
    for (State state : State.values()) {
      lines.add("  state \"" + words(state, texts) + "\" as " + DutyStore.code(state));
    }
    lines.add("  [*] --> " + DutyStore.code(State.NEW));
    for (State from : State.values()) {
      for (Map.Entry<State, List<String>> way : ways(from, texts).entrySet()) {
        lines.add(
            "  %s --> %s: %s"
                .formatted(
                    DutyStore.code(from),
                    DutyStore.code(way.getKey()),
                    String.join(" / ", way.getValue())));
      }
      if (from.isClosed()) {
        lines.add("  " + DutyStore.code(from) + " --> [*]");
      }
    }
    return String.join("\n", lines);
  }

  /** The deeds by the state they lead to; one that leaves the state leads back to it. */
  private static Map<State, List<String>> ways(State from, Texts texts) {
    Map<State, List<String>> ways = new EnumMap<>(State.class);
    for (FactKind deed : FactKind.values()) {
      if (deed.isPossible(from)) {
        State to = Objects.requireNonNullElse(deed.leadsTo(), from);
        ways.computeIfAbsent(to, state -> new ArrayList<>()).add(texts.get(Look.key(deed)));
      }
    }
    return ways;
  }

  /** A line a deed: who records it, from where, and where it leads. */
  public static String table(Texts texts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            texts.get("task.states.deed"),
            texts.get("task.states.who"),
            texts.get("task.states.from"),
            texts.get("task.states.to")));
    lines.add(line("---", "---", "---", "---"));
    for (FactKind deed : FactKind.values()) {
      List<String> from = new ArrayList<>();
      for (State state : State.values()) {
        if (deed.isPossible(state)) {
          from.add(words(state, texts));
        }
      }
      State to = deed.leadsTo();
      lines.add(
          line(
              texts.get(Look.key(deed)),
              texts.get("task.states." + DutyStore.code(deed.who())),
              String.join("; ", from),
              to == null ? texts.get("task.states.stays") : words(to, texts)));
    }
    return String.join("\n", lines);
  }

  private static String line(String deed, String who, String from, String to) {
    return "| " + String.join(" | ", deed, who, from, to) + " |";
  }

  private static String words(State state, Texts texts) {
    return texts.get(Look.key(state));
  }
}
