package vn.dondoc.task.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Viết lịch theo RFC 5545: a deadline is a whole day that keeps nobody busy. Whole days, not
 * to-dos: the calendars of phones and of Outlook show no to-dos of a subscribed calendar.
 */
final class FeedWriter {
  private static final int LONGEST_ACTION = 200;

  // A calendar program has no language that could be known.
  private static final Texts TEXTS = Texts.in(Language.VI);

  private final String address;

  FeedWriter(String address) {
    this.address = address;
  }

  String written(String name, List<FeedEntry> entries) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Don Doc//Don Doc//VI"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new XProperty("X-WR-CALNAME", TEXTS.get("task.feed.name", name)));
    calendar.add(new XProperty("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh"));
    for (FeedEntry entry : entries) {
      calendar.add(event(entry));
    }
    StringWriter out = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private VEvent event(FeedEntry entry) {
    VEvent event = new VEvent(false);
    event.add(new Uid("phan-viec-" + entry.duty() + "@dondoc"));
    event.add(new DtStamp(entry.changedAt()));
    event.add(new LastModified(entry.changedAt()));
    event.add(new Sequence(entry.moves()));
    event.add(new DtStart<>(entry.due()));
    event.add(new DtEnd<>(entry.due().plusDays(1)));
    String title = TEXTS.get("task.feed.title", entry.code(), cut(entry.action(), LONGEST_ACTION));
    event.add(new Summary(entry.late() ? TEXTS.get("task.feed.late", title) : title));
    event.add(new Description(description(entry)));
    if (entry.late()) {
      event.add(new Categories(TEXTS.get("task.timing.overdue")));
    }
    if (!address.isEmpty()) {
      event.add(new Url(URI.create(link(entry))));
    }
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
  }

  private String description(FeedEntry entry) {
    String part = entry.part().name().toLowerCase(Locale.ROOT);
    String state = entry.state().name().toLowerCase(Locale.ROOT);
    String told =
        TEXTS.get(
            "task.feed.about",
            entry.body(),
            TEXTS.get("task.column." + part),
            TEXTS.get("task.state." + state));
    String consequence = entry.consequence();
    String with =
        entry.late() && consequence != null
            ? told + "\n" + TEXTS.get("task.reminder.consequence", consequence)
            : told;
    return address.isEmpty() ? with : with + "\n" + link(entry);
  }

  private String link(FeedEntry entry) {
    return address + "/nhiem-vu/" + entry.task() + "?phan=" + entry.duty() + "#phan";
  }

  private static String cut(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most).strip() + "…";
  }
}
