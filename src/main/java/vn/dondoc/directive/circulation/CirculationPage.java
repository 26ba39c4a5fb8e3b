package vn.dondoc.directive.circulation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Sends, acknowledges, passes on, withdraws: every act is a form of its own. */
@Controller
class CirculationPage {
  /** Where an acknowledgment leads back to. */
  private static final String DESK = "viec-cua-toi";

  private static final String DOCUMENT = "van-ban";

  private final Circulation circulation;
  private final Distribution distribution;
  private final Pages pages;

  CirculationPage(Circulation circulation, Distribution distribution, Pages pages) {
    this.circulation = circulation;
    this.distribution = distribution;
    this.pages = pages;
  }

  @PostMapping("/chi-dao/{id}/noi-nhan/gui")
  String send(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(ReceiptsPage.CONFIRM);
    return answering(
        ReceiptsPage.path(id),
        attributes,
        page -> {
          Circulation.Sent sent = circulation.send(id);
          return page.t("directive.circulation.sent", sent.bodies(), sent.open());
        });
  }

  @PostMapping("/chi-dao/{id}/noi-nhan/chon")
  String choose(
      @PathVariable long id,
      @RequestParam(name = "noi-nhan", defaultValue = "0") long addressee,
      @RequestParam(name = "co-quan", defaultValue = "") String body,
      RedirectAttributes attributes) {
    Rights.require(ReceiptsPage.CONFIRM);
    return answering(
        ReceiptsPage.path(id),
        attributes,
        page -> page.t("directive.circulation.added", distribution.choose(id, addressee, body)));
  }

  @PostMapping("/chi-dao/{id}/noi-nhan/khong-gui")
  String chooseNobody(
      @PathVariable long id,
      @RequestParam(name = "noi-nhan", defaultValue = "0") long addressee,
      @RequestParam(name = "ly-do", defaultValue = "") String reason,
      RedirectAttributes attributes) {
    Rights.require(ReceiptsPage.CONFIRM);
    return answering(
        ReceiptsPage.path(id),
        attributes,
        page -> {
          distribution.chooseNobody(id, addressee, reason);
          return page.t("directive.circulation.nobody");
        });
  }

  @PostMapping("/chi-dao/{id}/noi-nhan/them")
  String add(
      @PathVariable long id,
      @RequestParam(name = "co-quan", defaultValue = "") String body,
      RedirectAttributes attributes) {
    Rights.require(ReceiptsPage.CONFIRM);
    return answering(
        ReceiptsPage.path(id),
        attributes,
        page -> page.t("directive.circulation.added", distribution.add(id, body)));
  }

  @PostMapping("/chi-dao/{id}/noi-nhan/them-thieu")
  String addMissing(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(ReceiptsPage.CONFIRM);
    return answering(
        ReceiptsPage.path(id),
        attributes,
        page -> page.t("directive.circulation.added", distribution.addMissing(id)));
  }

  @PostMapping("/chi-dao/{id}/noi-nhan/rut")
  String withdraw(
      @PathVariable long id,
      @RequestParam(name = "co-quan", defaultValue = "0") int body,
      @RequestParam(name = "ly-do", defaultValue = "") String reason,
      RedirectAttributes attributes) {
    Rights.require(Circulation.ACKNOWLEDGE);
    return answering(
        ReceiptsPage.path(id),
        attributes,
        page -> {
          distribution.withdraw(id, body, reason);
          return page.t("directive.circulation.withdrawn");
        });
  }

  @PostMapping("/chi-dao/{id}/noi-nhan/chuyen")
  String forward(
      @PathVariable long id,
      @RequestParam(name = "co-quan", defaultValue = "0") int sender,
      @RequestParam(name = "den", defaultValue = "") List<Integer> bodies,
      RedirectAttributes attributes) {
    Rights.require(Circulation.ACKNOWLEDGE);
    return answering(
        ReceiptsPage.path(id),
        attributes,
        page ->
            page.t("directive.circulation.forwarded", distribution.forward(id, sender, bodies)));
  }

  @PostMapping("/chi-dao/{id}/da-nhan")
  String acknowledge(
      @PathVariable long id,
      @RequestParam(name = "co-quan", defaultValue = "0") int body,
      @RequestParam(name = "ve", defaultValue = "") String back,
      RedirectAttributes attributes) {
    Rights.require(Circulation.ACKNOWLEDGE);
    String path =
        switch (back) {
          case DESK -> "/viec-cua-toi";
          case DOCUMENT -> "/chi-dao/" + id;
          default -> ReceiptsPage.path(id);
        };
    return answering(
        path,
        attributes,
        page ->
            circulation.acknowledge(id, body)
                ? page.t("directive.circulation.acknowledged")
                : before(id, body, page));
  }

  /** Said again it changes nothing: the answer names who said it first, and when. */
  private String before(long id, int body, Page page) {
    return circulation.own(id).stream()
        .filter(own -> own.bodyId() == body && own.isAcknowledged())
        .findFirst()
        .map(own ->
            page.t(
                "directive.circulation.acknowledged_before",
                own.body(),
                page.formats().date(own.acknowledgedOn()),
                Objects.requireNonNullElse(own.acknowledgedBy(), "–")))
        .orElseThrow();
  }

  /** What an act says when it is done. */
  private interface Deed {
    String done(Page page);
  }

  private String answering(String path, RedirectAttributes attributes, Deed deed) {
    Page page = pages.page(ReceiptsPage.SECTION);
    try {
      attributes.addFlashAttribute(Pages.NOTICE, deed.done(page));
    } catch (Refusal refusal) {
      // Several problems are told one after the other: each names its own place.
      String told =
          refusal.problems().stream().map(page.texts()::tell).collect(Collectors.joining(" "));
      boolean own = path.endsWith(ReceiptsPage.LAST);
      attributes.addFlashAttribute(own ? ReceiptsPage.PROBLEM : Pages.REFUSED, told);
    }
    return "redirect:" + path;
  }
}
