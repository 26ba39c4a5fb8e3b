package vn.dondoc.capital.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.dondoc.kernel.Refusal;

/** Vì sao sổ vốn không ghi. */
public enum LedgerRefusal implements Refusal.Code {
  /** Several problems at once. */
  POSTING,
  CLOSED_PERIOD,
  BEFORE_POOL_OPENS,
  DATED_AHEAD,
  ADVANCE_TOO_LATE,
  PAYMENT_TOO_LATE,
  VOUCHER_INCOMPLETE,
  VOUCHER_CHANGED,
  NEGATIVE_PLAN,
  NEGATIVE_ENTERED,
  ENTERED_ABOVE_PLAN,
  PAID_ABOVE_PLAN,
  PAID_ABOVE_ENTERED,
  RECOVERED_ABOVE_ADVANCED,
  REFUNDED_ABOVE_PAID,
  NEGATIVE_ASSIGNED,
  NEGATIVE_ALLOCATED,
  ALLOCATED_ABOVE_ASSIGNED,
  NOTHING_DECIDED,
  PAID_ABOVE_INVESTMENT,
  /** A total decided below what is paid. */
  TOTAL_BELOW_PAID,
  MOVED_ACROSS_THE_RING,
  /** A line gives nothing to itself. */
  MOVED_TO_ITSELF,
  MOVEMENT_UNBALANCED,
  CARRIED_TO_ANOTHER_PROJECT,
  WRONG_VINTAGE,
  SECTOR_OF_THE_POOL,
  CORRECTION_OF_ANOTHER,
  CORRECTION_BEFORE_ENTRY,
  CORRECTION_ABOVE_ENTRY,
  CORRECTION_UNSIGNED,
  TWO_PERSONS_CLOSE,
  CLOSED_ALREADY,
  /** A month that waits for a signature is not proposed again. */
  CLOSING_PROPOSED,
  /** A proposal that was signed is not taken back. */
  CLOSING_SIGNED,
  /** A proposal that was taken back or declined. */
  CLOSING_ENDED,
  CLOSES_THE_PAST,
  /** An amount that is no amount of money. */
  AMOUNT,
  /** A voucher without number or issuer, or with one too long. */
  VOUCHER_WORDS,
  /** A kind that does not go where it was put. */
  KIND,
  NO_LINE,
  NO_ENTRY,
  NO_CLOSING,
  TOO_MANY;

  @Override
  public String key() {
    return "capital.refusal.ledger." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == NO_LINE || this == NO_ENTRY || this == NO_CLOSING;
  }

  /** The one the database names so. */
  static Optional<LedgerRefusal> named(String constraint) {
    return Arrays.stream(values())
        .filter(code -> code.name().toLowerCase(Locale.ROOT).equals(constraint))
        .findFirst();
  }
}
