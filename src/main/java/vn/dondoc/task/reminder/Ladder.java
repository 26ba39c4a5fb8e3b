package vn.dondoc.task.reminder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Refusal;

/** Bậc thang nhắc việc: how many days before and after a deadline who is told, as data. */
@Component
class Ladder {
  private static final String FILE = "task/reminders.csv";

  private final ReminderStore store;
  private final AuditTrail audit;
  private final @Nullable Path directory;

  Ladder(ReminderStore store, AuditTrail audit, @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.audit = audit;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /**
   * Takes the ladder that comes with the program, or the one an administrator put in its place. The
   * file carries its own past: rungs that have ended stay in it with their last day.
   *
   * @return whether it is another one than before
   */
  @Transactional
  public boolean load() {
    ReferenceTable table =
        ReferenceTable.read(
            directory, FILE, List.of("valid_from", "valid_until", "days", "every", "to"));
    List<Rung> rungs = table.column(Ladder::rung);
    List<Rung> before = store.rungs();
    if (rungs.equals(before)) {
      return false;
    }
    store.replace(rungs);
    audit.record(
        new Act(
            "task.ladder",
            "task",
            FILE,
            null,
            Map.of("rungs", told(before)),
            Map.of("rungs", told(rungs))));
    return true;
  }

  private static List<String> told(List<Rung> rungs) {
    return rungs.stream().map(Rung::toString).toList();
  }

  private static Rung rung(ReferenceTable.Row row) {
    String place = FILE + ":" + row.line();
    List<String> audience = row.list("to");
    if (audience.isEmpty() || !Rung.AUDIENCES.containsAll(audience)) {
      throw Refusal.of(
          ReminderRefusal.AUDIENCE, place, place, String.join(";", audience), Rung.AUDIENCES);
    }
    int days = row.number("days");
    Integer every = row.optional("every") == null ? null : row.number("every");
    if (Math.abs(days) > Rung.FARTHEST || every != null && (every < 1 || every > Rung.FARTHEST)) {
      throw Refusal.of(ReminderRefusal.DAYS, place, place, days + " / " + every, Rung.FARTHEST);
    }
    return new Rung(
        Objects.requireNonNullElseGet(
            row.day("valid_from"), () -> java.time.LocalDate.of(2000, 1, 1)),
        row.day("valid_until"),
        days,
        every,
        audience);
  }
}
