package vn.dondoc.task.head;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why a file is not shown, or nothing is put into it. */
enum HeadRefusal implements Refusal.Code {
  UNKNOWN,
  MATTER,
  NO_FILE,
  FUTURE,
  NOT_YOURS,
  OWN_HEAD,
  NO_WORDS,
  WORDS_LONG,
  NO_PROOF,
  NO_DOCUMENT,
  DOCUMENT_LONG,
  OUTCOME;

  @Override
  public String key() {
    return "task.refusal.head." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == MATTER || this == UNKNOWN || this == NO_FILE;
  }
}
