package vn.dondoc.cli;

import java.util.List;
import java.util.Set;
import vn.dondoc.task.life.LifeDrawing;

/** {@code ./dondoc states}: draws the life of a duty, or lists it. */
final class StatesCommand implements Command {
  private static final String TABLE = "--table";

  @Override
  public int run(List<String> args, Terminal out) {
    Options options = Options.parse(args, Set.of(), Set.of(TABLE));
    out.out()
        .println(
            options.has(TABLE) ? LifeDrawing.table(out.texts()) : LifeDrawing.diagram(out.texts()));
    return 0;
  }
}
