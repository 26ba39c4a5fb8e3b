package vn.dondoc.capital.intake;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một tệp không nhập được. */
public enum IntakeRefusal implements Refusal.Code {
  /** No such file, or none within sight. */
  UNKNOWN,
  /** It was committed or dropped before. */
  ENDED,
  /** Nothing but empty sheets. */
  EMPTY,
  /** No file was chosen, or one too large. */
  FILE,
  /** What the form says of the file does not hold. */
  FORM,
  /** The columns are not told so that it could be read. */
  MAPPING,
  /** It was not read yet. */
  NOT_READ,
  /** Something has to be mended first. */
  PROBLEMS,
  /** Questions are left. */
  QUESTIONS,
  /** Figures go down and nobody said why. */
  REASON,
  /** Nothing to commit. */
  NOTHING,
  /** The work on it failed, and not for what is in it. */
  FAILED,
  /** No such project or pool among the answers. */
  ANSWER,
  /** Nothing of that number is remembered, or not within sight. */
  NOT_REMEMBERED,
  /** Nobody says why it is to be forgotten. */
  WHY;

  @Override
  public String key() {
    return "capital.refusal.intake." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == NOT_REMEMBERED;
  }
}
