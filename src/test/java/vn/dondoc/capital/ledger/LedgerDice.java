package vn.dondoc.capital.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Voucher.Authority;

/**
 * What one seed tries next: mostly what a treasury does, at times exactly as much as there is, at
 * times one đồng more, dated back, sent twice, moved across a ring. The same number always tries
 * the same.
 */
final class LedgerDice {
  private static final List<EntryKind> KINDS =
      List.of(
          EntryKind.ASSIGN,
          EntryKind.ALLOCATE,
          EntryKind.ALLOCATE,
          EntryKind.ENTER,
          EntryKind.ENTER,
          EntryKind.ENTER,
          EntryKind.ADJUST,
          EntryKind.ADVANCE,
          EntryKind.ADVANCE,
          EntryKind.PAYMENT,
          EntryKind.PAYMENT,
          EntryKind.PAYMENT,
          EntryKind.RECOVER,
          EntryKind.RECOVER,
          EntryKind.REFUND,
          EntryKind.REFUND_ADVANCE,
          EntryKind.CANCEL);
  private static final int TRIES = 4;

  private final Random dice;
  private final LedgerModel model;
  private int vouchers;

  LedgerDice(long seed, LedgerModel model) {
    this.dice = new Random(seed * 0x9E3779B97F4A7C15L);
    this.model = model;
  }

  /** What is decided of a project's total, now and then; what is settled late in the year. */
  List<LedgerModel.Decision> decisions(int step) {
    List<LedgerModel.Decision> made = new ArrayList<>();
    boolean first = step >= 3 && step < 3 + ModelWorld.PROJECTS;
    if (first || step > 20 && dice.nextInt(150) == 0) {
      int project = first ? step - 3 : dice.nextInt(ModelWorld.PROJECTS);
      long paid = model.project(project, ModelWorld.DAYS);
      boolean settled = step > 1500 && dice.nextInt(4) == 0;
      long value = 1 + paid + dice.nextLong(-paid / 5, 40_000_000);
      made.add(new LedgerModel.Decision(project, settled, model.today(), Math.max(1, value)));
    }
    return made;
  }

  ModelAct next() {
    int what = dice.nextInt(100);
    if (what < 5) {
      return transfer();
    }
    if (what < 8) {
      return carry();
    }
    if (what < 11) {
      return again();
    }
    if (what < 14) {
      return correction();
    }
    if (what < 19) {
      return paidAndRecovered();
    }
    return ModelAct.of(List.of(plain().on(fresh(), 1)));
  }

  private String fresh() {
    return "V" + ++vouchers;
  }

  private int day(int pool) {
    int what = dice.nextInt(100);
    int open = Math.max(model.closedUntil() + 1, ModelWorld.opens(pool));
    if (what < 72 || open >= model.today()) {
      return model.today();
    }
    if (what < 96) {
      return dice.nextInt(open, model.today() + 1);
    }
    return what < 98 ? open - 1 - dice.nextInt(3) : model.today() + 1 + dice.nextInt(3);
  }

  private ModelEntry plain() {
    ModelEntry chosen = candidate();
    for (int n = 0; n < TRIES && room(chosen) <= 0; n++) {
      chosen = candidate();
    }
    return chosen.with(amount(room(chosen)));
  }

  private ModelEntry candidate() {
    EntryKind kind = KINDS.get(dice.nextInt(KINDS.size()));
    int direction = kind.eitherWay() && dice.nextInt(5) == 0 ? -1 : 1;
    if (kind == EntryKind.ASSIGN) {
      int pool = dice.nextInt(2);
      Authority authority = dice.nextInt(3) > 0 ? Authority.PM : Authority.PROVINCE;
      return new ModelEntry(-1, pool, kind, direction, 1, day(pool), "", 1, authority, null);
    }
    int line = dice.nextInt(ModelWorld.LINES);
    return ModelEntry.of(line, kind, direction, 1, day(ModelWorld.poolOf(line)));
  }

  /** How much of it there is room for today. */
  private long room(ModelEntry entry) {
    long[] pool = model.pool(entry.pool(), ModelWorld.DAYS * 2);
    if (entry.kind() == EntryKind.ASSIGN) {
      return entry.direction() == 1
          ? 50_000_000
          : Math.min(pool[entry.authority() == Authority.PM ? 0 : 1], pool[0] + pool[1] - pool[2]);
    }
    long[] line = model.line(entry.line(), ModelWorld.DAYS * 2);
    long disbursed = line[2] + line[3];
    return switch (entry.kind()) {
      case ALLOCATE, TRANSFER_IN -> pool[0] + pool[1] - pool[2];
      case ADJUST -> entry.direction() == 1 ? pool[0] + pool[1] - pool[2] : line[0] - line[1];
      case ENTER -> entry.direction() == 1 ? line[0] - line[1] : line[1] - disbursed;
      case ADVANCE, PAYMENT -> Math.min(line[1] - disbursed, payable(entry));
      case RECOVER, REFUND_ADVANCE -> line[2];
      case REFUND -> line[3];
      case CANCEL, TRANSFER_OUT, CARRY_OUT -> line[0] - line[1];
      case CARRY_IN, ASSIGN -> 1_000_000;
    };
  }

