package vn.dondoc.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Quản lý tài khoản: the list, its sheet, a new account, one account. */
@Controller
class ManagePage {
  private static final String SECTION = AccountPage.SECTION;
  private static final String LIST = "/tai-khoan/quan-ly";
  private static final String ONE = "/tai-khoan/{id}";

  private final Accounts accounts;
  private final SeatRules rules;
  private final Bodies bodies;
  private final Pages pages;
  private final ProvinceDay day;

  ManagePage(Accounts accounts, SeatRules rules, Bodies bodies, Pages pages, ProvinceDay day) {
    this.accounts = accounts;
    this.rules = rules;
    this.bodies = bodies;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(LIST)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(Accounts.MANAGE);
    Map<String, RoleReference.Row> roles = accounts.known();
    AccountFilter filter = AccountFilter.of(asked, roles.keySet());
    List<Account> found = accounts.list(filter);
    boolean more = found.size() > Accounts.PAGE;
    List<Account> rows = more ? found.subList(0, Accounts.PAGE) : found;
    AccountList list =
        new AccountList(
            filter,
            new ListAddress(LIST, asked),
            rows,
            accounts.count(filter),
            more ? rows.getLast().id() : null,
            bodyNames(rows));
    return pages.show("identity/list", SECTION, Map.of("list", list, "roles", roles));
  }

  @GetMapping(LIST + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(Accounts.MANAGE);
    List<Account> rows = accounts.all(AccountFilter.of(asked, accounts.known().keySet()));
    Page page = pages.page(SECTION);
    SheetFile.named(response, "tai-khoan.xlsx");
    Sheets.write(
        response.getOutputStream(),
        AccountSheet.head(page),
        AccountSheet.columns(page, bodyNames(rows)),
        rows.stream());
  }

  @GetMapping(LIST + "/mo")
  ModelAndView entry() {
    Rights.require(Accounts.MANAGE);
    return pages.show("identity/entry", SECTION, Map.of("view", view(SeatForm.EMPTY)));
  }

  @PostMapping(LIST)
  ModelAndView open(@RequestParam Map<String, String> sent) {
    Rights.require(Accounts.MANAGE);
    SeatForm form = SeatForm.of(sent);
    BodyChoice choice = choice(form);
    Problem unsure = choice.problem();
    if (unsure != null) {
      return refused("identity/entry", Map.of("view", view(form, choice, List.of(unsure))));
    }
    Seat seat = form.seat(choice);
    try {
      // Shown in the answer itself: the password is kept nowhere, not even until the next page.
      return password(
          accounts.open(
              new NewAccount(
                  form.login(), form.name(), seat.role(), seat.bodyId(), seat.placeId())));
    } catch (Refusal refusal) {
      return refused("identity/entry", Map.of("view", view(form, choice, refusal.problems())));
    }
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable long id) {
    Rights.require(Accounts.MANAGE);
    Account account = require(id);
    return pages.show("identity/account", SECTION, model(account, view(formOf(account))));
  }

