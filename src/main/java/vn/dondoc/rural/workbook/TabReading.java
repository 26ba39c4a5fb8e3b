package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;

/**
 * Đọc trang của một xã.
 *
 * @param month what is reported on
 * @param seal what the sheet went out with
 * @param commune whose it is
 * @param staging where to say what was read
 */
record TabReading(BookMonth month, BookSeal seal, Place commune, Staging staging) {
  private static final int NAMED = 12;

  /** The rows of one indicator. */
  private record Group(Indicator indicator, Map<String, Line> lines) {}

  void read(String tab, List<Line> lines) {
    Map<String, Indicator> known =
        month.yardstick().indicators().values().stream()
            .collect(Collectors.toMap(Indicator::number, Function.identity(), (a, b) -> a));
    Map<String, Group> groups = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (Line line : lines) {
      String key = line.text(BookForm.KEY);
      if (key.isEmpty()) {
        loose(line);
      } else if (isFirst(line, key, places)) {
        sort(line, key, known, groups, left);
      }
    }
    int rows = staging.rows().size();
    int problems = staging.notes().size();
    groups.values().forEach(this::indicator);
    problems = staging.notes().size() - problems;
    reconcile(tab, groups, left);
    int told = staging.rows().size() - rows;
    staging
        .units()
        .add(
            new Staging.Unit(
                commune.id(),
                month.title(commune),
                tab,
                Math.max(0, groups.size() - told - problems)));
  }

  /** A line without a key: a heading, or a row somebody put in. */
  private void loose(Line line) {
    SheetCell value = line.cell(BookForm.VALUE);
    if (!value.text().isBlank()) {
      stop(value, "rural.book.loose", value.text());
    }
  }

  private boolean isFirst(Line line, String key, Map<String, String> places) {
    SheetCell number = line.cell(BookForm.NUMBER);
    String earlier = places.putIfAbsent(key, number.place().toString());
    if (earlier != null) {
      stop(number, "rural.book.twice", number.text(), earlier);
    }
    return earlier == null;
  }

  private void sort(
      Line line,
      String key,
      Map<String, Indicator> known,
      Map<String, Group> groups,
      List<String> left) {
    String number = key.replaceFirst(":.*", "");
    String part = key.substring(Math.min(key.length(), number.length() + 1));
    Indicator indicator = known.get(number);
    boolean sealed = seal.lines().stream().anyMatch(one -> one.number().equals(number));
    if (!sealed || !line.text(BookForm.NUMBER).equals(number)) {
      stop(line.cell(BookForm.NUMBER), "rural.book.key", line.text(BookForm.NUMBER));
    } else if (indicator == null || isOtherPart(indicator, part)) {
      if (!line.text(BookForm.VALUE).isEmpty()) {
        left.add(indicator == null ? number : told(number, line));
      }
    } else {
      groups
          .computeIfAbsent(number, n -> new Group(indicator, new LinkedHashMap<>()))
          .lines()
          .put(part, line);
    }
  }

  /** A figure this set does not know is told by where it stands. */
  private static String told(String number, Line line) {
    return number + " (" + line.cell(BookForm.VALUE).place() + ")";
  }

  private static boolean isOtherPart(Indicator indicator, String part) {
    return indicator.parts().stream().noneMatch(one -> one.code().equals(part));
  }

  /** Says what a sheet of an older form or set was matched by. */
  private void reconcile(String tab, Map<String, Group> groups, List<String> left) {
    String place = tab + "!A2";
    boolean other = !month.isMeasuredBy(seal.set(), seal.filling());
    if (other) {
      staging.remark(
          commune.id(),
          place,
          "rural.book.other_set",
          seal.set() + (seal.filling() == null ? "" : ", " + seal.filling()),
          month.yardstick().legalAct(),
          groups.size());
    }
    if (seal.form() < BookSeal.FORM) {
      staging.remark(
          commune.id(), place, "rural.book.older_form", seal.form(), BookSeal.FORM, groups.size());
    }
    if (!left.isEmpty()) {
      staging.remark(commune.id(), place, "rural.book.left_out", listed(left));
    }
    List<String> missing =
        month.yardstick().indicators().values().stream()
            .map(Indicator::number)
            .filter(number -> !groups.containsKey(number))
            .toList();
    if (!missing.isEmpty()) {
      staging.remark(commune.id(), place, "rural.book.missing", listed(missing));
    }
  }

  private static String listed(List<String> numbers) {
    String first = numbers.stream().limit(NAMED).collect(Collectors.joining(", "));
    return numbers.size() > NAMED ? first + "… (" + numbers.size() + ")" : first;
  }

