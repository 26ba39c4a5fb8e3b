package vn.dondoc.task.head;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.DayBegan;

/** With every new day, matters that have appeared are told to whoever acts on them. */
@Component
class HeadNews {
  private final Heads heads;

  HeadNews(Heads heads) {
    this.heads = heads;
  }

  @EventListener
  void began(DayBegan news) {
    Acting.as(Actor.system("task.head"), () -> heads.tell(news.day()));
  }
}
