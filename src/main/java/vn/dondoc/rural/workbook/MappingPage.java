package vn.dondoc.rural.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Ghép cột: says what the columns of a sheet of somebody's own hold. */
@Controller
class MappingPage {
  private static final String SECTION = "rural";
  private static final String CLAIM = "rural.claim";
  private static final int MOST_COLUMNS = 200;

  private final OwnSheets sheets;
  private final Workbooks books;
  private final Pages pages;

  MappingPage(OwnSheets sheets, Workbooks books, Pages pages) {
    this.sheets = sheets;
    this.books = books;
    this.pages = pages;
  }

  @GetMapping("/nong-thon-moi/bieu/{id}/ghep")
  ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(CLAIM);
    Book book = books.one(id);
    return book.way() == Book.Way.SHEET && book.isWaiting()
        ? show(id, asked(values), List.of())
        : new ModelAndView("redirect:" + book.path());
  }

  private ModelAndView show(long id, OwnSheets.Asked asked, List<String> problems) {
    return pages.show(
        "rural/workbook/mapping", SECTION, Map.of("view", sheets.view(id, asked, problems)));
  }

  private static OwnSheets.Asked asked(Map<String, String> values) {
    Integer profile = number(values.getOrDefault("mau", ""));
    return new OwnSheets.Asked(
        values.getOrDefault("trang", ""),
        number(values.getOrDefault("dong", "")),
        profile == null ? null : Long.valueOf(profile));
  }

  @PostMapping("/nong-thon-moi/bieu/{id}/ghep")
  ModelAndView read(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(CLAIM);
    Book book = books.one(id);
    try {
      sheets.read(id, values.getOrDefault("ten", "").replace("\0", ""), mapping(id, values));
      return new ModelAndView("redirect:" + book.path());
    } catch (Refusal refusal) {
      Page page = pages.page(SECTION);
      List<String> told = refusal.problems().stream().map(page.texts()::tell).toList();
      ModelAndView again =
          book.isWaiting() && book.way() == Book.Way.SHEET
              ? show(id, asked(values), told)
              : new ModelAndView("redirect:" + book.path());
      if (again.getViewName() != null && !again.getViewName().startsWith("redirect:")) {
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      }
      return again;
    }
  }

  private Mapping mapping(long id, Map<String, String> values) {
    Integer header = number(values.getOrDefault("dong", ""));
    String tab = values.getOrDefault("trang", "");
    int row = header == null ? 0 : header;
    SheetRow titles = sheets.headerRow(id, tab, row).orElse(null);
    List<Mapping.Column> columns = new ArrayList<>();
    for (int at = 1; at <= MOST_COLUMNS; at++) {
      String what = values.getOrDefault("cot-" + at, "");
      if (!what.isEmpty()) {
        boolean hundred = values.getOrDefault("thang-" + at, "1").equals("100");
        columns.add(column(at, what, titles == null ? null : titles.cell(at), hundred ? 100 : 1));
      }
    }
    return new Mapping(tab, row, columns);
  }

  private static Mapping.Column column(int at, String what, @Nullable SheetCell title, int scale) {
    String words = title == null ? "" : title.text().strip();
    for (Mapping.Role role : Mapping.Role.values()) {
      if (role != Mapping.Role.PART && role.name().toLowerCase(Locale.ROOT).equals(what)) {
        return new Mapping.Column(at, words, role, "", scale);
      }
    }
    return new Mapping.Column(at, words, Mapping.Role.PART, what, scale);
  }

  private static @Nullable Integer number(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }
}
