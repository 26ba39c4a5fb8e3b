package vn.dondoc.capital.cut;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.review.SlowLine;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;

/**
 * Một lần cắt giảm kế hoạch vốn.
 *
 * @param id its number
 * @param line what it takes from
 * @param content how much and why
 * @param comments ý kiến của đơn vị, in their order
 * @param end what became of it; null while it is open
 */
public record Cut(long id, Line line, Content content, List<Comment> comments, @Nullable End end) {
  public Cut {
    comments = List.copyOf(comments);
  }

  /** Dòng vốn. */
  public record Line(
      long id, long projectId, String project, int ownerId, String owner, String pool) {}

  /**
   * Bao nhiêu, vì sao.
   *
   * @param entryId what had been booked before; null when it was not
   * @param amountVnd số giảm, đồng
   * @param reason lý do
   * @param why in words
   * @param evidence what shows the surplus; null for slowness, and where it was not asked yet
   * @param planVnd kế hoạch on that day
   * @param disbursedVnd giải ngân on that day
   * @param found the rules the line broke on that day, in words
   * @param answerBy the last day the unit is waited for; null when it is not asked
   * @param on the day it was proposed
   * @param by who proposed it
   */
  public record Content(
      @Nullable Long entryId,
      long amountVnd,
      CutReason reason,
      String why,
      @Nullable String evidence,
      long planVnd,
      long disbursedVnd,
      List<Found> found,
      @Nullable LocalDate answerBy,
      LocalDate on,
      String by) {}

  /**
   * Quy tắc bị phạm, as it stood that day.
   *
   * @param hit what was found, what it should have been, the words it comes from
   * @param nameVi what the rule was called
   * @param nameEn the same in English
   */
  public record Found(SlowLine.Hit hit, String nameVi, String nameEn) {
    /** What the rule was called, in the viewer's language. */
    public String name(Page page) {
      return page.texts().language() == Language.EN ? nameEn : nameVi;
    }
  }

  /** Ý kiến của đơn vị. */
  public record Comment(String words, LocalDate on, String by) {}

  /**
   * Kết thúc.
   *
   * @param done booked, or dropped
   * @param bookedVnd what was cut, all or a part; null when dropped
   * @param document số quyết định; null when dropped
   * @param signedOn ngày ký; null when dropped
   * @param why why it was dropped; null when done
   * @param on the day
   * @param by who
   */
  public record End(
      boolean done,
      @Nullable Long bookedVnd,
      @Nullable String document,
      @Nullable LocalDate signedOn,
      @Nullable String why,
      LocalDate on,
      String by) {}

  /**
   * The first day its decision may be signed: it was proposed, and the unit has spoken, or said
   * nothing while it could.
   */
  LocalDate decidedFrom() {
    LocalDate answerBy = content.answerBy();
    if (answerBy == null) {
      return content.on();
    }
    return comments.stream()
        .map(Comment::on)
        .min(LocalDate::compareTo)
        .orElse(answerBy.plusDays(1));
  }

  /** What was cut; what is proposed while nothing was. */
  public long cutVnd() {
    Long booked = end == null ? null : end.bookedVnd();
    return booked == null ? content.amountVnd() : booked;
  }

  /** Tình trạng. */
  public enum State {
    /** Chờ ý kiến đơn vị. */
    ASKED,
    /** Được thực hiện. */
    READY,
    /** Đã giảm. */
    DONE,
    /** Không giảm. */
    DROPPED;

    /** Message key of its words. */
    public String key() {
      return "capital.cut.state." + name().toLowerCase(Locale.ROOT);
    }

    /** Style of its tag. */
    public String style() {
      return switch (this) {
        case ASKED -> "tag-due";
        case READY -> "tag-info";
        case DONE -> "tag-ok";
        case DROPPED -> "tag-nil";
      };
    }
  }

  /** How it stands on a day: nobody who is asked is cut unheard. */
  public State state(LocalDate today) {
    if (end != null) {
      return end.done() ? State.DONE : State.DROPPED;
    }
    boolean waits =
        content.answerBy() != null && !today.isAfter(content.answerBy()) && comments.isEmpty();
    return waits ? State.ASKED : State.READY;
  }
}
