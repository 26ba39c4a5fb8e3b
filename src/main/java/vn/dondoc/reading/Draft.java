package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bản nháp một nhiệm vụ: a task while its clauses are still being gathered. */
final class Draft {
  final int block;
  final Reading reading;
  int from;
  int to;
  List<Party> lead;
  boolean leadFromHeading;
  List<Party> inferred = List.of();
  List<Party> coordinate;
  final List<int[]> ignored = new ArrayList<>();
  final List<int[]> works = new ArrayList<>();
  int consequenceFrom = -1;
  int consequenceTo = -1;
  Deadlines.@Nullable Found deadline;
  Deadlines.@Nullable Found given;
  Deadlines.@Nullable Found inherited;
  int actionTo = -1;

  /** The last block that says something of this work. */
  int reach;

  Draft(int block, Reading reading, int from, int to) {
    this.block = block;
    this.reach = block;
    this.reading = reading;
    this.from = from;
    this.to = to;
    this.lead = reading.lead();
    this.coordinate = new ArrayList<>(reading.coordinate());
    ignore(reading);
    works.add(new int[] {reading.action(), to});
  }

  /** Adds a clause that goes on with the same work. */
  void extend(Reading more, int until) {
    to = until;
    ignore(more);
    works.add(new int[] {more.action(), until});
    for (Party party : more.coordinate()) {
      if (!coordinate.contains(party)) {
        coordinate.add(party);
      }
    }
  }

  private void ignore(Reading more) {
    if (more.topicTo() > more.topicFrom()) {
      ignored.add(new int[] {more.topicFrom(), more.topicTo()});
    }
  }

  void choose(Timeline timeline, Words words) {
    deadline = given != null ? given : DeadlineChoice.of(timeline, words, from, to, ignored);
    deadline = deadline == null ? inherited : deadline;
  }

  void blame(int start, int end) {
    consequenceFrom = start;
    consequenceTo = end;
  }
}
