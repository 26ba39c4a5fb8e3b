package vn.dondoc.capital.intake.staging;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Việc chạy nền: a file to be unpacked or read.
 *
 * @param id its number
 * @param intakeId of which file
 * @param task what is to be done
 * @param readingId the reading it fills; null when it unpacks
 * @param progress how far it has come
 * @param asker who asked for it, and how far they could see
 * @param claim who works on it; null while nobody does
 * @param problems why it failed
 */
public record Job(
    long id,
    long intakeId,
    Task task,
    @Nullable Long readingId,
    Progress progress,
    Asker asker,
    @Nullable UUID claim,
    List<Problem> problems) {

  public enum Task {
    /** Take the rows out of the workbook. */
    UNPACK,
    /** Read them as the mapping says. */
    READ
  }

  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * Tiến độ.
   *
   * @param rowsDone rows kept so far
   * @param rowsTotal of how many; null while nobody knows
   * @param attempts how often it was begun
   */
  public record Progress(State state, int rowsDone, @Nullable Integer rowsTotal, int attempts) {
    /** In percent; null while nobody knows. */
    public @Nullable Integer percent() {
      return rowsTotal == null || rowsTotal == 0
          ? null
          : (int) Math.min(100, 100L * rowsDone / rowsTotal);
    }
  }

  /** Who asked: the work sees no more than they did. */
  public record Asker(
      long account, String name, boolean whole, List<Integer> bodies, List<Integer> places) {
    Actor actor() {
      return new Actor(account, name, Set.of(), whole, bodies, places);
    }
  }

  public boolean isGoingOn() {
    return progress.state() == State.QUEUED || progress.state() == State.RUNNING;
  }

  public boolean isFailed() {
    return progress.state() == State.FAILED;
  }
}
