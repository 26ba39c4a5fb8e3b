package vn.dondoc.task.feed;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SideLink;

/** Khoá lịch của tôi, của cơ quan: given, renewed, revoked. */
@Controller
class KeyPage {
  private static final String MINE = "/tai-khoan/lich";
  private static final String BODY = "/co-quan/{id}/lich";
  private static final String REVOKE = "/thu-hoi";
  private static final String READ = "task.read";
  private static final String REPORT = "task.report";
  private static final String LOOK_AFTER = "task.outbox";

  private final CalendarKeys keys;
  private final Bodies bodies;
  private final Pages pages;
  private final String address;

  KeyPage(
      CalendarKeys keys, Bodies bodies, Pages pages, @Value("${dondoc.address:}") String address) {
    this.keys = keys;
    this.bodies = bodies;
    this.pages = pages;
    this.address = address.strip().replaceAll("/+$", "");
  }

  @Bean
  static SideLink myCalendarLink() {
    return new SideLink(15, "account", MINE, "task.feed.mine", READ);
  }

  @Bean
  static SideLink bodyCalendarLink() {
    return new SideLink(10, "agency", BODY, "task.feed.of_body", READ);
  }

  @GetMapping(MINE)
  ModelAndView mine() {
    Rights.require(READ);
    return show("account", mine(null));
  }

  /** Shown in the answer itself: the address is kept nowhere, not even until the next page. */
  @PostMapping(MINE)
  ModelAndView renewMine() {
    Rights.require(READ);
    return show("account", mine(keys.renew(me())));
  }

  @PostMapping(MINE + REVOKE)
  String revokeMine(RedirectAttributes attributes) {
    Rights.require(READ);
    keys.revoke(me());
    return revoked("account", MINE, attributes);
  }

  @GetMapping(BODY)
  ModelAndView body(@PathVariable int id) throws NoResourceFoundException {
    Rights.require(READ);
    return show("agency", body(require(id), null));
  }

  @PostMapping(BODY)
  ModelAndView renewBody(@PathVariable int id) throws NoResourceFoundException {
    requireMay(id);
    Body body = require(id);
    return show("agency", body(body, keys.renew(CalendarKeys.Owner.body(id))));
  }

  @PostMapping(BODY + REVOKE)
  String revokeBody(@PathVariable int id, RedirectAttributes attributes)
      throws NoResourceFoundException {
    requireMay(id);
    require(id);
    keys.revoke(CalendarKeys.Owner.body(id));
    return revoked("agency", BODY.replace("{id}", Integer.toString(id)), attributes);
  }

  private static CalendarKeys.Owner me() {
    return CalendarKeys.Owner.person(Acting.current().accountId());
  }

  private KeyView mine(@Nullable String key) {
    return new KeyView(
        Acting.current().name(), "/tai-khoan", MINE, keys.since(me()), addressOf(key), true);
  }

  private KeyView body(Body body, @Nullable String key) {
    String page = "/co-quan/" + body.id();
    return new KeyView(
        body.name(),
        page,
        page + "/lich",
        keys.since(CalendarKeys.Owner.body(body.id())),
        addressOf(key),
        may(body.id()));
  }

  private @Nullable String addressOf(@Nullable String key) {
    return key == null ? null : address + "/lich/" + key + ".ics";
  }

  private ModelAndView show(String section, KeyView view) {
    return pages.show("task/feed/key", section, Map.of("view", view));
  }

  private String revoked(String section, String path, RedirectAttributes attributes) {
    Page page = pages.page(section);
    attributes.addFlashAttribute(Pages.NOTICE, page.t("task.feed.revoked"));
    return "redirect:" + path;
  }

  private Body require(int id) throws NoResourceFoundException {
    return bodies
        .find(id)
        .filter(body -> !body.isGroup())
        .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, "co-quan", "lich"));
  }

  /** The body's own people, and whoever looks after the reminders. */
  private static boolean may(int body) {
    Actor actor = Acting.current();
    return actor.may(LOOK_AFTER) || actor.may(REPORT) && actor.bodies().contains(body);
  }

  private static void requireMay(int body) {
    if (!may(body)) {
      throw new AccessDeniedException(LOOK_AFTER);
    }
  }
}
