package vn.dondoc.capital.intake.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Unit;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;

/** Reads the rows of a table one by one, as its mapping says. */
public final class SheetWalk {
  private static final int INDEX_WITHIN = 3;
  private static final int LONGEST_WORDS = 500;
  private static final List<Role> CODES = List.of(Role.CODE, Role.BUDGET_CODE, Role.NUMBER);

  private final Content content;
  private final Mapping mapping;
  private final ColumnWords words;
  private final Known known;
  private final Sink sink;
  private final Totals totals;
  private final RowFigures figures;
  private final SourceHeading sources;
  private final List<SheetRow> closing = new ArrayList<>();
  private Item.@Nullable Subject last;
  private boolean listed;

  /**
   * @param content what the file tells of
   * @param mapping how it is read
   * @param words which words begin groups and totals
   * @param known what the register knows of headings
   * @param sink takes what is read
   */
  public SheetWalk(Content content, Mapping mapping, ColumnWords words, Known known, Sink sink) {
    this.content = content;
    this.mapping = mapping;
    this.words = words;
    this.known = known;
    this.sink = sink;
    Map<Integer, Unit> units = new HashMap<>();
    Unit all = Objects.requireNonNull(mapping.unit());
    mapping
        .amounts()
        .forEach(column ->
            units.put(
                column.at(), column.unit() == null ? all : Objects.requireNonNull(column.unit())));
    this.totals = new Totals(sink, units);
    this.figures = new RowFigures(content, mapping, units, words);
    this.sources = new SourceHeading(words, known);
  }

  /** Takes the next row. */
  public void row(SheetRow row) {
    if (!row.sheet().equals(mapping.tab()) || row.number() <= mapping.to()) {
      return;
    }
    switch (kind(row)) {
      case EMPTY, INDEX, WORDS -> {}
      case TOTAL -> {
        sink.heading(row.number(), label(row).place().toString(), title(row), true);
        totals.total(title(row), stated(row));
      }
      case GROUP -> group(row);
      case ITEM -> {
        if (isClosing(row)) {
          closing.add(row);
        } else {
          listed = listed || isListed(row);
          closing.forEach(this::item);
          closing.clear();
          item(row);
        }
      }
    }
  }

  /**
   * Ngày ký, chữ ký: words in a column of money below a list of numbered or coded rows. Who writes
   * so between two of its rows means a figure: that row is read when the next one comes.
   */
  private boolean isClosing(SheetRow row) {
    return listed && !isListed(row) && !figures.isReadable(row);
  }

  /** It has a number or a code. */
  private boolean isListed(SheetRow row) {
    return text(row, Role.ORDINAL).matches("\\d.*")
        || CODES.stream().anyMatch(role -> text(row, role).matches(".*\\d.*"));
  }

  /** After the last row. */
  public void end() {
    totals.end();
  }

  private RowKind kind(SheetRow row) {
    boolean empty =
        mapping.columns().stream().allMatch(column -> row.cell(column.at()).text().isBlank());
    if (empty && label(row).text().isBlank()) {
      return RowKind.EMPTY;
    }
    if (row.number() <= mapping.to() + INDEX_WITHIN && RowKind.isIndex(row.cells())) {
      return RowKind.INDEX;
    }
    if (words.isTotal(label(row).text())) {
      return RowKind.TOTAL;
    }
    if (isGroup(row)) {
      return RowKind.GROUP;
    }
    // Who signs below a table stands in its columns of money, too.
    boolean listed = text(row, Role.ORDINAL).matches("\\d.*");
    return figures.isAny(row) && (listed || figures.hasDigits(row)) ? RowKind.ITEM : RowKind.WORDS;
  }

  private boolean isGroup(SheetRow row) {
    String ordinal = text(row, Role.ORDINAL);
    String name = name(row);
    boolean numbered = RowKind.numbering(ordinal) != null;
    if (known.isHeading(own(row).words()) || isNumbered(row) && RowKind.isTitle(ordinal)) {
      return true;
    }
    if (isCoded(row)) {
      return numbered && !name.isEmpty() && known.pool(name) != null;
    }
    boolean apart = ordinal.isEmpty() || !merged(row).isEmpty();
    boolean worded = apart && !name.isEmpty() && words.isGroup(name);
    boolean source =
        ordinal.isEmpty() && !name.isEmpty() && known.pool(name) != null
            || text(row, Role.POOL).isEmpty()
                && sources.isRow(row, money(), figures.hasDigits(row));
    return source || numbered && !name.isEmpty() || worded;
  }

  /** It has a project's code; a title that is merged over the column of codes is none. */
  private boolean isCoded(SheetRow row) {
    return CODES.stream().anyMatch(role -> !text(row, role).isEmpty()) && merged(row).isEmpty();
  }

