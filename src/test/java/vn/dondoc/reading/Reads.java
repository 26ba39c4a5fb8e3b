package vn.dondoc.reading;

import java.util.List;

/** Short ways to read a text in tests. */
final class Reads {
  private Reads() {}

  static Notice read(String text) {
    return Notices.standard().read(text);
  }

  static List<Assignment> tasks(String text) {
    return read(text).assignments();
  }

  /** The only task of a text. */
  static Assignment task(String text) {
    List<Assignment> tasks = tasks(text);
    if (tasks.size() != 1) {
      throw new AssertionError("expected one task, read " + summary(text) + " from: " + text);
    }
    return tasks.getFirst();
  }

  /** The deadline of the only task, in one line. */
  static String due(String text) {
    return due(task(text).deadline());
  }

  static String due(@org.jspecify.annotations.Nullable Deadline deadline) {
    if (deadline == null) {
      return "none";
    }
    return switch (deadline.kind()) {
      case DATE ->
          deadline.op()
              + " "
              + deadline.date()
              + (deadline.time() == null ? "" : "T" + deadline.time())
              + (deadline.yearInferred() ? " inferred" : "");
      case RECURRING ->
          "EVERY " + deadline.every() + (deadline.day() == null ? "" : " " + deadline.day());
      case RELATIVE -> "WITHIN " + deadline.within() + " " + deadline.unit();
      case EVENT, SOFT, STANDING, CONDITIONAL -> deadline.kind().toString();
    };
  }

  /** Leads, then coordination, then the first four words of the work, a task a line. */
  static List<String> summary(String text) {
    return tasks(text).stream()
        .map(task ->
            String.join(" + ", task.parties().lead())
                + (task.parties().coordinate().isEmpty()
                    ? ""
                    : " & " + String.join(" + ", task.parties().coordinate()))
                + " > "
                + first(task.action(), 4))
        .toList();
  }

  static String first(String text, int words) {
    String[] all = text.split(" ");
    return String.join(" ", List.of(all).subList(0, Math.min(words, all.length)));
  }
}
