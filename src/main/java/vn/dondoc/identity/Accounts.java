package vn.dondoc.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;

/** Các tài khoản: opens, disables, and tells who an account is and how far it sees. */
@Component
@Transactional(readOnly = true)
public class Accounts {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private final AccountStore store;
  private final Scopes scopes;
  private final PasswordEncoder encoder;
  private final AuditTrail audit;
  private final SecureRandom random = new SecureRandom();

  Accounts(AccountStore store, Scopes scopes, PasswordEncoder encoder, AuditTrail audit) {
    this.store = store;
    this.scopes = scopes;
    this.encoder = encoder;
    this.audit = audit;
  }

  /**
   * Opens an account with a password that is good for one sign-in.
   *
   * @throws Refusal when the login is taken or malformed, or the role is not known
   */
  @Transactional
  public OpenedAccount open(NewAccount account) {
    if (!account.login().matches("[a-z0-9][a-z0-9.-]{2,49}")) {
      throw Refusal.of(IdentityRefusal.LOGIN, "login", account.login());
    }
    if (store.byLogin(account.login()).isPresent()) {
      throw Refusal.of(IdentityRefusal.TAKEN, "login", account.login());
    }
    if (!store.hasRole(account.role())) {
      throw Refusal.of(IdentityRefusal.ROLE, "role", account.role());
    }
    String password = oneTimePassword();
    long id = store.add(account, encoder.encode(password));
    record("identity.open", id, Map.of("login", account.login(), "role", account.role()));
    return new OpenedAccount(id, account.login(), password);
  }

  /** Gives an account a new one-time password; its sessions end. */
  @Transactional
  public OpenedAccount reset(long id) {
    Account account = require(id);
    String password = oneTimePassword();
    store.setPassword(id, encoder.encode(password), true);
    store.endSessions(id);
    record("identity.reset", id, Map.of("login", account.login()));
    return new OpenedAccount(id, account.login(), password);
  }

  /** Closes an account; its sessions end at once. */
  @Transactional
  public void disable(long id) {
    Account account = require(id);
    if (id == Acting.current().accountId()) {
      throw Refusal.of(IdentityRefusal.SELF, account.login(), account.login());
    }
    store.disable(id);
    store.endSessions(id);
    record("identity.disable", id, Map.of("login", account.login()));
  }

  /** Changes the actor's own password; other sessions of the account end. */
  @Transactional
  public void changePassword(String old, String fresh, String again) {
    long id = Acting.current().accountId();
    Account account = require(id);
    if (!encoder.matches(old, store.password(id))) {
      throw Refusal.of(IdentityRefusal.WRONG, "old");
    }
    Passwords.refuseWeak(fresh, again, account.login());
    store.setPassword(id, encoder.encode(fresh), false);
    record("identity.password", id, Map.of("login", account.login()));
  }

  public List<Account> all() {
    return store.all();
  }

  public Optional<Account> find(long id) {
    return store.find(id);
  }

  /** Roles as data: code and Vietnamese name, in the order of the file. */
  public Map<String, String> roles() {
    return store.roles();
  }

  /** Loads roles and their rights from a resource, replacing the rights that were there. */
  @Transactional
  public void loadRoles(String resource) {
    RoleReference.rows(resource).forEach(store::putRole);
  }

  /**
   * Who an account is at this moment: its rights and how far it sees, read anew at each request so
   * that what is withdrawn ends at once. Empty when the account is closed.
   */
  public Optional<Actor> actor(long id) {
    return store
        .find(id)
        .filter(account -> !account.disabled())
        .map(account -> scopes.actor(account));
  }

  private Account require(long id) {
    return store
        .find(id)
        .orElseThrow(() -> Refusal.of(IdentityRefusal.UNKNOWN, Long.toString(id), id));
  }

  private void record(String act, long id, Map<String, ?> facts) {
    audit.record(new Act(act, "account", Long.toString(id), null, Map.of(), facts));
  }

  private String oneTimePassword() {
    StringBuilder password = new StringBuilder();
    for (int n = 0; n < GROUPS * GROUP; n++) {
      if (n > 0 && n % GROUP == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
