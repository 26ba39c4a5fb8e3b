package vn.dondoc.rural.workbook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.place.Place;
import vn.dondoc.rural.workbook.StagingStore.Keeps;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;
import vn.dondoc.web.UploadedName;

/** Biểu Excel: taken out for communes, sent back, looked at and written. */
@Controller
class BookPage {
  private static final String SECTION = "rural";
  private static final int LONGEST_REASON = 2000;
  private static final String CLAIM = "rural.claim";

  private final Workbooks books;
  private final Pages pages;
  private final ProvinceDay day;

  BookPage(Workbooks books, Pages pages, ProvinceDay day) {
    this.books = books;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping("/nong-thon-moi/bieu")
  ModelAndView form(@RequestParam(name = "ky", defaultValue = "") String month) {
    return form(false, month, List.of());
  }

  @GetMapping("/nong-thon-moi/bieu/tu-do")
  ModelAndView own(@RequestParam(name = "ky", defaultValue = "") String month) {
    return form(true, month, List.of());
  }

  private ModelAndView form(boolean own, String asked, List<String> problems) {
    Rights.require(CLAIM);
    BookMonth month = books.month(month(asked));
    List<Place> communes = month.own();
    List<Book> waiting = books.waiting();
    return pages.show(
        "rural/workbook/form",
        SECTION,
        Map.of("view", new BookFormView(month, communes, own, waiting, problems)));
  }

  /** A month as the list offers it; this month when none is asked for. */
  private YearMonth month(String asked) {
    YearMonth now = YearMonth.from(day.today());
    return asked.isEmpty()
        ? now
        : BookFormView.months(now).stream()
            .filter(month -> month.toString().equals(asked))
            .findFirst()
            .orElseThrow(() -> Refusal.of(BookRefusal.MONTH, "ky", asked));
  }

  @GetMapping("/nong-thon-moi/bieu/lap")
  void make(
      @RequestParam(name = "don-vi", defaultValue = "") String unit,
      @RequestParam(name = "ky", defaultValue = "") String asked,
      HttpServletResponse response)
      throws IOException {
    Rights.require(CLAIM);
    YearMonth period = month(asked);
    BookMonth month = books.month(period);
    List<Integer> units =
        month.own().stream()
            .map(Place::id)
            .filter(id -> unit.isEmpty() || unit.equals(id.toString()))
            .toList();
    byte[] book = books.make(units, period);
    String of = units.size() == 1 ? "xa-" + units.getFirst() : units.size() + "-xa";
    response.setContentLength(book.length);
    SheetFile.named(response, "bieu-ntm-" + period + "-" + of + ".xlsx");
    response.getOutputStream().write(book);
  }

  @PostMapping("/nong-thon-moi/bieu")
  ModelAndView stage(
      @RequestParam("tep") MultipartFile file,
      @RequestParam(name = "ky", defaultValue = "") String month)
      throws IOException {
    return stage(false, file, month);
  }

  @PostMapping("/nong-thon-moi/bieu/tu-do")
  ModelAndView stageOwn(
      @RequestParam("tep") MultipartFile file,
      @RequestParam(name = "ky", defaultValue = "") String month)
      throws IOException {
    return stage(true, file, month);
  }

  private ModelAndView stage(boolean own, MultipartFile file, String asked) throws IOException {
    Rights.require(CLAIM);
    YearMonth month = month(asked);
    try {
      String name = UploadedName.of(file, "?");
      if (file.isEmpty() || file.getSize() > BookFormView.LARGEST_BYTES) {
        throw Refusal.of(BookRefusal.FILE, name, name, BookFormView.LARGEST_BYTES >> 20);
      }
      return own
          ? new ModelAndView(
              "redirect:/nong-thon-moi/bieu/"
                  + books.stageOwn(name, file.getBytes(), month)
                  + "/ghep")
          : to(books.stage(name, file.getBytes(), month), null);
    } catch (Refusal refusal) {
      ModelAndView again = form(own, asked, told(refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  private static ModelAndView to(long book, @Nullable Integer unit) {
    return new ModelAndView(
        "redirect:/nong-thon-moi/bieu/" + book + (unit == null ? "" : "?xa=" + unit));
  }

  @GetMapping("/nong-thon-moi/bieu/{id}")
  ModelAndView show(
      @PathVariable long id, @RequestParam(name = "xa", defaultValue = "") String unit) {
    Rights.require(CLAIM);
    Book book = books.one(id);
    return book.reading() == null && book.isWaiting()
        ? new ModelAndView("redirect:" + book.path() + "/ghep")
        : show(id, number(unit), List.of());
  }

  private ModelAndView show(long id, @Nullable Integer unit, List<String> refusals) {
    BookPlan plan = books.plan(id);
    BookPlan.Commune shown = unit == null ? null : plan.commune(unit).orElse(null);
    if (shown == null) {
      shown = plan.byUrgency().stream().findFirst().orElse(null);
    }
    return pages.show(
        "rural/workbook/book", SECTION, Map.of("view", new BookView(plan, shown, refusals)));
  }

  @PostMapping("/nong-thon-moi/bieu/{id}/chon")
  ModelAndView choose(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(CLAIM);
    Map<Integer, StagingStore.Choice> choices = new HashMap<>();
    values.forEach((name, value) -> {
      if (name.matches("dong-\\d{1,7}") && value.matches("\\d{1,9}\\.[a-z]{1,20}")) {
        String[] seen = value.split("\\.", 2);
        for (Keeps keeps : Keeps.values()) {
          if (keeps.name().toLowerCase(Locale.ROOT).equals(seen[1])) {
            choices.put(
                Integer.valueOf(name.substring("dong-".length())),
                new StagingStore.Choice(Integer.parseInt(seen[0]), keeps, reason(name, values)));
          }
        }
      }
    });
    Integer unit = number(values.getOrDefault("xa", ""));
    try {
      books.choose(id, choices);
      return to(id, unit);
    } catch (Refusal refusal) {
      return refused(id, unit, refusal);
    }
  }

  private static @Nullable String reason(String row, Map<String, String> values) {
    String typed =
        values.getOrDefault("ly-do-" + row.substring("dong-".length()), "").replace("\0", "");
    String reason = typed.strip();
    return reason.isEmpty() ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  @PostMapping("/nong-thon-moi/bieu/{id}/ghi")
  ModelAndView write(
      @PathVariable long id,
      @RequestParam(name = "xa", defaultValue = "") String unit,
      RedirectAttributes attributes) {
    Rights.require(CLAIM);
    Page page = pages.page(SECTION);
    try {
      int written = books.commit(id, number(unit));
      attributes.addFlashAttribute(
          Pages.NOTICE,
          page.t("rural.book.wrote", page.formats().count(written), books.one(id).fileName()));
      return to(id, null);
    } catch (Refusal refusal) {
      return refused(id, number(unit), refusal);
    }
  }

  @PostMapping("/nong-thon-moi/bieu/{id}/bo")
  ModelAndView drop(@PathVariable long id) {
    Rights.require(CLAIM);
    boolean own = books.one(id).way() == Book.Way.SHEET;
    try {
      books.drop(id);
      return new ModelAndView("redirect:/nong-thon-moi/bieu" + (own ? "/tu-do" : ""));
    } catch (Refusal refusal) {
      return refused(id, null, refusal);
    }
  }

  private ModelAndView refused(long id, @Nullable Integer unit, Refusal refusal) {
    ModelAndView again = show(id, unit, told(refusal));
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private List<String> told(Refusal refusal) {
    Page page = pages.page(SECTION);
    return refusal.problems().stream()
        .limit(BookView.PROBLEMS)
        .map(problem ->
            problem.place().contains("!")
                ? BookView.told(problem, page)
                : page.texts().tell(problem))
        .toList();
  }

  private static @Nullable Integer number(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }
}
