package vn.dondoc.capital.owner;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao báo cáo của chủ đầu tư không ghi được. */
public enum OwnerRefusal implements Refusal.Code {
  /** Several problems of a report. */
  REPORT,
  /** What was typed is no amount. */
  AMOUNT,
  /** An amount is missing. */
  MISSING,
  /** More than the plan of the line. */
  ABOVE_PLAN,
  /** Less than another amount it contains. */
  BELOW,
  /** Less than the Treasury confirmed of the same period, and nobody said it is meant. */
  BELOW_TREASURY,
  /** More accepted than done. */
  ACCEPTED,
  /** A difficulty without its kind, or the other way round. */
  DIFFICULTY,
  /** A proposal without who has to decide, or the other way round. */
  PROPOSAL,
  /** No such choice in a list. */
  CHOICE,
  /** Too many words. */
  WORDS,
  /** No such line, or not one's own, or not running in that month. */
  NO_LINE,
  /** A month to come, or too long ago. */
  MONTH,
  /** Said again by somebody else in between. */
  CHANGED,
  /** Nothing was said. */
  NOTHING;

  @Override
  public String key() {
    return "capital.refusal.owner." + name().toLowerCase(Locale.ROOT);
  }
}
