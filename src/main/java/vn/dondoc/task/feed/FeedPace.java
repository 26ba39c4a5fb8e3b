package vn.dondoc.task.feed;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Nhịp đọc lịch: a calendar program that asks too often is told to wait. */
@Component
final class FeedPace {
  /** Most readings of one calendar a minute on one node. */
  static final int MOST = 30;

  static final int SECONDS = 60;

  private final Map<Long, Integer> counts = new ConcurrentHashMap<>();
  private final AtomicLong minute = new AtomicLong();

  boolean allows(long key) {
    long now = Instant.now().getEpochSecond() / SECONDS;
    if (minute.getAndSet(now) != now) {
      counts.clear();
    }
    return counts.merge(key, 1, Integer::sum) <= MOST;
  }
}
