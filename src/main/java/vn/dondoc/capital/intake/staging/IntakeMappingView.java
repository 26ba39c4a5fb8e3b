package vn.dondoc.capital.intake.staging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dondoc.capital.intake.Intake;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Head;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.intake.layout.Role;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.exchange.SheetRow;

/**
 * Trang ghép cột.
 *
 * @param intake the file
 * @param tabs its sheets
 * @param head the titles that are looked at
 * @param rows the first rows of the sheet
 * @param mapping what its columns seem to hold
 * @param pools those of the year
 * @param vouchers it looks like a list of vouchers
 * @param problems why the last request was not done
 */
record IntakeMappingView(
    Intake intake,
    List<IntakeRawStore.Tab> tabs,
    Head head,
    List<SheetRow> rows,
    Mapping mapping,
    List<Pool> pools,
    boolean vouchers,
    List<String> problems) {
  private static final int SHOWN = 3;
  private static final int ABOVE = 6;

  Content content() {
    return intake.what().content();
  }

  List<Role> roles() {
    return Role.of(content());
  }

  int width() {
    int cells =
        rows.stream()
            .filter(row -> row.number() > head.to())
            .mapToInt(row -> row.cells().size())
            .max()
            .orElse(0);
    return Math.max(head.titles().size(), cells);
  }

  /** The first values under a title. */
  String sample(int column) {
    return rows.stream()
        .filter(row -> row.number() > head.to())
        .map(row -> row.cell(column).text().strip())
        .filter(text -> !text.isEmpty())
        .limit(SHOWN)
        .collect(Collectors.joining(" · "));
  }

  /** What stands above the titles. */
  List<String> above() {
    return rows.stream()
        .filter(row -> row.number() < head.from())
        .map(row ->
            row.cells().stream()
                .map(cell -> cell.text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · ")))
        .filter(line -> !line.isEmpty())
        .limit(ABOVE)
        .toList();
  }

  String role(int column) {
    return column(column).map(one -> one.role().code()).orElse("");
  }

  String pool(int column) {
    return column(column).map(Mapping.Column::pool).orElse("");
  }

  String unit(int column) {
    return column(column).map(Mapping.Column::unit).map(one -> one.code()).orElse("");
  }

  private Optional<Mapping.Column> column(int column) {
    return mapping.columns().stream().filter(one -> one.at() == column).findFirst();
  }

  String path() {
    return intake.path() + "/ghep";
  }
}
