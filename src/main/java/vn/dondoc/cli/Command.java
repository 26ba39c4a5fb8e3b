package vn.dondoc.cli;

import java.util.List;

/** Lệnh: one thing {@code ./dondoc} does. */
public interface Command {
  /**
   * Does it.
   *
   * @return the exit code
   */
  int run(List<String> args, Terminal out);
}
