package vn.dondoc.publication;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Pages;

/** Trang chủ công khai: the notice's figures, each with period, source and as-of date. */
@Controller
class HomePage {
  private static final String SECTION = "home";

  private final Figures figures;
  private final Pages pages;
  private final ProvinceDay day;

  HomePage(Figures figures, Pages pages, ProvinceDay day) {
    this.figures = figures;
    this.pages = pages;
    this.day = day;
  }

  @Bean
  static MenuItem homeMenu() {
    return new MenuItem(10, SECTION, "/", "publication.menu", null);
  }

  @GetMapping("/")
  ModelAndView home() {
    return pages.show(
        "publication/home", SECTION, Map.of("view", HomeView.of(figures.on(day.today()))));
  }

  @GetMapping("/so-lieu/{code}")
  ModelAndView figure(@PathVariable String code) {
    var history = figures.history(code);
    if (history.isEmpty()) {
      throw Refusal.of(PublicationRefusal.UNKNOWN_FIGURE, code, code);
    }
    return pages.show("publication/figure", SECTION, Map.of("history", history, "code", code));
  }
}
