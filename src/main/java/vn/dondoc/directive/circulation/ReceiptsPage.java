package vn.dondoc.directive.circulation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Bodies;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Nơi nhận của một văn bản: who opened it, who received it, who passed it on. */
@Controller
class ReceiptsPage {
  static final String SECTION = "directive";
  static final String READ = "directive.read";
  static final String CONFIRM = "directive.confirm";
  static final String PROBLEM = "problem";
  static final String LAST = "/noi-nhan";

  private final Circulation circulation;
  private final Distribution distribution;
  private final ReceiptListing listing;
  private final Bodies bodies;
  private final Pages pages;
  private final ProvinceDay day;

  ReceiptsPage(
      Circulation circulation,
      Distribution distribution,
      ReceiptListing listing,
      Bodies bodies,
      Pages pages,
      ProvinceDay day) {
    this.circulation = circulation;
    this.distribution = distribution;
    this.listing = listing;
    this.bodies = bodies;
    this.pages = pages;
    this.day = day;
  }

  static String path(long id) {
    return "/chi-dao/" + id + LAST;
  }

  @GetMapping("/chi-dao/{id}/noi-nhan")
  ModelAndView show(
      @PathVariable long id,
      @RequestParam Map<String, String> asked,
      @ModelAttribute(PROBLEM) String problem) {
    Rights.require(READ);
    AddresseeStore.Paper paper = circulation.paper(id);
    ReceiptFilter filter = ReceiptFilter.of(asked);
    List<ReceiptLine> found = listing.page(id, filter);
    boolean more = found.size() > ReceiptListing.PAGE;
    List<ReceiptLine> lines = more ? found.subList(0, ReceiptListing.PAGE) : found;
    boolean office = office();
    List<OwnReceipt> own = circulation.own(id);
    Map<Integer, List<Below>> below = below(id, own);
    ReceiptView view =
        new ReceiptView(
            paper,
            filter,
            new ListAddress(path(id), asked),
            lines,
            listing.figures(id, filter),
            more ? lines.getLast().id() : null,
            circulation.addressees(id),
            office ? distribution.missing(id) : List.of(),
            listing.coverage(id),
            own,
            below,
            office && circulation.isUnsent(paper),
            Acting.current().may(Circulation.ACKNOWLEDGE)
                ? listing.withdrawable(id, office ? null : List.copyOf(below.keySet()))
                : List.of(),
            office ? bodies.toldApart(bodies.on(day.today()), day.today()) : List.of());
    return pages.show(
        "directive/circulation/receipts", SECTION, Map.of("view", view, PROBLEM, problem));
  }

  private static boolean office() {
    return Acting.current().may(CONFIRM) && Acting.current().wholeProvince();
  }

  private Map<Integer, List<Below>> below(long id, List<OwnReceipt> own) {
    Map<Integer, List<Below>> below = new LinkedHashMap<>();
    if (Acting.current().may(Circulation.ACKNOWLEDGE)) {
      own.stream()
          .filter(one -> one.below() > 0)
          .forEach(one -> below.put(one.bodyId(), distribution.below(id, one.bodyId())));
    }
    return below;
  }

  @GetMapping("/chi-dao/{id}/noi-nhan/xuat")
  void export(
      @PathVariable long id, @RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    AddresseeStore.Paper paper = circulation.paper(id);
    List<ReceiptLine> lines = listing.all(id, ReceiptFilter.of(asked));
    Page page = pages.page(SECTION);
    SheetFile.named(response, "noi-nhan.xlsx");
    Sheets.write(
        response.getOutputStream(),
        ReceiptSheet.head(page, paper.title()),
        ReceiptSheet.columns(page),
        lines.stream());
  }
}
