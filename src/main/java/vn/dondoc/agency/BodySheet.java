package vn.dondoc.agency;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Biểu danh bạ: the columns of the sheet that goes out and comes back. */
final class BodySheet {
  static final String CODE = "code";
  static final String NAME = "name";
  static final String SHORT_NAME = "short_name";
  static final String KIND = "kind";
  static final String PLACE = "place_code";
  static final String PARENT = "parent_code";
  static final String ALIASES = "aliases";
  static final String HEAD = "head_title";
  static final String SOURCE = "source";

  private BodySheet() {}

  static List<SheetColumn<ListedBody>> columns(Texts texts) {
    return List.of(
        new SheetColumn<>(CODE, texts.get("agency.column.code"), b -> b.body().code()),
        new SheetColumn<>(NAME, texts.get("agency.column.name"), b -> b.body().name()),
        new SheetColumn<>(
            SHORT_NAME, texts.get("agency.column.short_name"), b -> b.body().shortName()),
        new SheetColumn<>(
            KIND, texts.get("agency.column.kind"), b -> texts.get(b.body().kind().key())),
        new SheetColumn<>(PLACE, texts.get("agency.column.place_code"), ListedBody::placeCode),
        new SheetColumn<>(PARENT, texts.get("agency.column.parent_code"), ListedBody::parentCode),
        new SheetColumn<>(ALIASES, texts.get("agency.column.aliases"), ListedBody::aliases),
        new SheetColumn<>(HEAD, texts.get("agency.column.head_title"), ListedBody::head),
        new SheetColumn<>(SOURCE, texts.get("agency.column.source"), ListedBody::source));
  }

  /** The kind a cell names, in either language or by its code. */
  static Optional<BodyKind> kind(String words) {
    String asked = words.strip().toLowerCase(Locale.ROOT);
    for (BodyKind kind : BodyKind.values()) {
      for (Language language : Language.values()) {
        if (Texts.in(language).get(kind.key()).toLowerCase(Locale.ROOT).equals(asked)) {
          return Optional.of(kind);
        }
      }
    }
    return BodyKind.of(words);
  }
}
