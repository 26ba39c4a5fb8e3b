package vn.dondoc.rural.standard;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.ReferenceTable;

/**
 * The tables a set comes in.
 *
 * @param kinds đối tượng
 * @param recognition who recognises each kind
 * @param sets bộ tiêu chí
 * @param criteria tiêu chí
 * @param indicators chỉ tiêu
 * @param parts giá trị thành phần
 * @param thresholds mức quy định
 */
record StandardTables(
    ReferenceTable kinds,
    ReferenceTable recognition,
    ReferenceTable sets,
    ReferenceTable criteria,
    ReferenceTable indicators,
    ReferenceTable parts,
    ReferenceTable thresholds) {
  private static final String ROOM = "rural/";

  private static final String SETS =
      "set parent kind grade name_vi name_en legal_act issued_on from until confidence";
  private static final String INDICATORS =
      "set criterion number ordinal name_vi name_en data_owner responsibility if_any confidence note";
  private static final String RECOGNITION =
      "kind authority_vi authority_en from until legal_basis confidence";
  private static final String PARTS =
      "set indicator code ordinal name_vi value_type unit least most";
  private static final String THRESHOLDS =
      "set indicator unit_group from_year until_year rule confidence source";

  static StandardTables read(@Nullable Path from) {
    return new StandardTables(
        table(from, "kinds.csv", "kind name_vi name_en level opens"),
        table(from, "recognition.csv", RECOGNITION),
        table(from, "sets.csv", SETS),
        table(from, "criteria.csv", "set number ordinal name_vi name_en group_vi"),
        table(from, "indicators.csv", INDICATORS),
        table(from, "parts.csv", PARTS),
        table(from, "thresholds.csv", THRESHOLDS));
  }

  /** What the demonstration's province decides, for the sets that come with the program. */
  static StandardTables demonstration() {
    StandardTables shipped = read(null);
    return new StandardTables(
        shipped.kinds(),
        shipped.recognition(),
        table(null, "demonstration-sets.csv", SETS),
        shipped.criteria(),
        shipped.indicators(),
        shipped.parts(),
        table(null, "demonstration-thresholds.csv", THRESHOLDS));
  }

  private static ReferenceTable table(@Nullable Path from, String file, String columns) {
    return ReferenceTable.read(from, ROOM + file, List.of(columns.split(" ", -1)));
  }

  /** Those that say which set a row belongs to. */
  List<ReferenceTable> all() {
    return List.of(criteria, indicators, parts, thresholds);
  }

  static List<ReferenceTable.Row> of(ReferenceTable table, String set) {
    return table.rows().stream().filter(row -> row.text("set").equals(set)).toList();
  }

  /** The set another one fills in; null when it stands alone. */
  @Nullable String parent(String set) {
    return of(sets, set).stream().findFirst().map(row -> row.optional("parent")).orElse(null);
  }

  /** Names of the figures of an indicator, of the set or of the one it fills in. */
  Set<String> figures(String set, String indicator) {
    String parent = parent(set);
    Set<String> names = new TreeSet<>();
    for (ReferenceTable.Row row : parts.rows()) {
      boolean here = row.text("set").equals(set) || row.text("set").equals(parent);
      if (here && row.text("indicator").equals(indicator)) {
        names.add(row.text("code"));
      }
    }
    return names;
  }
}
