package vn.dondoc.task.life;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Việc muốn ghi nhận cho một phần việc.
 *
 * @param kind what happens
 * @param step the last step the person saw; another one since is a conflict
 * @param until the day asked for, granted or set; of an event, the day it happened
 * @param otherBody the competent body of a hand-back
 * @param words the report or the reason
 * @param document số, ký hiệu of a paper that proves it
 * @param evidence files that prove it
 */
public record Deed(
    FactKind kind,
    int step,
    @Nullable LocalDate until,
    @Nullable Integer otherBody,
    String words,
    String document,
    List<EvidenceFile> evidence) {
  public Deed {
    words = words.strip();
    document = document.strip();
    evidence = List.copyOf(evidence);
  }

  /** The same about a duty last seen at another step. */
  Deed at(int seen) {
    return new Deed(kind, seen, until, otherBody, words, document, evidence);
  }

  /** A deed of words alone. */
  public static Deed of(FactKind kind, int step, String words) {
    return new Deed(kind, step, null, null, words, "", List.of());
  }

  /** A deed with a day. */
  public static Deed until(FactKind kind, int step, LocalDate day, String words) {
    return new Deed(kind, step, day, null, words, "", List.of());
  }

  /** A hand-back to the body thought competent. */
  public static Deed handBack(int step, int competentBody, String why) {
    return new Deed(FactKind.HAND_BACK, step, null, competentBody, why, "", List.of());
  }

  /** A report proved by the number of a paper. */
  public static Deed report(int step, String words, String document) {
    return new Deed(FactKind.REPORT, step, null, null, words, document, List.of());
  }
}
