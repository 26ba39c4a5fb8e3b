package vn.dondoc.capital.intake;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.kernel.Refusal;

/**
 * Đọc lại theo nội dung khác: a list of vouchers sent in as running totals is read as what it is,
 * without being sent again.
 */
@Component
class IntakeTurning {
  private final Intakes intakes;
  private final IntakeStore store;

  IntakeTurning(Intakes intakes, IntakeStore store) {
    this.intakes = intakes;
    this.store = store;
  }

  /**
   * Takes the same bytes in as vouchers, and drops the running totals.
   *
   * @return number of the file that is read now
   * @throws Refusal when it was committed or dropped, or is of another content
   */
  @Transactional
  long asVouchers(long id) {
    Intake intake = intakes.held(id);
    Intake.What what = intake.what();
    if (what.content() != Content.TREASURY) {
      throw Refusal.of(IntakeRefusal.ENDED, intake.file().name(), intake.file().name());
    }
    long next =
        intakes.stage(
            new Intake.What(
                Content.VOUCHERS,
                what.senderId(),
                "",
                what.budgetYear(),
                what.cutOff(),
                null,
                null,
                null),
            intake.file().name(),
            store.file(id));
    intakes.drop(id);
    return next;
  }
}
