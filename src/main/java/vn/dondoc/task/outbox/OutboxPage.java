package vn.dondoc.task.outbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;
import vn.dondoc.web.SideLink;

/** Hộp thư đi: every letter with where it stands, and what one says. */
@Controller
class OutboxPage {
  private static final String SECTION = "account";
  private static final String RIGHT = "task.outbox";
  private static final String LIST = "/nhac-viec";

  private final Outbox outbox;
  private final Pages pages;

  OutboxPage(Outbox outbox, Pages pages) {
    this.outbox = outbox;
    this.pages = pages;
  }

  @Bean
  static SideLink outboxLink() {
    return new SideLink(20, SECTION, LIST, "task.outbox.title", RIGHT);
  }

  @GetMapping(LIST)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(RIGHT);
    OutboxList list = OutboxList.of(outbox, OutboxFilter.of(asked), new ListAddress(LIST, asked));
    return pages.show("task/outbox/list", SECTION, Map.of("list", list, "place", outbox.place()));
  }

  @GetMapping(LIST + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(RIGHT);
    List<Posted> rows = outbox.list(OutboxFilter.of(asked), OutboxSheet.MOST);
    Page page = pages.page(SECTION);
    SheetFile.named(response, "thu-nhac-viec.xlsx");
    Sheets.write(
        response.getOutputStream(),
        OutboxSheet.head(page),
        OutboxSheet.columns(page),
        rows.stream());
  }

  /** A letter: to whoever it was written to, and to whoever looks after the outbox. */
  @GetMapping(LIST + "/{id}")
  ModelAndView one(@PathVariable long id) {
    Posted letter =
        outbox
            .find(id)
            .filter(found ->
                found.letter().account() == Acting.current().accountId()
                    || Acting.current().may(RIGHT))
            .orElseThrow(() -> Refusal.of(OutboxRefusal.NO_LETTER, "" + id, "" + id));
    return pages.show("task/outbox/letter", SECTION, Map.of("posted", letter));
  }

  @PostMapping(LIST + "/gui-lai")
  String again(
      @RequestParam(name = "thu", required = false) @Nullable Long id,
      RedirectAttributes attributes) {
    Rights.require(RIGHT);
    Page page = pages.page(SECTION);
    int letters = outbox.again(id);
    attributes.addFlashAttribute(
        Pages.NOTICE, page.t("task.outbox.again.done", page.formats().count(letters)));
    return "redirect:" + (id == null ? LIST : LIST + "/" + id);
  }
}
