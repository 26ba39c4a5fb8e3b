package vn.dondoc.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.ListAddress;

/**
 * Danh sách tài khoản, a page of it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param rows the accounts of this page
 * @param total how many the filter finds
 * @param next key of the next page; null on the last one
 * @param bodies names of their bodies
 */
record AccountList(
    AccountFilter filter,
    ListAddress address,
    List<Account> rows,
    long total,
    @Nullable Long next,
    Map<Integer, String> bodies) {

  String bodyOf(Account account) {
    return bodyOf(account, bodies);
  }

  static String bodyOf(Account account, Map<Integer, String> bodies) {
    return Optional.ofNullable(account.seat())
        .map(Seat::bodyId)
        .map(id -> bodies.getOrDefault(id, "–"))
        .orElse("–");
  }
}
