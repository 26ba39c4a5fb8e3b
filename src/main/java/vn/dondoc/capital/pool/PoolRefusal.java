package vn.dondoc.capital.pool;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao nhóm vốn chưa mở, hay giao vốn chưa ghi. */
enum PoolRefusal implements Refusal.Code {
  /** Several things are wrong with what was typed. */
  FORM,
  CODE,
  NAME,
  SOURCE,
  SECTOR,
  /** Its split by sector is binding. */
  SECTOR_NEEDED,
  YEAR,
  VINTAGE,
  /** The year the money was of does not fit the vintage. */
  ORIGIN,
  LOAN,
  /** A loan agreement is needed. */
  LOAN_NEEDED,
  /** A loan agreement is given where the source knows none. */
  LOAN_UNKNOWN,
  /** No law of that year tells the deadline. */
  NO_DEADLINE,
  AUTHORITY,
  DIRECTION,
  /** The document is booked already, saying the same: nothing would be booked. */
  ALREADY_BOOKED,
  /** The pool changed since it was looked at. */
  CHANGED;

  @Override
  public String key() {
    return "capital.refusal.pool." + name().toLowerCase(Locale.ROOT);
  }
}
