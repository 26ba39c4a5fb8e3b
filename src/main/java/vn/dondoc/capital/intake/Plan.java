package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Đối chiếu trước khi ghi: what a file would do.
 *
 * @param intake the file
 * @param sums its figures by state and pool
 * @param headings rows that begin groups or add up
 * @param problems what has to be mended first, each with its cell
 * @param looks what is only to be looked at
 */
record Plan(
    Intake intake, List<Sum> sums, long headings, List<Problem> problems, List<Problem> looks) {
  Plan {
    sums = List.copyOf(sums);
    problems = List.copyOf(problems);
    looks = List.copyOf(looks);
  }

  /** Tình trạng của một dòng. */
  enum State {
    /** Chưa có trong sổ. */
    NEW("tag-info"),
    /** Khác số đang có. */
    CHANGED("tag-info"),
    /** Thấp hơn số đang có. */
    LOWER("tag-due"),
    /** Đã có, như vậy. */
    SAME("tag-nil"),
    /** Phải hỏi. */
    ASKED("tag-due"),
    /** Không nhận được. */
    REFUSED("tag-bad"),
    /** Chưa ghi được: the ledger would refuse the file for it. */
    BLOCKED("tag-bad"),
    /** Để ngoài theo người quyết định. */
    LEFT_OUT("tag-nil");

    private final String tag;

    State(String tag) {
      this.tag = tag;
    }

    String tag() {
      return tag;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "capital.intake.state." + code();
    }

    /** It is written when the file is committed. */
    boolean isWritten() {
      return this == NEW || this == CHANGED || this == LOWER;
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static @Nullable State coded(String code) {
      return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst().orElse(null);
    }
  }

  /**
   * Cộng theo tình trạng và nguồn.
   *
   * @param state tình trạng
   * @param why why it is so; null when the state says it all
   * @param pool mã nhóm vốn; null while none is known
   * @param poolName its name
   * @param rows how many figures
   * @param was what stands, đồng
   * @param said what the file says, đồng
   * @param plan kế hoạch of these lines
   */
  record Sum(
      State state,
      @Nullable String why,
      @Nullable String pool,
      @Nullable String poolName,
      long rows,
      long was,
      long said,
      long plan) {}

  /**
   * Một dòng.
   *
   * @param number its number in the reading
   * @param place the cell its money stands in
   * @param name the project as the file calls it
   * @param code its code as the file gives it
   * @param project the project it is taken for
   * @param how by what
   * @param pool the pool
   * @param state tình trạng
   * @param why why
   * @param money what stands and what is said
   * @param paper of a document
   * @param reason why it goes down, once it is committed
   */
  record Line(
      int number,
      String place,
      @Nullable String name,
      @Nullable String code,
      @Nullable String project,
      @Nullable String how,
      @Nullable String pool,
      State state,
      @Nullable String why,
      Money money,
      @Nullable Paper paper,
      @Nullable String reason) {
    /** As a sentence calls it. */
    String called() {
      String words = project == null ? name == null ? code : name : project;
      return words == null ? "–" : words;
    }
  }

  /**
   * Số tiền của một dòng, đồng.
   *
   * @param was what stands
   * @param said what the file says
   * @param plan kế hoạch
   * @param other what the other side says: the owner's of the Treasury's, and the other way round
   */
  record Money(@Nullable Long was, @Nullable Long said, @Nullable Long plan, @Nullable Long other) {
    /** Both sides told of it, and not the same. */
    boolean isApart() {
      return said != null && other != null && !said.equals(other);
    }

    @Nullable Long change() {
      return said == null ? null : (Long) (said - (was == null ? 0 : was));
    }
  }

  /** Chứng từ: its number, day and what it books. */
  record Paper(String number, LocalDate day, String kind) {}

  /**
   * Kho bạc và chủ đầu tư.
   *
   * @param both lines both sides told of
   * @param apart lines where they differ
   * @param treasury what the Treasury confirms, of all of them
   * @param owner what owners report
   */
  record Sides(long both, long apart, long treasury, long owner) {}

  long rows(Predicate<Sum> which) {
    return sum(which, Sum::rows);
  }

  long sum(Predicate<Sum> which, ToLongFunction<Sum> what) {
    return sums.stream().filter(which).mapToLong(what).sum();
  }

  long rows(State state) {
    return rows(sum -> sum.state() == state);
  }

  long written() {
    return rows(sum -> sum.state().isWritten());
  }

  long all() {
    return rows(sum -> true);
  }

  /** Nothing stands in the way but a word of a person. */
  boolean isReady() {
    return problems.isEmpty()
        && rows(State.ASKED) == 0
        && rows(State.REFUSED) == 0
        && written() > 0;
  }

  /** What rows that people decided to leave out come to, đồng. */
  long leftOut() {
    return sum(sum -> sum.state() == State.LEFT_OUT, Sum::said);
  }

  /** How far it takes back what was booked, đồng. */
  long lowered() {
    return sum(sum -> sum.state() == State.LOWER, sum -> sum.was() - sum.said());
  }
}
