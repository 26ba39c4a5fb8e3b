package vn.dondoc.exchange;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/**
 * Vì sao tệp không được nhận. The first argument of every sentence is the file's name; of a sheet's
 * sentence, the place in it.
 */
public enum ExchangeRefusal implements Refusal.Code {
  EMPTY,
  UNREADABLE_FILE,
  MISSING,
  TOO_LARGE,
  TOO_MUCH_TEXT,
  NO_TEXT,
  UNKNOWN_KIND,
  WRONG_KIND,
  ENCRYPTED,
  BROKEN,
  OVERSIZED_ARCHIVE,
  TOO_MANY_PAGES,
  UNKNOWN_ENCODING,
  LEGACY_FONT,
  LOST_LETTERS,
  NEEDS_RECOGNITION,
  RECOGNITION_TOO_LONG,
  RECOGNITION_FAILED,
  NOT_A_SHEET,
  OLD_SHEET,
  TOO_MANY_ROWS,
  TOO_MANY_COLUMNS,
  MISSING_COLUMNS;

  @Override
  public String key() {
    return "exchange.refusal." + name().toLowerCase(Locale.ROOT);
  }

  /** A refusal of one file; the sentence names it. */
  public Refusal of(String file, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = file;
    System.arraycopy(more, 0, arguments, 1, more.length);
    return Refusal.of(this, file, arguments);
  }
}
