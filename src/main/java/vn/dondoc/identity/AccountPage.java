package vn.dondoc.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.SideLinks;

/** Đăng nhập, tài khoản của tôi. */
@Controller
class AccountPage {
  static final String SECTION = "account";
  private static final String PROBLEM = "problem";
  private static final String BACK = "back";
  private static final String MAIL = "/tai-khoan/thu";

  private final Accounts accounts;
  private final Pages pages;
  private final SideLinks links;

  AccountPage(Accounts accounts, Pages pages, SideLinks links) {
    this.accounts = accounts;
    this.pages = pages;
    this.links = links;
  }

  @GetMapping("/suc-khoe")
  ResponseEntity<String> health() {
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("ok");
  }

  @GetMapping("/dang-nhap")
  ModelAndView signIn(
      @RequestParam(name = "sai", required = false) @Nullable String wrong,
      @RequestParam(name = "khoa", required = false) @Nullable String locked,
      @RequestParam(name = "het-phien", required = false) @Nullable String expired,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String back) {
    String key =
        wrong != null
            ? "identity.wrong"
            : locked != null ? "identity.locked" : expired != null ? "identity.expired" : "";
    return pages.show("identity/signin", SECTION, Map.of("key", key, BACK, ReturnPath.safe(back)));
  }

  @GetMapping("/tai-khoan")
  ModelAndView me() {
    return me(MailView.of(MAIL, mine()));
  }

  private ModelAndView me(MailView mail) {
    return pages.show(
        "identity/me",
        SECTION,
        Map.of("account", mine(), "mail", mail, "links", links.at(SECTION)));
  }

  private Account mine() {
    return accounts.find(Acting.current().accountId()).orElseThrow();
  }

  @PostMapping(MAIL)
  ModelAndView mail(@RequestParam Map<String, String> sent, RedirectAttributes attributes) {
    MailView mail = MailView.sent(MAIL, sent);
    Page page = pages.page(SECTION);
    try {
      accounts.reach(Acting.current().accountId(), mail.email(), mail.reminders());
      attributes.addFlashAttribute(Pages.NOTICE, page.t("identity.mail.saved"));
      return new ModelAndView("redirect:/tai-khoan");
    } catch (Refusal refusal) {
      ModelAndView view = me(mail.refused(page, refusal));
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return view;
    }
  }

  @GetMapping("/doi-mat-khau")
  ModelAndView password(
      @ModelAttribute(PROBLEM) String problem,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String back) {
    Account account = accounts.find(Acting.current().accountId()).orElseThrow();
    return pages.show(
        "identity/password",
        SECTION,
        Map.of("account", account, PROBLEM, problem, BACK, ReturnPath.safe(back)));
  }

  @PostMapping("/doi-mat-khau")
  String change(
      @RequestParam Map<String, String> sent,
      RedirectAttributes attributes,
      HttpServletRequest request,
      HttpServletResponse response) {
    String back = ReturnPath.safe(sent.get(ReturnPath.PARAMETER));
    Page page = pages.page(SECTION);
    boolean first = accounts.find(Acting.current().accountId()).orElseThrow().mustChange();
    try {
      int number =
          accounts.changePassword(
              sent.getOrDefault("old", ""),
              sent.getOrDefault("fresh", ""),
              sent.getOrDefault("again", ""));
      Session.goOn(number, request, response);
      attributes.addFlashAttribute(Pages.NOTICE, page.t("identity.changed"));
      return "redirect:"
          + (back.equals(ReturnPath.HOME) ? first ? ReturnPath.DESK : "/tai-khoan" : back);
    } catch (Refusal refusal) {
      String all = String.join(" ", refusal.problems().stream().map(page.texts()::tell).toList());
      attributes.addFlashAttribute(PROBLEM, all);
      return "redirect:" + ReturnPath.carriedBy("/doi-mat-khau", "", back);
    }
  }
}