  @PostMapping(ONE + "/vai-tro")
  ModelAndView seat(
      @PathVariable long id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes attributes) {
    Rights.require(Accounts.MANAGE);
    Account account = require(id);
    SeatForm form = SeatForm.of(sent);
    BodyChoice choice = choice(form);
    Problem unsure = choice.problem();
    if (unsure != null) {
      return refused("identity/account", model(account, view(form, choice, List.of(unsure))));
    }
    try {
      accounts.seat(id, form.seat(choice));
      attributes.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t("identity.assigned"));
      return new ModelAndView("redirect:/tai-khoan/" + id);
    } catch (Refusal refusal) {
      return refused("identity/account", model(account, view(form, choice, refusal.problems())));
    }
  }

  @PostMapping(ONE + "/thu")
  ModelAndView mail(
      @PathVariable long id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes attributes) {
    Rights.require(Accounts.MANAGE);
    Account account = require(id);
    MailView mail = MailView.sent(mailOf(id), sent);
    Page page = pages.page(SECTION);
    try {
      accounts.reach(id, mail.email(), mail.reminders());
      attributes.addFlashAttribute(Pages.NOTICE, page.t("identity.mail.saved"));
      return new ModelAndView("redirect:/tai-khoan/" + id);
    } catch (Refusal refusal) {
      return refused(
          "identity/account", model(account, view(formOf(account)), mail.refused(page, refusal)));
    }
  }

  private static String mailOf(long id) {
    return "/tai-khoan/" + id + "/thu";
  }

  @GetMapping(ONE + "/cap-lai")
  ModelAndView askReset(@PathVariable long id) {
    return ask(id, "cap-lai", "identity.reset");
  }

  @PostMapping(ONE + "/cap-lai")
  ModelAndView reset(@PathVariable long id) {
    Rights.require(Accounts.MANAGE);
    return password(accounts.reset(id));
  }

  @GetMapping(ONE + "/khoa")
  ModelAndView askDisable(@PathVariable long id) {
    return ask(id, "khoa", "identity.disable");
  }

  @PostMapping(ONE + "/khoa")
  String disable(@PathVariable long id, RedirectAttributes attributes) {
    Rights.require(Accounts.MANAGE);
    accounts.disable(id);
    attributes.addFlashAttribute(Pages.NOTICE, pages.page(SECTION).t("identity.disabled"));
    return "redirect:" + LIST;
  }

  @GetMapping(ONE + "/mo-lai")
  ModelAndView askReopen(@PathVariable long id) {
    return ask(id, "mo-lai", "identity.reopen");
  }

  @PostMapping(ONE + "/mo-lai")
  ModelAndView reopen(@PathVariable long id) {
    Rights.require(Accounts.MANAGE);
    return password(accounts.reopen(id));
  }

  private ModelAndView ask(long id, String act, String key) {
    Rights.require(Accounts.MANAGE);
    return pages.show(
        "identity/ask", SECTION, Map.of("account", require(id), "act", act, "key", key));
  }

  private ModelAndView password(OpenedAccount opened) {
    return pages.show("identity/opened", SECTION, Map.of("opened", opened));
  }

  private Account require(long id) {
    return accounts
        .find(id)
        .orElseThrow(() -> Refusal.of(IdentityRefusal.UNKNOWN, "" + id, "" + id));
  }

  private Map<String, Object> model(Account account, SeatForm.View view) {
    return model(account, view, MailView.of(mailOf(account.id()), account));
  }

  private Map<String, Object> model(Account account, SeatForm.View view, MailView mail) {
    Integer place = Optional.ofNullable(account.seat()).map(Seat::placeId).orElse(null);
    return Map.of(
        "account",
        account,
        "view",
        view,
        "mail",
        mail,
        "body",
        AccountList.bodyOf(account, bodyNames(List.of(account))),
        "place",
        Objects.requireNonNullElse(rules.placeName(place), "–"));
  }

  private SeatForm formOf(Account account) {
    Seat seat = account.seat();
    return seat == null
        ? SeatForm.EMPTY
        : new SeatForm(
            "",
            "",
            seat.role(),
            Objects.requireNonNullElse(rules.bodyName(seat.bodyId()), ""),
            "",
            seat.placeId() != null);
  }

  private BodyChoice choice(SeatForm form) {
    return BodyChoice.of(form.body(), form.chosen(), bodies, day.today());
  }

  private SeatForm.View view(SeatForm form) {
    return view(form, new BodyChoice(null, List.of(), null), List.of());
  }

  private SeatForm.View view(SeatForm form, BodyChoice choice, List<Problem> problems) {
    LocalDate today = day.today();
    List<String> told = new ArrayList<>();
    problems.forEach(problem -> told.add(pages.page(SECTION).texts().tell(problem)));
    return new SeatForm.View(
        form,
        accounts.known(),
        bodies.on(today).stream().filter(body -> !body.isGroup()).toList(),
        labels(choice.candidates()),
        told);
  }

  /** Communes of two districts may bear one name: the body above tells them apart. */
  private Map<Integer, String> labels(List<Body> candidates) {
    List<Integer> above =
        candidates.stream().map(Body::parentId).filter(Objects::nonNull).distinct().toList();
    Map<Integer, String> names =
        bodies.find(above).stream().collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a));
    Map<Integer, String> labels = new LinkedHashMap<>();
    candidates.forEach(body -> {
      Integer parent = body.parentId();
      String name = parent == null ? null : names.get(parent);
      labels.put(body.id(), name == null ? body.name() : body.name() + " – " + name);
    });
    return labels;
  }

  private ModelAndView refused(String template, Map<String, ?> model) {
    ModelAndView view = pages.show(template, SECTION, model);
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }

  private Map<Integer, String> bodyNames(List<Account> rows) {
    List<Integer> ids =
        rows.stream()
            .map(Account::seat)
            .flatMap(Stream::ofNullable)
            .map(Seat::bodyId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return bodies.find(ids).stream().collect(Collectors.toMap(Body::id, Body::name, (a, b) -> a));
  }
}
