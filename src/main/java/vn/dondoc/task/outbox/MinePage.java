package vn.dondoc.task.outbox;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.kernel.Acting;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.Pages;
import vn.dondoc.web.SideLink;

/** Thư nhắc việc của tôi. */
@Controller
class MinePage {
  private static final String SECTION = "account";
  private static final String PATH = "/tai-khoan/nhac-viec";

  private final Outbox outbox;
  private final Pages pages;

  MinePage(Outbox outbox, Pages pages) {
    this.outbox = outbox;
    this.pages = pages;
  }

  @Bean
  static SideLink mineLink() {
    return new SideLink(10, SECTION, PATH, "task.outbox.mine", null);
  }

  @GetMapping(PATH)
  ModelAndView mine(@RequestParam Map<String, String> asked) {
    OutboxFilter filter = OutboxFilter.of(Acting.current().accountId(), asked);
    OutboxList list = OutboxList.of(outbox, filter, new ListAddress(PATH, asked));
    return pages.show("task/outbox/mine", SECTION, Map.of("list", list));
  }
}
