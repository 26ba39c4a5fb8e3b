package vn.dondoc.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Asked;

/**
 * Bộ lọc danh sách tài khoản.
 *
 * @param words in name or login, without case or tones
 * @param role code of a role; empty for any
 * @param state null for any
 * @param sort the order
 * @param after id of the last account of the page before; null for the first page
 */
record AccountFilter(
    String words, String role, Account.@Nullable State state, Sort sort, @Nullable Long after) {

  /** Thứ tự. */
  enum Sort {
    LOGIN("dang-nhap", "a.login"),
    NAME("ten", "a.name"),
    ROLE("vai-tro", "a.roles"),
    STATE("trang-thai", "a.state"),
    NEWEST("moi-mo", "-extract(epoch from a.opened_at)");

    private final String word;
    private final String expression;

    Sort(String word, String expression) {
      this.word = word;
      this.expression = expression;
    }

    String word() {
      return word;
    }

    String expression() {
      return expression;
    }

    String key() {
      return "identity.sort." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What an address asks for.
   *
   * @throws vn.dondoc.kernel.Refusal when it names what the list does not know
   */
  static AccountFilter of(Map<String, String> values, Collection<String> roles) {
    Asked asked = Asked.of(values);
    List<String> states = Arrays.stream(Account.State.values()).map(Account.State::word).toList();
    List<String> sorts = Arrays.stream(Sort.values()).map(Sort::word).toList();
    int state = states.indexOf(asked.choice("trang-thai", states));
    int sort = Math.max(0, sorts.indexOf(asked.choice(Asked.SORT, sorts)));
    AccountFilter filter =
        new AccountFilter(
            asked.words("tim"),
            asked.choice("vai-tro", roles),
            state < 0 ? null : Account.State.values()[state],
            Sort.values()[sort],
            asked.after());
    asked.refuse();
    return filter;
  }
}
