package vn.dondoc.task.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.task.Party;
import vn.dondoc.web.Formats;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Thư nhắc việc trong ngày: everything due that concerns one person, in plain words.
 *
 * @param name who is written to
 * @param day the province's day
 * @param address where the program is found, without a slash at the end
 * @param lines what is due, the earliest deadline first
 */
record Digest(String name, LocalDate day, String address, List<DigestLine> lines) {
  /** Most tasks a letter tells of; it says how many there are beyond. */
  static final int MOST = 100;

  /** Most bodies it names of a task that many share. */
  static final int MOST_BODIES = 10;

  private static final int LONGEST_ACTION = 300;
  private static final int LONGEST_CONSEQUENCE = 600;

  // A letter has no viewer whose language could be known.
  private static final Texts TEXTS = Texts.in(Language.VI);
  private static final Formats FORMATS = new Formats(TEXTS);
  private static final String INDENT = "   ";

  private enum Group {
    LATE,
    TODAY,
    SOON;

    String key(String start) {
      return start + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Its subject, with the counts. */
  String subject() {
    List<String> counts = new ArrayList<>();
    for (Group group : Group.values()) {
      long count = of(group).size();
      if (count > 0) {
        counts.add(TEXTS.get(group.key("task.reminder.count."), FORMATS.count(count)));
      }
    }
    return TEXTS.get("task.reminder.subject", String.join(", ", counts), FORMATS.date(day));
  }

  /** Its text. */
  String text() {
    List<String> written = new ArrayList<>();
    written.add(TEXTS.get("task.reminder.hello", name));
    written.add("");
    written.add(TEXTS.get("task.reminder.lead", FORMATS.date(day)));
    int number = 0;
    for (Group group : Group.values()) {
      Collection<List<DigestLine>> found = of(group);
      if (!found.isEmpty()) {
        written.add("");
        String key = group.key("task.reminder.group.");
        written.add(TEXTS.get(key, FORMATS.count(found.size())));
      }
      for (List<DigestLine> task : found) {
        number++;
        if (number <= MOST) {
          tell(number, task, group == Group.LATE, written);
        }
      }
    }
    if (number > MOST) {
      written.add("");
      String all = address + "/viec-cua-toi";
      written.add(TEXTS.get("task.reminder.more", FORMATS.count(number - MOST), all));
    }
    written.add("");
    written.add(TEXTS.get("task.reminder.foot", address + "/tai-khoan"));
    return String.join("\n", written) + "\n";
  }

  private void tell(int number, List<DigestLine> task, boolean late, List<String> written) {
    DigestLine first = task.getFirst();
    written.add("");
    written.add(
        TEXTS.get(
            "task.reminder.line",
            FORMATS.count(number),
            first.code(),
            cut(first.action(), LONGEST_ACTION)));
    Map<LocalDate, List<DigestLine>> byDay =
        task.stream()
            .collect(
                Collectors.groupingBy(DigestLine::due, LinkedHashMap::new, Collectors.toList()));
    byDay.forEach((due, owing) -> tell(due, owing, late, written));
    @Nullable String consequence = first.consequence();
    if (late && consequence != null) {
      written.add(INDENT + TEXTS.get(said(first), cut(consequence, LONGEST_CONSEQUENCE)));
    }
    String duty = task.size() == 1 ? "?phan=" + first.duty() : "";
    written.add(INDENT + address + "/nhiem-vu/" + first.task() + duty + "#phan");
  }

  /** Who owes it by one day. */
  private void tell(LocalDate due, List<DigestLine> owing, boolean late, List<String> written) {
    for (DigestLine line : owing.subList(0, Math.min(owing.size(), MOST_BODIES))) {
      String part = line.part() == Party.Part.LEAD ? "lead" : "coordinate";
      written.add(
          INDENT + TEXTS.get("task.reminder.body", line.body(), TEXTS.get("task.column." + part)));
    }
    if (owing.size() > MOST_BODIES) {
      written.add(
          INDENT
              + TEXTS.get("task.reminder.more_bodies", FORMATS.count(owing.size() - MOST_BODIES)));
    }
    written.add(
        INDENT + TEXTS.get("task.reminder.due", FORMATS.date(due), FORMATS.daysLeft(due, day)));
    if (late) {
      owing.stream()
          .limit(MOST_BODIES)
          .map(DigestLine::head)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(head -> written.add(INDENT + TEXTS.get("task.reminder.head", head)));
    }
  }

  /** The tasks of a group, each with those who owe it. */
  private Collection<List<DigestLine>> of(Group group) {
    return lines.stream()
        .filter(line -> {
          int side = line.due().compareTo(day);
          return group == (side < 0 ? Group.LATE : side == 0 ? Group.TODAY : Group.SOON);
        })
        .collect(Collectors.groupingBy(DigestLine::task, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static String said(DigestLine line) {
    return line.added() ? "task.reminder.consequence_added" : "task.reminder.consequence";
  }

  private static String cut(String words, int most) {
    String onOneLine = words.replaceAll("\\s+", " ").strip();
    return onOneLine.length() <= most ? onOneLine : onOneLine.substring(0, most).strip() + "…";
  }
}
