package vn.dondoc.kernel;

import java.util.List;
import java.util.Objects;

/**
 * Từ chối: what the system says when it will not do what was asked.
 *
 * <p>Every problem is told at once, each with its place, the value read and the remedy. Nothing has
 * been written when a refusal leaves a module.
 */
public final class Refusal extends RuntimeException {
  private final Code code;
  private final transient List<Problem> problems;

  /** A module's own kinds of refusal: an enum that implements this. */
  public interface Code {
    /** The message key of this refusal, {@code <module>.refusal.<name>}. */
    String key();

    /** What was asked for is not there, or not for the one who asks. */
    default boolean isMissing() {
      return false;
    }
  }

  /**
   * One problem.
   *
   * @param place where: a file, a sheet and cell, a line, a field's name
   * @param key message key of the sentence
   * @param arguments what the sentence quotes: the value read, the limit, the remedy's figures
   */
  public record Problem(String place, String key, List<Object> arguments) {
    public Problem {
      arguments = List.copyOf(arguments);
    }

    /** A problem with its arguments in the order of the message. */
    public static Problem at(String place, String key, Object... arguments) {
      return new Problem(place, key, List.of(arguments));
    }
  }

  private Refusal(Code code, List<Problem> problems) {
    super(code.key() + " " + problems);
    this.code = Objects.requireNonNull(code);
    this.problems = List.copyOf(problems);
  }

  /** A refusal with one problem, told by the code's own sentence. */
  public static Refusal of(Code code, String place, Object... arguments) {
    return new Refusal(code, List.of(Problem.at(place, code.key(), arguments)));
  }

  /** A refusal that tells several problems at once. */
  public static Refusal of(Code code, List<Problem> problems) {
    return new Refusal(code, problems);
  }

  public Code code() {
    return code;
  }

  public List<Problem> problems() {
    return problems;
  }
}
