package vn.dondoc.rural.standard.draft;

import static vn.dondoc.rural.standard.draft.DraftField.choice;
import static vn.dondoc.rural.standard.draft.DraftField.of;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.rural.standard.draft.DraftField.Kind;

/** Các bảng của một bộ tiêu chí, each with the columns its rows are written in. */
enum DraftTable {
  /** Bộ tiêu chí: one row, about the set itself. */
  SET(
      "bo",
      1,
      List.of("code"),
      of("code", Kind.LINE, 100),
      of("kind", Kind.OBJECT, 40),
      of("grade", Kind.CODE, 40),
      of("name_vi", Kind.WORDS, 500).later(),
      of("name_en", Kind.WORDS, 500).later(),
      of("legal_act", Kind.WORDS, 500).later(),
      of("issued_on", Kind.DAY, 10).open(),
      confidence()),
  CRITERIA(
      "tieu-chi",
      100,
      List.of("number"),
      of("number", Kind.LINE, 20),
      of("ordinal", Kind.WHOLE, 6),
      of("name_vi", Kind.WORDS, 500),
      of("name_en", Kind.WORDS, 500),
      of("group_vi", Kind.LINE, 200),
      of("group_en", Kind.LINE, 200).open()),
  INDICATORS(
      "chi-tieu",
      500,
      List.of("number"),
      of("criterion", Kind.CRITERION, 20),
      of("number", Kind.LINE, 20),
      of("ordinal", Kind.WHOLE, 6),
      of("name_vi", Kind.WORDS, 1000),
      of("name_en", Kind.WORDS, 1000),
      of("data_owner", Kind.LINE, 200),
      choice("responsibility", "state", "community"),
      choice("if_any", "false", "true"),
      confidence(),
      of("note", Kind.WORDS, 1000).open()),
  FIGURES(
      "gia-tri",
      1500,
      List.of("indicator", "code"),
      of("indicator", Kind.INDICATOR, 20),
      of("code", Kind.NAME, 40),
      of("ordinal", Kind.WHOLE, 6),
      of("name_vi", Kind.WORDS, 1000),
      of("name_en", Kind.WORDS, 1000).open(),
      choice("value_type", "yes_no", "percent", "number", "count", "money"),
      of("unit", Kind.LINE, 40).open(),
      of("unit_en", Kind.LINE, 40).open(),
      of("least", Kind.DECIMAL, 24).open(),
      of("most", Kind.DECIMAL, 24).open(),
      of("part_of", Kind.NAME, 40).open()),
  LEVELS(
      "muc",
      5000,
      List.of("indicator", "unit_group", "from_year"),
      of("indicator", Kind.INDICATOR, 20),
      of("unit_group", Kind.CODE, 40),
      of("from_year", Kind.YEAR, 4).open(),
      of("until_year", Kind.YEAR, 4).open(),
      of("rule", Kind.RULE, 2000),
      confidence(),
      of("source", Kind.WORDS, 500).open());

  private final String path;
  private final int most;
  private final List<String> named;
  private final List<DraftField> fields;

  DraftTable(String path, int most, List<String> named, DraftField... fields) {
    this.path = path;
    this.most = most;
    this.named = named;
    this.fields = List.of(fields);
  }

  private static DraftField confidence() {
    return choice("confidence", "memory", "medium", "high", "illustrative");
  }

  static Optional<DraftTable> at(String path) {
    return Arrays.stream(values()).filter(table -> table.path.equals(path)).findFirst();
  }

  /** In addresses. */
  String path() {
    return path;
  }

  /** Most rows. */
  int most() {
    return most;
  }

  List<DraftField> fields() {
    return fields;
  }

  DraftField field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst().orElseThrow();
  }

  /** In the kept paper. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its name. */
  String label() {
    return "rural.draft.table." + code();
  }

  /** What people call a row of it by: "17.1 TDMNPB 2018". */
  String name(DraftRow row) {
    return named.stream()
        .map(row::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
