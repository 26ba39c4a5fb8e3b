package vn.dondoc.task.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Days;

/**
 * What the form of a bulk edit sends.
 *
 * @param values as they were sent
 */
record BulkForm(MultiValueMap<String, String> values) {
  private static final int LONGEST_CONSEQUENCE = 4_000;
  private static final int MOST_DAYS = 366;
  private static final String CHOSEN = "chon";

  String value(String name) {
    return Objects.requireNonNullElse(values.getFirst(name), "").replace("\0", "").strip();
  }

  @Nullable BatchKind kind() {
    for (BatchKind kind : BatchKind.values()) {
      if (kind.isEdit() && kind.code().equals(value("viec"))) {
        return kind;
      }
    }
    return null;
  }

  /** The tasks chosen, each with the version its preview showed; 0 where none was shown yet. */
  Map<Long, Integer> chosen() {
    Map<Long, Integer> chosen = new LinkedHashMap<>();
    for (String one : values.getOrDefault(CHOSEN, List.of())) {
      String[] parts = one.split("\\.", 2);
      if (!parts[0].matches("\\d{1,18}") || parts.length == 2 && !parts[1].matches("\\d{1,9}")) {
        throw Refusal.of(BulkRefusal.UNKNOWN_TASK, CHOSEN, one);
      }
      chosen.put(Long.valueOf(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : 0);
    }
    return chosen;
  }

  /**
   * The edit it asks for.
   *
   * @throws Refusal with everything that is missing or wrong
   */
  BulkEdit edit(BodyNames names) {
    BatchKind kind = kind();
    if (kind == null) {
      throw Refusal.of(BulkRefusal.NO_KIND, "viec");
    }
    List<Problem> problems = new ArrayList<>();
    boolean replaces = kind == BatchKind.REPLACE_COORDINATOR || kind == BatchKind.REPLACE_LEAD;
    Integer from = replaces ? from(problems) : null;
    Body to = replaces || kind == BatchKind.ADD_COORDINATOR ? to(names, problems) : null;
    if (from != null && to != null && to.id() == from) {
      problems.add(Problem.at("thanh", BulkRefusal.SAME_BODY.key(), to.name()));
    }
    BulkEdit edit =
        new BulkEdit(
            kind,
            kind == BatchKind.DUE_ON ? day(problems) : null,
            kind == BatchKind.SHIFT ? days(problems) : 0,
            from,
            to,
            kind == BatchKind.CONSEQUENCE ? consequence(problems) : "");
    if (!problems.isEmpty()) {
      throw Refusal.of(BulkRefusal.FORM, problems);
    }
    return edit;
  }

  private @Nullable LocalDate day(List<Problem> problems) {
    String typed = value("ngay");
    if (typed.isEmpty()) {
      problems.add(Problem.at("ngay", BulkRefusal.NO_DAY.key()));
      return null;
    }
    LocalDate day = Days.read(typed).orElse(null);
    if (day == null) {
      problems.add(Days.problem("ngay", "task.bulk.day", typed));
    }
    return day;
  }

  private int days(List<Problem> problems) {
    String typed = value("so-ngay").replace('−', '-');
    int days = typed.matches("[+-]?\\d{1,4}") ? Integer.parseInt(typed) : 0;
    if (days == 0 || Math.abs(days) > MOST_DAYS) {
      problems.add(Problem.at("so-ngay", BulkRefusal.DAYS.key(), typed, MOST_DAYS));
    }
    return days;
  }

  private @Nullable Integer from(List<Problem> problems) {
    String typed = value("tu");
    if (!typed.matches("\\d{1,9}")) {
      problems.add(Problem.at("tu", BulkRefusal.NO_FROM.key()));
      return null;
    }
    return Integer.valueOf(typed);
  }

  private @Nullable Body to(BodyNames names, List<Problem> problems) {
    String typed = value("thanh");
    if (typed.isEmpty()) {
      problems.add(Problem.at("thanh", BulkRefusal.NO_BODY.key()));
      return null;
    }
    BodyNames.Found found = names.find(typed);
    if (found.ceased() != null) {
      problems.add(found.ceased());
    } else if (found.body() == null) {
      problems.add(
          found.near().isEmpty()
              ? Problem.at("thanh", BulkRefusal.BODY.key(), typed)
              : Problem.at("thanh", BulkRefusal.BODY_NEAR.key(), typed, found.near()));
    }
    return found.body();
  }

  private String consequence(List<Problem> problems) {
    String typed = value("he-qua");
    if (typed.isEmpty()) {
      problems.add(Problem.at("he-qua", BulkRefusal.NO_CONSEQUENCE.key()));
    } else if (typed.length() > LONGEST_CONSEQUENCE) {
      problems.add(
          Problem.at(
              "he-qua", BulkRefusal.LONG_CONSEQUENCE.key(), typed.length(), LONGEST_CONSEQUENCE));
    }
    return typed;
  }
}
