package vn.dondoc.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.kernel.Refusal;

/**
 * Tuỳ chọn của lệnh: what stands after a command's name, as {@code --name value}, {@code
 * --name=value} or a bare {@code --flag}.
 */
public final class Options {
  private final Map<String, String> values;
  private final Set<String> flags;

  private Options(Map<String, String> values, Set<String> flags) {
    this.values = values;
    this.flags = flags;
  }

  /**
   * Reads the arguments of a command that takes options only.
   *
   * @throws Refusal for an option the command does not have, or one without its value
   */
  public static Options parse(List<String> args, Set<String> valued, Set<String> bare) {
    // "--" ends the options: what follows it is a name, and these commands take none.
    int end = args.indexOf(Operands.END);
    if (end >= 0 && end + 1 < args.size()) {
      String name = args.get(end + 1);
      throw Refusal.of(CliRefusal.OPTION_UNKNOWN, name, name, known(valued, bare));
    }
    return parsed(end < 0 ? args : args.subList(0, end), valued, bare);
  }

  private static Options parsed(List<String> args, Set<String> valued, Set<String> bare) {
    Map<String, String> values = new HashMap<>();
    Set<String> flags = new HashSet<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      if (bare.contains(name) && equals < 0) {
        flags.add(name);
      } else if (!valued.contains(name)) {
        throw Refusal.of(CliRefusal.OPTION_UNKNOWN, arg, arg, known(valued, bare));
      } else if (equals >= 0) {
        values.put(name, filled(name, arg.substring(equals + 1)));
      } else if (i + 1 < args.size() && !args.get(i + 1).startsWith("--")) {
        values.put(name, filled(name, args.get(++i)));
      } else {
        throw Refusal.of(CliRefusal.OPTION_VALUE, name, name);
      }
    }
    return new Options(values, flags);
  }

  // An empty path would be the folder one stands in.
  private static String filled(String name, String value) {
    if (value.isBlank()) {
      throw Refusal.of(CliRefusal.OPTION_VALUE, name, name);
    }
    return value;
  }

  private static String known(Set<String> valued, Set<String> bare) {
    Set<String> all = new java.util.TreeSet<>(valued);
    all.addAll(bare);
    return String.join(" ", all);
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The value of an option the command cannot do without.
   *
   * @throws Refusal when it is missing
   */
  public String required(String name) {
    return value(name).orElseThrow(() -> Refusal.of(CliRefusal.OPTION_MISSING, name, name));
  }

  public Optional<Path> path(String name) {
    return value(name).map(Path::of);
  }

  /**
   * A TCP port.
   *
   * @throws Refusal when it is not a number of 1 to 65535
   */
  public int port(int otherwise) {
    String written = value("--port").orElse(Integer.toString(otherwise));
    int port = written.matches("[0-9]{1,5}") ? Integer.parseInt(written) : 0;
    if (port < 1 || port > 65_535) {
      throw Refusal.of(CliRefusal.OPTION_NUMBER, "--port", "--port", written, "1–65535");
    }
    return port;
  }
}