  private long payable(ModelEntry entry) {
    int project = ModelWorld.projectOf(entry.line());
    Long most = model.limit(project, model.today());
    return (most == null ? 0 : most) - model.project(project, ModelWorld.DAYS * 2);
  }

  private long amount(long room) {
    if (room <= 0) {
      return 1 + dice.nextInt(1000);
    }
    int what = dice.nextInt(100);
    if (what < 8) {
      return room;
    }
    return what < 14 ? room + 1 : 1 + dice.nextLong(1 + room / 3);
  }

  private ModelAct paidAndRecovered() {
    int line = dice.nextInt(ModelWorld.LINES);
    int day = day(ModelWorld.poolOf(line));
    ModelEntry paid = ModelEntry.of(line, EntryKind.PAYMENT, 1, 1, day);
    ModelEntry recovered = ModelEntry.of(line, EntryKind.RECOVER, 1, 1, day);
    String voucher = fresh();
    return ModelAct.of(
        List.of(
            paid.with(amount(room(paid))).on(voucher, 1),
            recovered.with(amount(room(recovered))).on(voucher, 2)));
  }

  private ModelAct transfer() {
    int pool = dice.nextInt(2);
    int from = pool == 0 ? dice.nextInt(3) : 3 + dice.nextInt(2);
    int to = pool == 0 ? (from + 1 + dice.nextInt(2)) % 3 : 7 - from;
    if (dice.nextInt(12) == 0) {
      to = dice.nextInt(5);
    }
    int day = day(pool);
    ModelEntry out = ModelEntry.of(from, EntryKind.TRANSFER_OUT, 1, 1, day);
    long amount = amount(room(out));
    long odd = dice.nextInt(12) == 0 ? 1 : 0;
    String voucher = fresh();
    return new ModelAct(
        List.of(
            out.with(amount).on(voucher, 1),
            ModelEntry.of(to, EntryKind.TRANSFER_IN, 1, amount + odd, day).on(voucher, 2)),
        new ModelAct.Movement("transfer", pool, pool),
        false);
  }

  private ModelAct carry() {
    int from = dice.nextInt(2);
    int to = dice.nextInt(10) == 0 ? 6 - from : 5 + from;
    int day = day(ModelWorld.NEXT);
    ModelEntry out = ModelEntry.of(from, EntryKind.CARRY_OUT, 1, 1, day);
    long amount = amount(room(out));
    String voucher = fresh();
    return new ModelAct(
        List.of(
            out.with(amount).on(voucher, 1),
            ModelEntry.of(to, EntryKind.CARRY_IN, 1, amount, day).on(voucher, 2)),
        new ModelAct.Movement("carry", 0, ModelWorld.NEXT),
        false);
  }

  /** A voucher sent again: the same, with another amount, or with another number of rows. */
  private ModelAct again() {
    ModelEntry any = anyEntry();
    if (any == null) {
      return ModelAct.of(List.of(plain().on(fresh(), 1)));
    }
    List<ModelEntry> rows = new ArrayList<>(Objects.requireNonNull(model.voucher(any.number())));
    if (rows.stream().anyMatch(row -> row.kind().moves() || row.corrects() != null)) {
      return ModelAct.of(List.of(plain().on(fresh(), 1)));
    }
    switch (dice.nextInt(4)) {
      case 0 -> rows.set(0, rows.getFirst().with(rows.getFirst().amount() + 1));
      case 1 -> rows.add(plain().on(any.number(), rows.size() + 1));
      default -> {}
    }
    return ModelAct.of(rows);
  }

  private ModelAct correction() {
    ModelEntry wrong = anyEntry();
    if (wrong == null || wrong.corrects() != null || wrong.kind().moves()) {
      return ModelAct.of(List.of(plain().on(fresh(), 1)));
    }
    long left = wrong.amount() - model.corrected(wrong);
    int line = wrong.line();
    if (line >= 0 && dice.nextInt(15) == 0) {
      line = (line + 1) % ModelWorld.LINES;
    }
    int pool = line < 0 ? wrong.pool() : ModelWorld.poolOf(line);
    ModelEntry back =
        new ModelEntry(
            line,
            pool,
            wrong.kind(),
            -wrong.direction(),
            amount(left),
            dice.nextInt(8) == 0 ? day(pool) : Math.max(wrong.day(), model.today()),
            fresh(),
            1,
            wrong.authority(),
            wrong);
    return new ModelAct(List.of(back), null, dice.nextInt(12) > 0);
  }

  private @Nullable ModelEntry anyEntry() {
    List<ModelEntry> all = model.entries();
    return all.isEmpty() ? null : all.get(all.size() - 1 - dice.nextInt(Math.min(60, all.size())));
  }
}