  /** Number and title in the one cell of numbers: "I. Dự án chuyển tiếp". */
  private boolean isNumbered(SheetRow row) {
    return !SourceHeading.number(text(row, Role.ORDINAL)).isEmpty()
        && text(row, Role.NAME).isEmpty()
        && CODES.stream().allMatch(role -> text(row, role).isEmpty());
  }

  /** Its name, or the title that is merged over the columns of codes and names. */
  private String name(SheetRow row) {
    String name = text(row, Role.NAME);
    return name.isEmpty() ? merged(row) : name;
  }

  private String merged(SheetRow row) {
    List<String> codes =
        CODES.stream().map(role -> text(row, role)).filter(text -> !text.isEmpty()).toList();
    boolean title =
        text(row, Role.NAME).isEmpty() && codes.size() == 1 && RowKind.isTitle(codes.getFirst());
    return title ? codes.getFirst() : "";
  }

  private void group(SheetRow row) {
    String title = title(row);
    String place = label(row).place().toString();
    String words = title.matches("\\d.{0,5}") ? text(row, Role.NAME) : title;
    String ordinal = text(row, Role.ORDINAL);
    String numbering = RowKind.numbering(ordinal);
    String before = numbering == null ? SourceHeading.number(words) : ordinal;
    numbering = RowKind.numbering(before);
    String unnumbered = sources.isSource(words) ? SourceHeading.UNNUMBERED : "";
    sink.heading(row.number(), place, title, false);
    totals.group(numbering == null ? unnumbered : numbering, title, place, stated(row));
    String name = name(row);
    String owner = text(row, Role.OWNER);
    totals.of(
        sources.of(words, place, totals.source()),
        !owner.isEmpty() ? owner : known.isOwner(name) ? name : null);
  }

  private void item(SheetRow row) {
    RowFigures.Figures read = figures.of(row, sink);
    totals.item(row.number(), read.amounts());
    Item.Subject subject = subject(row);
    boolean whole = read.whole();
    if (subject == null) {
      sink.stop(read.place(), "capital.intake.no_project");
      whole = false;
    }
    if (!whole || subject == null) {
      sink.refused(row.number(), read.place());
      return;
    }
    last = subject;
    SheetCell cell = mapping.first(Role.POOL).map(column -> row.cell(column.at())).orElse(null);
    for (RowFigures.Part part : read.parts()) {
      sink.item(
          new Item(
              row.number(),
              part.place(),
              subject,
              sources.of(part.pool(), cell, totals.source(), mapping.pool()),
              part.told()));
    }
  }

  /** A row without a name of its own goes on with the project above it. */
  private Item.@Nullable Subject subject(SheetRow row) {
    Item.Subject own = own(row);
    if (!own.isNobody()) {
      return own;
    }
    return text(row, Role.ORDINAL).isEmpty() ? last : null;
  }

  private Item.Subject own(SheetRow row) {
    String owner = text(row, Role.OWNER);
    String group = totals.owner();
    return new Item.Subject(
        text(row, Role.CODE),
        text(row, Role.BUDGET_CODE),
        text(row, Role.NAME),
        owner.isEmpty() && group != null ? group : owner);
  }

  private List<Totals.Stated> stated(SheetRow row) {
    List<Totals.Stated> stated = new ArrayList<>();
    new TreeMap<>(figures.amounts(row, sink))
        .forEach((column, read) -> {
          if (read.dong() != null) {
            stated.add(
                new Totals.Stated(
                    column, row.cell(column).place().toString(), read.dong(), read.decimals()));
          }
        });
    return stated;
  }

  private int money() {
    return mapping.amounts().stream().mapToInt(Mapping.Column::at).min().orElse(Integer.MAX_VALUE);
  }

  /** The first words of a row, before its money. */
  private SheetCell label(SheetRow row) {
    return row.cells().stream()
        .filter(cell -> cell.place().column() < money())
        .filter(cell -> !cell.text().isBlank())
        .filter(cell -> RowKind.numbering(cell.text()) == null)
        .findFirst()
        .orElseGet(() -> totalled(row));
  }

  /** The words of a total that stand among its money, or behind it. */
  private SheetCell totalled(SheetRow row) {
    return row.cells().stream()
        .filter(cell -> words.isTotal(cell.text()))
        .findFirst()
        .orElse(row.cell(1));
  }

  private String title(SheetRow row) {
    String title = Words.tidy(label(row).text());
    return title.substring(0, Math.min(title.length(), LONGEST_WORDS));
  }

  private String text(SheetRow row, Role role) {
    String text =
        mapping.first(role).map(column -> Words.tidy(row.cell(column.at()).text())).orElse("");
    return text.matches("[-–—.]+") ? "" : text.substring(0, Math.min(text.length(), LONGEST_WORDS));
  }
}
