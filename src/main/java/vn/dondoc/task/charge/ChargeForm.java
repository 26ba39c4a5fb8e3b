package vn.dondoc.task.charge;

import org.jspecify.annotations.Nullable;

/**
 * What the form sends.
 *
 * @param step the last step the person saw
 * @param account the account chosen; empty for nobody
 * @param words what is said with it
 */
record ChargeForm(int step, @Nullable String account, @Nullable String words) {
  @Nullable Long chosen() {
    return account == null || !account.matches("\\d{1,18}") ? null : Long.valueOf(account);
  }

  String said() {
    return words == null ? "" : words.replace("\0", "").strip();
  }
}
