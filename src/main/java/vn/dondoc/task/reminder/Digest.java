package vn.dondoc.task.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
  /** Most duties a letter tells of; it says how many there are beyond. */
  static final int MOST = 100;

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
      List<DigestLine> found = of(group);
      if (!found.isEmpty()) {
        written.add("");
        String key = group.key("task.reminder.group.");
        written.add(TEXTS.get(key, FORMATS.count(found.size())));
      }
      for (DigestLine line : found) {
        number++;
        if (number <= MOST) {
          tell(number, line, group == Group.LATE, written);
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

  private void tell(int number, DigestLine line, boolean late, List<String> written) {
    written.add("");
    written.add(
        TEXTS.get(
            "task.reminder.line",
            FORMATS.count(number),
            line.code(),
            cut(line.action(), LONGEST_ACTION)));
    String part = line.part() == Party.Part.LEAD ? "lead" : "coordinate";
    written.add(
        INDENT + TEXTS.get("task.reminder.body", line.body(), TEXTS.get("task.column." + part)));
    written.add(
        INDENT
            + TEXTS.get(
                "task.reminder.due", FORMATS.date(line.due()), FORMATS.daysLeft(line.due(), day)));
    if (late && line.head() != null) {
      written.add(INDENT + TEXTS.get("task.reminder.head", line.head()));
    }
    @Nullable String consequence = line.consequence();
    if (late && consequence != null) {
      written.add(
          INDENT + TEXTS.get("task.reminder.consequence", cut(consequence, LONGEST_CONSEQUENCE)));
    }
    written.add(INDENT + address + "/nhiem-vu/" + line.task() + "?phan=" + line.duty() + "#phan");
  }

  private List<DigestLine> of(Group group) {
    return lines.stream()
        .filter(line -> {
          int side = line.due().compareTo(day);
          return group == (side < 0 ? Group.LATE : side == 0 ? Group.TODAY : Group.SOON);
        })
        .toList();
  }

  private static String cut(String words, int most) {
    String onOneLine = words.replaceAll("\\s+", " ").strip();
    return onOneLine.length() <= most ? onOneLine : onOneLine.substring(0, most).strip() + "…";
  }
}
