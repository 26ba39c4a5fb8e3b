package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.FormCell;
import vn.dondoc.exchange.FormSheet;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.place.Place;
import vn.dondoc.rural.assessment.Figures;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.rural.standard.Criterion.Threshold;
import vn.dondoc.rural.standard.Criterion.ValueType;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Biểu của một xã. It goes from hand to hand in offices, so its words are Vietnamese whoever made
 * it.
 *
 * @param month what it reports on
 * @param key what it is signed with
 * @param madeOn the province's day, as people write it
 */
record BookForm(BookMonth month, BookSeals.Key key, String madeOn) {
  /** Số. */
  static final String NUMBER = "number";

  /** Giá trị kỳ này. */
  static final String VALUE = "value";

  /** Tình trạng. */
  static final String STATE = "state";

  /** Ghi chú. */
  static final String NOTE = "note";

  /** Mã dòng, not seen. */
  static final String KEY = "key";

  static final Texts TEXTS = Texts.in(Language.VI);
  private static final Map<String, Double> WIDTHS =
      Map.of(
          NUMBER, 7.0, "name", 52.0, "rule", 34.0, "unit", 12.0, "before", 11.0, VALUE, 13.0, STATE,
          19.0, NOTE, 38.0, KEY, 0.0);
  private static final List<String> COLUMNS =
      List.of(NUMBER, "name", "rule", "unit", "before", VALUE, STATE, NOTE, KEY);

  /** The columns a sheet has to bring back, and those that it may have lost or never had. */
  static List<List<SheetColumn<Object>>> wanted() {
    return List.of(
        wanted(NUMBER, VALUE, STATE, NOTE, KEY),
        wanted(NUMBER, VALUE, NOTE, KEY),
        wanted(NUMBER, VALUE, STATE, KEY),
        wanted(NUMBER, VALUE, KEY));
  }

  private static List<SheetColumn<Object>> wanted(String... keys) {
    return List.of(keys).stream()
        .map(key -> new SheetColumn<Object>(key, title(key), row -> null))
        .toList();
  }

  static String title(String column) {
    return TEXTS.get("rural.book.column." + column);
  }

  /** What stands in the drop-down of a state. */
  static String state(BookState state) {
    return TEXTS.get("rural.book.state." + state.name().toLowerCase(java.util.Locale.ROOT));
  }

  FormSheet sheet(
      Place commune, @Nullable String group, Map<Known.Spot, Known> known, Set<String> names) {
    List<List<FormCell>> rows = new ArrayList<>();
    List<BookSeal.Line> sealed = new ArrayList<>();
    for (Criterion criterion : month.yardstick().criteria()) {
      rows.add(heading(criterion));
      for (Indicator indicator : criterion.indicators()) {
        Known here = known.getOrDefault(new Known.Spot(commune.id(), indicator.id()), Known.none());
        rows.addAll(rows(indicator, group, here));
        sealed.add(
            new BookSeal.Line(
                indicator.number(),
                here.step(),
                Figures.byName(here.figures(), indicator),
                here.nothing(),
                here.waits()));
      }
    }
    BookSeal seal =
        new BookSeal(
            BookSeal.FORM,
            month.yardstick().set().code(),
            month.yardstick().filling() == null ? null : month.yardstick().filling().code(),
            commune.id(),
            month.month().toString(),
            madeOn,
            sealed);
    return new FormSheet(
        name(commune, names),
        List.of(
            TEXTS.get("rural.book.form", month.title(commune)),
            TEXTS.get(
                "rural.book.form.line",
                month.written(),
                month.yardstick().legalAct().vi(),
                madeOn,
                BookSeal.FORM),
            TEXTS.get("rural.book.form.how")),
        COLUMNS.stream().map(BookForm::column).toList(),
        rows,
        BookSeals.sign(seal, key));
  }

  private static FormSheet.Column column(String key) {
    return new FormSheet.Column(title(key), WIDTHS.getOrDefault(key, 0.0));
  }

  /** Namesakes in one workbook are told apart by their codes. */
  private static String name(Place commune, Set<String> names) {
    String title = commune.title();
    String name = title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
    return names.add(name) ? name : name + " " + commune.code();
  }

  private static List<FormCell> heading(Criterion criterion) {
    List<FormCell> cells = new ArrayList<>();
    cells.add(new FormCell.Locked(criterion.number(), true));
    cells.add(new FormCell.Locked(criterion.name().vi(), true));
    while (cells.size() < COLUMNS.size()) {
      cells.add(FormCell.locked(null));
    }
    return cells;
  }

  private List<List<FormCell>> rows(Indicator indicator, @Nullable String group, Known here) {
    RuleWords words = new RuleWords(indicator, TEXTS);
    Threshold rule = month.yardstick().rule(indicator, group, month.month().getYear()).orElse(null);
    List<List<FormCell>> rows = new ArrayList<>();
    for (int at = 0; at < indicator.parts().size(); at++) {
      Part part = indicator.parts().get(at);
      boolean first = at == 0;
      String name = first ? indicator.name().vi() : "– " + part.name().vi();
      rows.add(
          List.of(
              FormCell.locked(indicator.number()),
              FormCell.locked(
                  first && indicator.ifAny()
                      ? name + " (" + TEXTS.get("rural.if_any") + ")"
                      : name),
              FormCell.locked(first ? words.of(rule == null ? null : rule.rule()) : null),
              FormCell.locked(unit(part)),
              FormCell.locked(
                  first && here.beforeNothing()
                      ? state(BookState.NOTHING)
                      : shown(part, at(here.before(), at))),
              value(part, at(here.figures(), at)),
              first ? states(indicator, here) : FormCell.locked(null),
              first ? new FormCell.Words(here.waits()) : FormCell.locked(null),
              FormCell.locked(key(indicator, part))));
    }
    return rows;
  }

  static String key(Indicator indicator, Part part) {
    return indicator.number() + ":" + part.code();
  }

  private static FormCell states(Indicator indicator, Known here) {
    List<String> options = new ArrayList<>();
    for (BookState state : BookState.values()) {
      if (state != BookState.GIVEN && (state != BookState.NOTHING || indicator.ifAny())) {
        options.add(state(state));
      }
    }
    BookState now =
        here.waits() != null ? BookState.WAITS : here.nothing() ? BookState.NOTHING : null;
    return new FormCell.Choice(now == null ? null : state(now), options);
  }

  private static @Nullable BigDecimal at(List<@Nullable BigDecimal> figures, int place) {
    return place < figures.size() ? figures.get(place) : null;
  }

  private static FormCell value(Part part, @Nullable BigDecimal figure) {
    if (part.type() == ValueType.YES_NO) {
      return new FormCell.Choice(
          shown(part, figure), List.of(TEXTS.get("rural.book.yes"), TEXTS.get("rural.book.no")));
    }
    BigDecimal least = part.range().least();
    BigDecimal most = part.range().most();
    String warning =
        TEXTS.get(
            "rural.book.form.range",
            least == null ? "…" : least.toPlainString(),
            most == null ? "…" : most.toPlainString());
    return new FormCell.Amount(figure, least, most, warning);
  }

  private static @Nullable Object shown(Part part, @Nullable BigDecimal figure) {
    return figure == null || part.type() != ValueType.YES_NO
        ? figure
        : TEXTS.get(figure.signum() > 0 ? "rural.book.yes" : "rural.book.no");
  }

  static String unit(Part part) {
    return part.type() == ValueType.YES_NO
        ? TEXTS.get("rural.book.yes") + "/" + TEXTS.get("rural.book.no")
        : part.unit() == null ? "" : part.unit().vi();
  }
}
