package vn.dondoc.task.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;

/** Khoá lịch: the secret in the address of a calendar; only its digest is kept. */
@Component
class CalendarKeys {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final FeedStore store;
  private final AuditTrail audit;
  private final SecureRandom random = new SecureRandom();

  CalendarKeys(FeedStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * Chủ của lịch: a person or a body.
   *
   * @param account the person's account
   * @param body the body
   */
  record Owner(@Nullable Long account, @Nullable Integer body) {
    static Owner person(long account) {
      return new Owner(account, null);
    }

    static Owner body(int body) {
      return new Owner(null, body);
    }

    String id() {
      return account == null ? String.valueOf(body) : Long.toString(account);
    }
  }

  /** Whose calendar a key opens; empty for one that is wrong or was revoked. */
  @Transactional(readOnly = true)
  public Optional<FeedStore.Key> owner(String key) {
    return FORM.matcher(key).matches() ? store.key(digest(key)) : Optional.empty();
  }

  /** Since when a calendar can be read; null when it cannot. */
  @Transactional(readOnly = true)
  public @Nullable Instant since(Owner owner) {
    return store.since(owner);
  }

  /** Gives a new key in the stead of the one before, and tells it this once. */
  @Transactional
  public String renew(Owner owner) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.lock(owner);
    String by = Acting.current().name();
    store.revoke(owner, by);
    store.add(owner, digest(key), by);
    record("task.calendar_key", owner);
    return key;
  }

  /** Takes the key away; without one nothing happens. */
  @Transactional
  public void revoke(Owner owner) {
    store.lock(owner);
    if (store.revoke(owner, Acting.current().name()) > 0) {
      record("task.calendar_revoke", owner);
    }
  }

  private void record(String act, Owner owner) {
    audit.record(
        new Act(
            act,
            owner.account() == null ? "agency.body" : "account",
            owner.id(),
            null,
            Map.of(),
            Map.of()));
  }

  static String digest(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
