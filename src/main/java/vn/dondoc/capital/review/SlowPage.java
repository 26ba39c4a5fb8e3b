package vn.dondoc.capital.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.exchange.OfficialPaper;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Danh sách chậm: by rules that quote their clause; as a sheet, and as the meeting's packet. */
@Controller
class SlowPage {
  static final String SECTION = "capital";
  static final String READ = "capital.read";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PAPER_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Reviews reviews;
  private final Sources sources;
  private final ProjectReference reference;
  private final Packet packet;
  private final Closings closings;
  private final Pages pages;
  private final ProvinceDay day;

  SlowPage(
      Reviews reviews,
      Sources sources,
      ProjectReference reference,
      Packet packet,
      Closings closings,
      Pages pages,
      ProvinceDay day) {
    this.reviews = reviews;
    this.sources = sources;
    this.reference = reference;
    this.packet = packet;
    this.closings = closings;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(SlowView.PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    SlowView view = view(asked);
    view.requirePage();
    return pages.show("capital/review/slow", SECTION, Map.of("view", view));
  }

  @GetMapping(SlowView.PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    SlowView view = view(asked);
    send(response, SHEET_TYPE, "danh-sach-cham-" + view.filter().day() + ".xlsx");
    Sheets.write(response.getOutputStream(), SlowSheet.tabs(view, pages.page(SECTION)));
  }

  @GetMapping(SlowView.PATH + "/van-ban")
  void paper(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    SlowView view = view(asked);
    OfficialPaper paper = packet.paper(view.picture(), view.found());
    send(response, PAPER_TYPE, name(view.filter().day()) + ".docx");
    paper.write(response.getOutputStream());
  }

  /** The whole packet in one click: the paper and the list. */
  @GetMapping(SlowView.PATH + "/ho-so")
  void packet(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    SlowView view = view(asked);
    OfficialPaper paper = packet.paper(view.picture(), view.found());
    String name = name(view.filter().day());
    send(response, "application/zip", name + ".zip");
    ZipOutputStream zip = new ZipOutputStream(response.getOutputStream());
    zip.putNextEntry(new ZipEntry(name + ".docx"));
    paper.write(zip);
    zip.closeEntry();
    zip.putNextEntry(new ZipEntry("danh-sach-cham-" + view.filter().day() + ".xlsx"));
    Sheets.write(zip, SlowSheet.tabs(view, pages.page(SECTION)));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  private SlowView view(Map<String, String> asked) {
    SlowFilter filter = SlowFilter.of(asked, day.today());
    Reviews.Picture picture = reviews.on(filter.day());
    return new SlowView(
        filter,
        new ListAddress(SlowView.PATH, asked),
        picture,
        filter.within(picture.slow()),
        sources.all(),
        reference.choices(),
        closings.signed(filter.day()));
  }

  private static String name(LocalDate day) {
    return "ho-so-hop-giai-ngan-" + day;
  }

  private static void send(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
