package vn.dondoc.task.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.DayBegan;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.outbox.Letter;
import vn.dondoc.task.outbox.Outbox;

/** Nhắc việc: what a new day makes due is told, on working days, in one letter a person. */
@Component
public class Reminders {
  private final ReminderStore store;
  private final Ladder ladder;
  private final Recipients recipients;
  private final Calendars calendars;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final ApplicationEventPublisher news;
  private final String address;

  Reminders(
      ReminderStore store,
      Ladder ladder,
      Recipients recipients,
      Calendars calendars,
      Outbox outbox,
      AuditTrail audit,
      ApplicationEventPublisher news,
      @Value("${dondoc.address:}") String address) {
    this.store = store;
    this.ladder = ladder;
    this.recipients = recipients;
    this.calendars = calendars;
    this.outbox = outbox;
    this.audit = audit;
    this.news = news;
    this.address = address.strip().replaceAll("/+$", "");
  }

  /**
   * Takes the ladder of days from its file.
   *
   * @throws vn.dondoc.kernel.Refusal naming every line of the file that is wrong
   */
  public void loadLadder() {
    ladder.load();
  }

  /**
   * Tells what the day made due, after whatever else the day opens. Told of the same day again it
   * does nothing; what fell on days off goes with the next working day.
   */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  @Transactional
  public void on(DayBegan began) {
    LocalDate day = began.day();
    store.news(day).forEach(news::publishEvent);
    if (calendars.current().isWorkingDay(day) && store.begin(day)) {
      List<Told> told = store.climb(day);
      if (!told.isEmpty()) {
        write(told, day);
      }
    }
  }

  private void write(List<Told> told, LocalDate day) {
    Map<Long, DigestLine> lines = new LinkedHashMap<>();
    store
        .lines(told.stream().map(Told::duty).distinct().toList(), day)
        .forEach(line -> lines.put(line.duty(), line));
    Map<Long, Recipients.Recipient> people = new LinkedHashMap<>();
    Map<Long, Set<Long>> duties = new LinkedHashMap<>();
    for (Recipients.Recipient recipient : recipients.of(told)) {
      people.putIfAbsent(recipient.account(), recipient);
      duties
          .computeIfAbsent(recipient.account(), account -> new LinkedHashSet<>())
          .add(recipient.duty());
    }
    List<Letter> letters = new ArrayList<>();
    people.forEach((account, person) -> {
      Set<Long> own = duties.getOrDefault(account, Set.of());
      List<DigestLine> due =
          lines.values().stream().filter(line -> own.contains(line.duty())).toList();
      Digest digest = new Digest(person.name(), day, address, due);
      letters.add(
          new Letter(
              account, person.name(), person.address(), day, digest.subject(), digest.text()));
    });
    outbox.queue(letters);
    audit.record(
        new Act(
            "task.remind",
            "task",
            day.toString(),
            null,
            Map.of(),
            Map.of("duties", lines.size(), "letters", letters.size())));
  }
}
