package vn.dondoc.capital.line;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Language;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;

/**
 * Sổ chi tiết as the page shows it.
 *
 * @param head the line
 * @param filter which entries
 * @param asked what its address says
 * @param entries of this page
 * @param count of the whole question
 * @param next id of the last entry when there are more
 */
record LineView(
    LineHead head,
    EntryFilter filter,
    Map<String, String> asked,
    List<EntryLine> entries,
    long count,
    @Nullable Long next) {
  static final String PATH = "/von/dong/";

  ListAddress address() {
    return new ListAddress(PATH + head.id(), asked);
  }

  String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  /** Where the money comes from, in the viewer's language. */
  String source(Page page) {
    return page.texts().language() == Language.VI ? head.pool().sourceVi() : head.pool().sourceEn();
  }

  /** Kỳ of the figures. */
  String period(Page page) {
    return page.t("capital.line.period", Integer.toString(head.pool().year()));
  }

  /** The project's name, behind its code when it has one. */
  String project() {
    String code = head.project().code();
    return code == null ? head.project().name() : code + " · " + head.project().name();
  }
}
