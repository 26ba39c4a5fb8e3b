package vn.dondoc.audit;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Nhật ký: newest first, filtered by person, act and subject. */
@Controller
class AuditPage {
  private static final String SECTION = "audit";
  private static final String READ = "audit.read";

  private final EntryStore store;
  private final Pages pages;

  AuditPage(EntryStore store, Pages pages) {
    this.store = store;
    this.pages = pages;
  }

  @Bean
  static MenuItem auditMenu() {
    return new MenuItem(90, SECTION, "/nhat-ky", "audit.title", READ);
  }

  @GetMapping("/nhat-ky")
  @Transactional(readOnly = true)
  public ModelAndView list(
      @RequestParam(name = "tim", defaultValue = "") String words,
      @RequestParam(name = "truoc", defaultValue = "0") long before) {
    Rights.require(READ);
    List<Entry> entries = store.list(words.substring(0, Math.min(100, words.length())), before);
    return pages.show("audit/list", SECTION, Map.of("entries", entries, "words", words));
  }
}
