package vn.dondoc.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Đăng nhập, tài khoản của tôi, và quản lý tài khoản. */
@Controller
class AccountPage {
  private static final String SECTION = "account";
  private static final String MANAGE = "identity.manage";
  private static final String PROBLEM = "problem";
  private static final String OPENED = "opened";
  private static final String BACK = "back";

  private final Accounts accounts;
  private final Pages pages;

  AccountPage(Accounts accounts, Pages pages) {
    this.accounts = accounts;
    this.pages = pages;
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
    Account account = accounts.find(Acting.current().accountId()).orElseThrow();
    return pages.show("identity/me", SECTION, Map.of("account", account));
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
      @RequestParam String old,
      @RequestParam String fresh,
      @RequestParam String again,
      @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wanted,
      RedirectAttributes attributes) {
    String back = ReturnPath.safe(wanted);
    Page page = pages.page(SECTION);
    try {
      accounts.changePassword(old, fresh, again);
      attributes.addFlashAttribute(Pages.NOTICE, page.t("identity.changed"));
      return "redirect:" + (back.equals(ReturnPath.HOME) ? "/tai-khoan" : back);
    } catch (Refusal refusal) {
      String all = String.join(" ", refusal.problems().stream().map(page.texts()::tell).toList());
      attributes.addFlashAttribute(PROBLEM, all);
      return "redirect:" + ReturnPath.carriedBy("/doi-mat-khau", "", back);
    }
  }

  @GetMapping("/tai-khoan/quan-ly")
  ModelAndView manage(
      @ModelAttribute(PROBLEM) String problem, @ModelAttribute(OPENED) String opened) {
    Rights.require(MANAGE);
    return pages.show(
        "identity/manage",
        SECTION,
        Map.of(
            "accounts",
            accounts.all(),
            "roles",
            accounts.roles(),
            PROBLEM,
            problem,
            OPENED,
            opened));
  }

  @PostMapping("/tai-khoan/quan-ly")
  String open(
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam String role,
      @RequestParam(required = false) @Nullable Integer body,
      RedirectAttributes attributes) {
    Rights.require(MANAGE);
    return saying(
        attributes,
        () -> accounts.open(new NewAccount(login.strip(), name.strip(), role, body, null)));
  }

  @PostMapping("/tai-khoan/{id}/cap-lai")
  String reset(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(MANAGE);
    return saying(attributes, () -> accounts.reset(id));
  }

  @PostMapping("/tai-khoan/{id}/khoa")
  String disable(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(MANAGE);
    return saying(
        attributes,
        () -> {
          accounts.disable(id);
          return null;
        });
  }

  private String saying(
      RedirectAttributes attributes, java.util.function.Supplier<@Nullable OpenedAccount> act) {
    Page page = pages.page(SECTION);
    try {
      OpenedAccount opened = act.get();
      if (opened != null) {
        attributes.addFlashAttribute(
            OPENED, page.t("identity.opened", opened.login(), opened.oneTimePassword()));
      } else {
        attributes.addFlashAttribute(Pages.NOTICE, page.t("identity.disabled"));
      }
    } catch (Refusal refusal) {
      attributes.addFlashAttribute(PROBLEM, page.texts().tell(refusal));
    }
    return "redirect:/tai-khoan/quan-ly";
  }
}
