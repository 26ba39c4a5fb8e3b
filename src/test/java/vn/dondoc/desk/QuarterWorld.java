package vn.dondoc.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.dondoc.testing.Browser;
import vn.dondoc.testing.Province;

/**
 * Six people of the province, each at a screen of their own.
 *
 * @param province where they work
 * @param browser what they work with
 * @param people their pages, by login
 * @param addresses where a task was found, by its words
 */
record QuarterWorld(
    Province province, Browser browser, Map<String, Page> people, Map<String, String> addresses)
    implements AutoCloseable {
  private static final FilePayload EVIDENCE =
      new FilePayload(
          "minh-chung.pdf", "application/pdf", "%PDF-1.4 mẫu".getBytes(StandardCharsets.UTF_8));

  static QuarterWorld open() {
    QuarterWorld world =
        new QuarterWorld(Province.ofAugust2020(), Browser.open(), new HashMap<>(), new HashMap<>());
    for (String login :
        List.of("van-phong", "lanh-dao", "ke-hoach", "kho-bac", "chu-dau-tu", "huyen-chi-lang")) {
      Browser.Screen screen = login.startsWith("huyen") ? Browser.PHONE : Browser.DESK;
      world.people.put(login, world.province.signIn(world.browser.person(screen), login));
    }
    return world;
  }

  Page of(String login) {
    return Objects.requireNonNull(people.get(login), login);
  }

  Page go(String login, String path) {
    Page page = of(login);
    page.navigate(province.address(path));
    return page;
  }

  /** Somebody opens a task by its words: from the list, later by the address it was found at. */
  Page task(String login, String words) {
    String known = addresses.get(words);
    Page page = go(login, known == null ? "/nhiem-vu" : known);
    if (known == null) {
      page.locator("main tbody a", new Page.LocatorOptions().setHasText(words)).first().click();
    }
    assertThat(page.locator("h1")).containsText(words);
    addresses.put(words, URI.create(page.url()).getPath());
    return page;
  }

  /** Somebody opens the form of a deed on a task. */
  Page form(String login, String words, String deed) {
    Page page = task(login, words);
    return form(page, deed);
  }

  Page form(Page page, String deed) {
    page.locator("#phan a[href$='/" + deed + "']").click();
    page.waitForURL(Pattern.compile(".*/" + deed + "$"));
    return page;
  }

  void receive(String login, String words) {
    Page page = task(login, words);
    page.locator("#phan form[action$='/receive'] button").click();
    recorded(page);
  }

  void report(String login, String words, String said) {
    report(form(login, words, "report"), said);
  }

  void report(Page form, String said) {
    form.fill("#words", said);
    form.setInputFiles("#files", EVIDENCE);
    send(form);
  }

  /** The office, or a leader, does something that may ask for words. */
  void decide(String login, String words, String deed, String why) {
    Page page = form(login, words, deed);
    if (!why.isEmpty()) {
      page.fill("#words", why);
    }
    send(page);
  }

  void send(Page page) {
    page.locator("main form .ac button").click();
    recorded(page);
  }

  private static void recorded(Page page) {
    assertThat(page.locator(".note-ok")).containsText("Đã ghi nhận");
  }

  /** A leader moves the province's day: a choice of the page, or a day typed. */
  void moveDay(String choiceOrDay, String shown) {
    Page page = of("lanh-dao");
    page.navigate(province.address("/viec-cua-toi"));
    page.locator(".day-now").click();
    if (Character.isDigit(choiceOrDay.charAt(0))) {
      page.fill("#den", choiceOrDay);
      page.locator("main form button").click();
    } else {
      page.locator(".day-to a", new Page.LocatorOptions().setHasText(choiceOrDay)).click();
    }
    assertThat(page.locator("h1")).hasText("Chuyển sang ngày " + shown + "?");
    page.locator("main form button").click();
    assertThat(page.locator(".note-ok")).containsText(shown);
    assertThat(page.locator(".day-now")).containsText(shown);
  }

  /** The line of the desk with these words, in the group of this name. */
  Locator line(String login, String group, String words) {
    Page page = go(login, "/viec-cua-toi");
    return page.locator(
        "section:has(#g-" + group + ") .iv", new Page.LocatorOptions().setHasText(words));
  }

  @Override
  public void close() {
    browser.close();
    province.close();
  }
}
