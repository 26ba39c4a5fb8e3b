package vn.dondoc.task.head;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Asked;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Hồ sơ người đứng đầu: the heads with matters to be reviewed, and the file of one. */
@Controller
class HeadsPage {
  static final String PATH = "/nguoi-dung-dau";
  static final String SECTION = "head";
  static final String READ = "task.read";
  private static final String EXPORT = "task.export";

  private final Heads heads;
  private final Bodies bodies;
  private final Pages pages;

  HeadsPage(Heads heads, Bodies bodies, Pages pages) {
    this.heads = heads;
    this.bodies = bodies;
    this.pages = pages;
  }

  @Bean
  static MenuItem headMenu() {
    return new MenuItem(46, SECTION, PATH, "task.head.menu", READ);
  }

  /**
   * The list as the page shows it.
   *
   * @param filter what was asked
   * @param asked the same as the address says it
   * @param heads of this page
   * @param counts of matters, wherever they stand
   * @param body name of the body filtered by; null for all
   * @param next key of the last row when there are more
   */
  record View(
      HeadFilter filter,
      Map<String, String> asked,
      List<Head> heads,
      Map<Standing, Integer> counts,
      @Nullable String body,
      @Nullable Long next) {
    ListAddress address() {
      return new ListAddress(PATH, asked);
    }

    String asked(String name) {
      return asked.getOrDefault(name, "");
    }

    int count(Standing standing) {
      return counts.getOrDefault(standing, 0);
    }

    int total() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The file of a head, as of the same day. */
    String file(Head head) {
      Map<String, String> day =
          asked.containsKey("ngay") ? Map.of("ngay", asked("ngay")) : Map.of();
      return new ListAddress(PATH + "/" + head.word(), day).with(Asked.AFTER, "");
    }
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> values) {
    Rights.require(READ);
    HeadFilter filter = HeadFilter.of(Asked.of(values), heads.today());
    List<Head> found = heads.list(filter);
    boolean more = found.size() > Heads.PAGE;
    List<Head> shown = more ? found.subList(0, Heads.PAGE) : found;
    String body =
        filter.bodyId() == null
            ? null
            : bodies.find(filter.bodyId()).map(Body::name).orElse(filter.bodyId().toString());
    View view =
        new View(
            filter, values, shown, heads.counts(filter), body, more ? shown.getLast().key() : null);
    return pages.show("task/head/heads", SECTION, Map.of("view", view));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> values, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    Rights.require(EXPORT);
    HeadFilter filter = HeadFilter.of(Asked.of(values), heads.today());
    List<Head> found = heads.all(filter);
    Page page = pages.page(SECTION);
    SheetFile.named(response, "nguoi-dung-dau.xlsx");
    Sheets.write(
        response.getOutputStream(),
        HeadSheet.head(page, page.t("task.head.title"), filter.day()),
        HeadSheet.heads(page),
        found.stream());
  }

  @GetMapping(PATH + "/{head}")
  ModelAndView file(@PathVariable String head, @RequestParam Map<String, String> values) {
    Rights.require(READ);
    HeadKey key = key(head);
    HeadFilter filter = HeadFilter.of(Asked.of(values), heads.today());
    List<HeadMatter> found = heads.file(key, filter, Heads.PAGE + 1);
    if (found.isEmpty() && filter.after() != null) {
      throw Asked.noSuchRow(filter.after());
    }
    List<HeadProof> proofs = heads.evidence(key, filter.day());
    HeadMatter.Whose whose = whose(head, key, filter, found, proofs);
    boolean more = found.size() > Heads.PAGE;
    List<HeadMatter> shown = more ? found.subList(0, Heads.PAGE) : found;
    FileView view =
        new FileView(
            whose,
            filter,
            values,
            shown,
            heads.explanations(shown, filter.day()),
            heads.outcomes(shown, filter.day()),
            filter.standing() == null && filter.after() == null ? proofs : List.of(),
            more ? shown.getLast().dutyId() : null,
            PATH + "/" + key.word());
    return pages.show("task/head/file", SECTION, Map.of("view", view));
  }

  @GetMapping(PATH + "/{head}/xuat")
  void exportFile(
      @PathVariable String head,
      @RequestParam Map<String, String> values,
      HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    Rights.require(EXPORT);
    HeadKey key = key(head);
    HeadFilter filter = HeadFilter.of(Asked.of(values), heads.today()).from(null);
    List<HeadMatter> found = heads.file(key, filter, Heads.SHEET);
    List<HeadProof> proofs = heads.evidence(key, filter.day());
    HeadMatter.Whose whose = whose(head, key, filter, found, proofs);
    Page page = pages.page(SECTION);
    SheetFile.named(response, "ho-so-" + key.word() + ".xlsx");
    Sheets.write(
        response.getOutputStream(),
        HeadSheet.head(page, page.t("task.head.file", whose.body()), filter.day()),
        HeadSheet.matters(page),
        HeadSheet.rows(found, filter.standing() == null ? proofs : List.of()));
  }

  private static HeadKey key(String head) {
    HeadKey key = HeadKey.of(head);
    if (key == null) {
      throw Refusal.of(HeadRefusal.UNKNOWN, head, head);
    }
    return key;
  }

  /** Whose file; a filter that finds nothing still tells, an empty file is none. */
  private HeadMatter.Whose whose(
      String head, HeadKey key, HeadFilter filter, List<HeadMatter> found, List<HeadProof> proofs) {
    List<HeadMatter> any =
        found.isEmpty() ? heads.file(key, HeadFilter.on(filter.day()), 1) : found;
    return Stream.concat(any.stream().map(HeadMatter::whose), proofs.stream().map(HeadProof::whose))
        .findFirst()
        .orElseThrow(() -> Refusal.of(HeadRefusal.UNKNOWN, head, head));
  }
}
