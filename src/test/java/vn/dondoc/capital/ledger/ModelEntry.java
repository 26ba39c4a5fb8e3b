package vn.dondoc.capital.ledger;

import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Voucher.Authority;

/**
 * An entry as the model of the ledger keeps it.
 *
 * @param line which line of the model's world; -1 for what is of a pool
 * @param pool which pool
 * @param kind what it says
 * @param direction 1 or -1
 * @param amount in đồng
 * @param day days since the year began
 * @param number of its voucher
 * @param part which row of it
 * @param authority who assigned
 * @param corrects the entry it takes back
 */
record ModelEntry(
    int line,
    int pool,
    EntryKind kind,
    int direction,
    long amount,
    int day,
    String number,
    int part,
    @Nullable Authority authority,
    @Nullable ModelEntry corrects) {

  static ModelEntry of(int line, EntryKind kind, int direction, long amount, int day) {
    return new ModelEntry(
        line, ModelWorld.poolOf(line), kind, direction, amount, day, "", 1, null, null);
  }

  ModelEntry on(String voucher, int row) {
    return new ModelEntry(
        line, pool, kind, direction, amount, day, voucher, row, authority, corrects);
  }

  ModelEntry with(long other) {
    return new ModelEntry(
        line, pool, kind, direction, other, day, number, part, authority, corrects);
  }

  long signed() {
    return direction * amount;
  }

  /** What it adds to plan, entered, outstanding advances and volume paid of its line. */
  long[] ofLine() {
    long[] adds = new long[4];
    switch (kind) {
      case ALLOCATE, ADJUST, TRANSFER_IN, CARRY_IN -> adds[0] = signed();
      case TRANSFER_OUT, CARRY_OUT, CANCEL -> adds[0] = -signed();
      case ENTER -> adds[1] = signed();
      case ADVANCE -> adds[2] = signed();
      case REFUND_ADVANCE -> adds[2] = -signed();
      case PAYMENT -> adds[3] = signed();
      case REFUND -> adds[3] = -signed();
      case RECOVER -> {
        adds[2] = -signed();
        adds[3] = signed();
      }
      case ASSIGN -> {}
    }
    return adds;
  }

  /** What it adds to what was assigned to its pool by each authority, and allocated of it. */
  long[] ofPool() {
    long[] adds = new long[3];
    switch (kind) {
      case ASSIGN -> adds[authority == Authority.PM ? 0 : 1] = signed();
      case ALLOCATE, ADJUST, TRANSFER_IN -> adds[2] = signed();
      case TRANSFER_OUT -> adds[2] = -signed();
      default -> {}
    }
    return adds;
  }

  boolean weighsOnPool() {
    return switch (kind) {
      case ASSIGN, ALLOCATE, ADJUST, TRANSFER_IN, TRANSFER_OUT -> true;
      default -> false;
    };
  }

  /** What it adds to what its project was paid. */
  long ofProject() {
    return switch (kind) {
      case ADVANCE, PAYMENT -> signed();
      case REFUND, REFUND_ADVANCE -> -signed();
      default -> 0;
    };
  }
}