  private void indicator(Group group) {
    Indicator indicator = group.indicator();
    BookSeal.Line was =
        seal.lines().stream()
            .filter(line -> line.number().equals(indicator.number()))
            .findFirst()
            .orElseGet(() -> BookSeal.Line.fresh(indicator.number()));
    int before = staging.notes().size();
    Line first = inOrder(group).getFirst();
    Line noted = saying(group, BookForm.NOTE);
    Line stated = saying(group, BookForm.STATE);
    Map<String, BigDecimal> figures = figures(group);
    BookState state = state(stated);
    if (state == null || staging.notes().size() > before) {
      return;
    }
    String note = optional(noted, BookForm.NOTE);
    Answer answer = new Answer(indicator, was, figures, state, note);
    SheetCell value = first.cell(BookForm.VALUE);
    String wrong = answer.contradiction();
    if (wrong != null) {
      Map<String, BigDecimal> told = answer.contradicted();
      String part = told.keySet().stream().findFirst().orElse("");
      SheetCell at = group.lines().getOrDefault(part, first).cell(BookForm.VALUE);
      stop(at, wrong, Figures.written(told, indicator), indicator.number());
      return;
    }
    if (answer.isNoteAlone()) {
      staging.remark(
          commune.id(), noted.cell(BookForm.NOTE).place().toString(), "rural.book.note_alone");
    }
    Staging.Said said = answer.said();
    if (said != null && said.kind() == Report.Kind.WAIT && said.words() == null) {
      whom(stated, indicator);
    } else if (said != null) {
      staging
          .rows()
          .add(
              new Staging.Row(
                  staging.rows().size() + 1,
                  commune.id(),
                  indicator.id(),
                  value.place().toString(),
                  cells(group),
                  said,
                  was.step(),
                  answer.ordered(was.figures()),
                  was.nothing()));
    }
  }

  /** The lines of an indicator as the form has them, however a sheet was sorted. */
  private static List<Line> inOrder(Group group) {
    return group.indicator().parts().stream()
        .filter(part -> group.lines().containsKey(part.code()))
        .map(part -> Objects.requireNonNull(group.lines().get(part.code())))
        .toList();
  }

  /** The line of an indicator that says something in a column; its first when none does. */
  private static Line saying(Group group, String column) {
    List<Line> lines = inOrder(group);
    return lines.stream()
        .filter(line -> optional(line, column) != null)
        .findFirst()
        .orElse(lines.getFirst());
  }

  /** A wait without whom it is for is told where that is to be written. */
  private void whom(Line line, Indicator indicator) {
    SheetCell state = line.cell(BookForm.STATE);
    boolean noted = line.columns().containsKey(BookForm.NOTE);
    SheetCell cell = noted ? line.cell(BookForm.NOTE) : state;
    stop(
        indicator,
        cell,
        "rural.book.whom",
        state.text().strip(),
        state.place().toString(),
        BookForm.title(BookForm.NOTE));
  }

  /** Where the figures of an indicator stand, in the order of its parts. */
  private static List<String> cells(Group group) {
    Line first = inOrder(group).getFirst();
    return group.indicator().parts().stream()
        .map(part -> group.lines().getOrDefault(part.code(), first))
        .map(line -> line.cell(BookForm.VALUE).place().toString())
        .toList();
  }

  private Map<String, BigDecimal> figures(Group group) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    for (Part part : group.indicator().parts()) {
      Line line = group.lines().get(part.code());
      if (line != null) {
        SheetCell cell = line.cell(BookForm.VALUE);
        switch (BookFigure.of(cell, part)) {
          case BookFigure.Open open -> {}
          case BookFigure.Read read -> figures.put(part.code(), read.value());
          case BookFigure.Wrong wrong ->
              stop(group.indicator(), cell, wrong.key(), wrong.arguments().toArray());
        }
      }
    }
    return figures;
  }

  private @Nullable BookState state(Line line) {
    String typed = optional(line, BookForm.STATE);
    if (typed == null) {
      return BookState.GIVEN;
    }
    for (BookState state : BookState.values()) {
      if (state != BookState.GIVEN
          && BookFigure.folded(BookForm.state(state)).equals(BookFigure.folded(typed))) {
        return state;
      }
    }
    stop(line.cell(BookForm.STATE), "rural.book.state_unknown", typed);
    return null;
  }

  private static @Nullable String optional(Line line, String column) {
    String text = line.columns().containsKey(column) ? line.text(column) : "";
    return text.isEmpty() ? null : text.replace("\0", "");
  }

  private void stop(Indicator indicator, SheetCell cell, String key, Object... arguments) {
    staging.stop(commune.id(), Staging.at(cell.place().toString(), indicator), key, arguments);
  }

  private void stop(SheetCell cell, String key, Object... arguments) {
    staging.stop(commune.id(), cell.place().toString(), key, arguments);
  }
}
