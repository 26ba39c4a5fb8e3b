package vn.dondoc.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tên đứng sau lệnh: what a command is to work on, and the bare {@code --flags} among it.
 *
 * @param names in their order; after {@code --} everything is a name
 * @param flags the known flags that were given
 * @param unknown the first option the command does not have, or null
 */
public record Operands(List<String> names, Set<String> flags, @Nullable String unknown) {
  /** Marks the end of the options. */
  static final String END = "--";

  private static final String STANDARD_INPUT = "-";

  public Operands {
    names = List.copyOf(names);
    flags = Set.copyOf(flags);
  }

  /** Tells names and flags apart. */
  public static Operands parse(List<String> args, Set<String> known) {
    int end = args.indexOf(END);
    List<String> names = new ArrayList<>();
    Set<String> flags = new HashSet<>();
    String unknown = null;
    for (String arg : end < 0 ? args : args.subList(0, end)) {
      if (!arg.startsWith("-") || arg.equals(STANDARD_INPUT)) {
        names.add(arg);
      } else if (known.contains(arg)) {
        flags.add(arg);
      } else if (unknown == null) {
        unknown = arg;
      }
    }
    if (end >= 0) {
      names.addAll(args.subList(end + 1, args.size()));
    }
    return new Operands(names, flags, unknown);
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }
}
