package vn.dondoc.rural.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** What a phone shows of a criterion's form before anybody scrolls. */
final class FirstScreen {
  private FirstScreen() {}

  /** Title, first field and the act, with nothing scrolled. */
  static void shows(Page page, String field) {
    for (String one : new String[] {"main h1", field, ".sub button"}) {
      assertThat(
              page.evaluate(
                  """
                  at => {
                    const box = document.querySelector(at).getBoundingClientRect();
                    const bar = document.querySelector('.sub').getBoundingClientRect();
                    const floor = at.startsWith('.sub') ? innerHeight : bar.top;
                    return scrollY === 0 && box.height > 0 && box.top >= 0 && box.bottom <= floor;
                  }
                  """,
                  one))
          .as(one)
          .isEqualTo(true);
    }
  }
}
