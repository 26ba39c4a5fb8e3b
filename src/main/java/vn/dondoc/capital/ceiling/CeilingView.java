package vn.dondoc.capital.ceiling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Source;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Danh sách trung hạn as its page shows it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param rows of this page
 * @param whole all of them added up
 * @param terms the terms there are
 * @param sources every source by its code
 * @param more there is another page
 */
record CeilingView(
    CeilingFilter filter,
    ListAddress address,
    List<CeilingRow> rows,
    CeilingStore.Whole whole,
    List<String> terms,
    Map<String, Source> sources,
    boolean more) {
  static final String PATH = "/von/trung-han";

  @Nullable String next() {
    return more ? address.after(rows.getLast().id()) : null;
  }

  String source(String code, Page page) {
    Source source = sources.get(code);
    return source == null
        ? code
        : page.texts().language() == Language.EN ? source.name().en() : source.name().vi();
  }

  /** As a list to choose from shows it: those of a group behind it, set in. */
  String indented(Source source, Page page) {
    String code = source.code();
    return "\u2003".repeat(code.length() - code.replace(".", "").length()) + source(code, page);
  }

  /** Values of the question that no list knows, each as a sentence with its remedy. */
  List<String> unknown(Page page) {
    List<String> told = new ArrayList<>();
    if (!filter.source().isEmpty() && !sources.containsKey(filter.source())) {
      told.add(unknown(filter.source(), "capital.medium.source", page));
    }
    if (!filter.term().isEmpty() && !terms.contains(filter.term())) {
      told.add(unknown(filter.term(), "capital.medium.term", page));
    }
    return told;
  }

  private static String unknown(String value, String label, Page page) {
    return page.t("web.unknown_choice", Texts.onOneLine(value), page.t(label));
  }

  /** Kỳ of the figures. */
  String period(Page page) {
    return filter.term().isEmpty()
        ? Objects.requireNonNull(page.t("capital.medium.every_term"))
        : filter.term();
  }
}
