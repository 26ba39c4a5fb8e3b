package vn.dondoc.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.SheetHead;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/** Bảng tài khoản: the list as an Excel sheet, which is never read back. */
final class AccountSheet {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private AccountSheet() {}

  static SheetHead head(Page page) {
    // Accounts live in real time, wherever a demonstration's day stands.
    String now = page.formats().moment(Instant.now());
    return new SheetHead(
        page.t("identity.sheet"),
        page.t("identity.manage"),
        "",
        page.t("web.source", page.t("identity.source")),
        page.t("web.as_of", now));
  }

  static List<SheetColumn<Account>> columns(Page page, Map<Integer, String> bodies) {
    boolean vietnamese = page.texts().language() == Language.VI;
    return List.of(
        new SheetColumn<>("login", page.t("identity.login"), Account::login),
        new SheetColumn<>("name", page.t("identity.name"), Account::name),
        new SheetColumn<>("role", page.t("identity.role"), a -> a.roleNames(vietnamese)),
        new SheetColumn<>(
            "body", page.t("identity.body"), account -> AccountList.bodyOf(account, bodies)),
        new SheetColumn<>(
            "state",
            page.t("identity.state"),
            a -> page.t("identity.state." + a.state().name().toLowerCase(Locale.ROOT))),
        new SheetColumn<>("email", page.t("identity.mail.address"), a -> a.mail().shown()),
        new SheetColumn<>(
            "reminders",
            page.t("identity.mail.reminders"),
            a -> page.t(a.mail().reminders() ? "identity.mail.on" : "identity.mail.off")),
        new SheetColumn<>(
            "opened_on",
            page.t("identity.opened_on"),
            a -> a.openedAt().atZone(VIET_NAM).toLocalDate()));
  }
}
