package vn.dondoc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Debian's Chromium, driven as a person would; closed with the test class.
 *
 * @param playwright the driver
 * @param chromium the browser
 */
public record Browser(Playwright playwright, com.microsoft.playwright.Browser chromium)
    implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  // Only what is violated comes back: to describe all that passed takes five times as long.
  private static final String VIOLATIONS =
      """
      tags => axe
        .run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
        .then(told => told.violations.map(rule => rule.id + ' ' + rule.nodes.map(n => n.html)))
      """;

  private static final int PATIENCE_MS = 30_000;

  /** A desk's screen. */
  public static final Screen DESK = new Screen(1366, 768);

  /** A phone's screen. */
  public static final Screen PHONE = new Screen(390, 844);

  /** Size of a screen in CSS pixels. */
  public record Screen(int width, int height) {}

  public static Browser open() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(QUIET)));
  }

  /** Debian packs the same engine without windows too, which starts and draws sooner. */
  private static Path program() {
    return Stream.of("chromium-headless-shell", "chromium")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium: run ./check once as root"));
  }

  /** A new person at this screen: no cookies, no memory. */
  public BrowserContext person(Screen screen) {
    BrowserContext person =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
    person.setDefaultTimeout(PATIENCE_MS);
    return person;
  }

  /** Fails with every violation of WCAG 2.2 AA on the page as it stands. */
  public static void assertAccessible(Page page) {
    // What the sticky bar half covers after a jump to an anchor would count as too small.
    page.evaluate("scrollTo(0, 0)");
    page.evaluate(AxeBuilder.getAxeScript());
    assertThat((List<?>) page.evaluate(VIOLATIONS, RULES))
        .as("accessibility of %s", page.url())
        .isEmpty();
  }

  /** Fails when the page itself scrolls sideways. */
  public static void assertNoSidewaysScroll(Page page) {
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("no sideways scroll of %s", page.url())
        .isTrue();
  }

  /** Keeps a picture, and fails when the page is not accessible or scrolls sideways. */
  public static void look(Page page, String name) {
    picture(page, name);
    assertAccessible(page);
    assertNoSidewaysScroll(page);
  }

  /** Keeps a picture under {@code target/pictures} for a person to look at. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/pictures", name + ".png"))
            .setFullPage(false));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
