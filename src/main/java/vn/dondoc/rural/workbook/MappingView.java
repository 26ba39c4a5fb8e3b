package vn.dondoc.rural.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.web.Page;

/**
 * Trang ghép cột.
 *
 * @param book the file
 * @param month what it reports on
 * @param tabs its sheets, with how many rows each has
 * @param sheet the one that is looked at
 * @param mapping what its columns seem to hold
 * @param kept profiles
 * @param problems why the last request was not done
 */
record MappingView(
    Book book,
    BookMonth month,
    Map<String, Integer> tabs,
    Sheet sheet,
    Mapping mapping,
    Kept kept,
    List<String> problems) {
  private static final int SHOWN = 3;

  /** A sheet's header and its first rows. */
  record Sheet(SheetRow header, List<SheetRow> rows) {}

  /**
   * Mẫu ghép.
   *
   * @param all the body's own
   * @param used the one that was asked for
   * @param lost its columns this file lacks
   */
  record Kept(
      List<ProfileStore.Profile> all, ProfileStore.@Nullable Profile used, List<String> lost) {}

  /** A role a column may have, as a select offers it. */
  record Option(String value, String words) {}

  List<SheetCell> columns() {
    return sheet.header().cells();
  }

  String sample(int column) {
    return sheet.rows().stream()
        .filter(row -> row.number() > sheet.header().number())
        .map(row -> row.cell(column).text().strip())
        .filter(text -> !text.isEmpty())
        .limit(SHOWN)
        .collect(Collectors.joining(" · "));
  }

  /** Value of the option a column seems to be. */
  String role(int column) {
    return mapping.columns().stream()
        .filter(one -> one.at() == column)
        .map(one ->
            one.role() == Mapping.Role.PART
                ? one.key()
                : one.role().name().toLowerCase(java.util.Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  int scale(int column) {
    return mapping.columns().stream()
        .filter(one -> one.at() == column)
        .map(Mapping.Column::scale)
        .findFirst()
        .orElse(1);
  }

  /** Everything a column may hold. */
  List<Option> options(Page page) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", page.t("rural.book.map.role.none")));
    for (String role : List.of("unit", "indicator", "value")) {
      options.add(new Option(role, page.t("rural.book.map.role." + role)));
    }
    for (Indicator indicator : month.yardstick().indicators().values()) {
      for (Part part : indicator.parts()) {
        String unit = part.unit() == null ? "" : " (" + page.t(part.unit()) + ")";
        options.add(
            new Option(
                BookForm.key(indicator, part),
                page.t(
                    "rural.book.map.role.part", indicator.number(), page.t(part.name()) + unit)));
      }
    }
    return options;
  }

  String name() {
    return kept.used() == null ? "" : kept.used().name();
  }

  String path() {
    return book.path() + "/ghep";
  }
}
