package vn.dondoc.project.funding;

import java.time.LocalDate;
import java.util.List;

/**
 * Lũy kế giải ngân của một dự án: told by a module that keeps a ledger to whoever decides a total,
 * which is not to fall below it.
 */
public interface PaidProject {
  /**
   * What is paid in all at the end of every day on which that changed, the earliest first. Until
   * the transaction ends nothing more is paid for the project.
   */
  List<Paid> paid(long projectId);

  /**
   * Lũy kế đến hết một ngày.
   *
   * @param on ngày
   * @param amountVnd đồng
   */
  record Paid(LocalDate on, long amountVnd) {}
}
