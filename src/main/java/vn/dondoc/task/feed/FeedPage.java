package vn.dondoc.task.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.dondoc.kernel.Acting;

/** Lịch iCalendar, read by a calendar program that has nothing but the address. */
@Controller
class FeedPage {
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Feeds feeds;
  private final FeedPace pace;
  private final FeedWriter writer;

  FeedPage(Feeds feeds, FeedPace pace, @Value("${dondoc.address:}") String address) {
    this.feeds = feeds;
    this.pace = pace;
    this.writer = new FeedWriter(address.strip().replaceAll("/+$", ""));
  }

  @GetMapping("/lich/{key}.ics")
  ResponseEntity<byte[]> calendar(
      @PathVariable String key,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
    Optional<Feeds.Feed> found = feeds.behind(key);
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    Feeds.Feed feed = found.get();
    if (!pace.allows(feed.key())) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .header(HttpHeaders.RETRY_AFTER, Integer.toString(FeedPace.SECONDS))
          .build();
    }
    List<FeedEntry> entries = Acting.call(feed.reader(), () -> feeds.entries(feed.bodies()));
    String words = writer.written(feed.name(), entries);
    String tag = "\"" + CalendarKeys.digest(words) + "\"";
    CacheControl control = CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate();
    if (known != null && (known.equals(tag) || known.equals("W/" + tag))) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).cacheControl(control).build();
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(control)
        .contentType(CALENDAR)
        .header("Content-Disposition", "inline; filename=\"dondoc.ics\"")
        .body(words.getBytes(StandardCharsets.UTF_8));
  }
}
