package vn.dondoc.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.Asked;

/** Các tài khoản: opens, disables, and tells who an account is and how far it sees. */
@Component
@Transactional(readOnly = true)
public class Accounts {
  /** The right to manage accounts. */
  static final String MANAGE = "identity.manage";

  /** Rows of a page. */
  static final int PAGE = 50;

  private static final int SHEET = 20_000;
  private static final int LONGEST_NAME = 200;

  /** Longest address that can be written to (RFC 5321, 4.5.3.1.3). */
  static final int LONGEST_MAIL = 254;

  private static final Pattern MAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private final AccountStore store;
  private final RoleStore roles;
  private final Scopes scopes;
  private final SeatRules rules;
  private final PasswordEncoder encoder;
  private final AuditTrail audit;
  private final Guessing guessing;
  private final DeviceStore devices;

  Accounts(
      AccountStore store,
      RoleStore roles,
      Scopes scopes,
      SeatRules rules,
      PasswordEncoder encoder,
      AuditTrail audit,
      Guessing guessing,
      DeviceStore devices) {
    this.store = store;
    this.roles = roles;
    this.scopes = scopes;
    this.rules = rules;
    this.encoder = encoder;
    this.audit = audit;
    this.guessing = guessing;
    this.devices = devices;
  }

  /**
   * Opens an account with a password that is good for one sign-in.
   *
   * @throws Refusal when the login is taken or malformed, the name is missing, or the seat is none
   *     it may have
   */
  @Transactional
  public OpenedAccount open(NewAccount account) {
    refuse(account);
    return add(account, OneTimePassword.draw());
  }

  /**
   * Opens an account with a password that was drawn ahead; as {@link #open(NewAccount)} otherwise.
   */
  @Transactional
  public OpenedAccount open(NewAccount account, OneTimePassword drawn) {
    refuse(account);
    return add(account, drawn);
  }

  private static Seat seat(NewAccount account) {
    return new Seat(account.role(), account.bodyId(), account.placeId());
  }

  private void refuse(NewAccount account) {
    List<Problem> problems = new ArrayList<>();
    if (!account.login().matches("[a-z0-9][a-z0-9.-]{2,49}")) {
      problems.add(Problem.at("login", IdentityRefusal.LOGIN.key(), account.login()));
    } else if (store.byLogin(account.login()).isPresent()) {
      problems.add(Problem.at("login", IdentityRefusal.TAKEN.key(), account.login()));
    }
    int length = account.name().length();
    if (account.name().isBlank() || length > LONGEST_NAME) {
      problems.add(Problem.at("name", IdentityRefusal.NAME.key(), length, LONGEST_NAME));
    }
    problems.addAll(rules.problems(seat(account)));
    if (!problems.isEmpty()) {
      throw Refusal.of(IdentityRefusal.ACCOUNT, problems);
    }
  }

  private OpenedAccount add(NewAccount account, OneTimePassword password) {
    Seat seat = seat(account);
    long id = store.add(account, password.digest());
    store.seat(id, seat, Acting.current().name());
    Map<String, Object> facts = new TreeMap<>(rules.facts(seat));
    facts.put("login", account.login());
    record("identity.open", id, facts);
    return new OpenedAccount(id, account.login(), password.text());
  }

  /**
   * Gives an account another role, body or place, in the stead of what it had. Its next request is
   * made with the new ones.
   *
   * @throws Refusal when the seat is none it may have, or nobody would be left to manage accounts
   */
  @Transactional
  public void seat(long id, Seat wanted) {
    store.lockAdministrators();
    Account account = require(id);
    if (wanted.equals(account.seat())) {
      return;
    }
    List<Problem> problems = rules.problems(wanted);
    if (!problems.isEmpty()) {
      throw Refusal.of(IdentityRefusal.ACCOUNT, problems);
    }
    if (!rules.has(wanted, MANAGE)) {
      refuseLast(account);
    }
    store.seat(id, wanted, Acting.current().name());
    audit.record(
        new Act(
            "identity.assign",
            "account",
            Long.toString(id),
            null,
            rules.facts(account.seat()),
            rules.facts(wanted)));
  }

  /** Gives an account a new one-time password; its sessions end. */
  @Transactional
  public OpenedAccount reset(long id) {
    Account account = require(id);
    if (account.disabled()) {
      throw Refusal.of(IdentityRefusal.CLOSED, account.login(), account.login());
    }
    return withNewPassword(account, "identity.reset");
  }

  /**
   * Opens a closed account again, with a new one-time password; it stands for what it stood for.
   *
   * @throws Refusal when it is not closed
   */
  @Transactional
  public OpenedAccount reopen(long id) {
    Account account = require(id);
    if (!account.disabled()) {
      throw Refusal.of(IdentityRefusal.OPEN, account.login(), account.login());
    }
    store.reopen(id);
    return withNewPassword(account, "identity.reopen");
  }

  private OpenedAccount withNewPassword(Account account, String act) {
    OneTimePassword password = OneTimePassword.draw();
    store.setPassword(account.id(), password.digest(), true);
    store.endSessions(account.id());
    devices.forget(account.id());
    guessing.forgive(account.login());
    record(act, account.id(), Map.of("login", account.login()));
    return new OpenedAccount(account.id(), account.login(), password.text());
  }

  /** Closes an account; its sessions end at once. */
  @Transactional
  public void disable(long id) {
    store.lockAdministrators();
    Account account = require(id);
    if (id == Acting.current().accountId()) {
      throw Refusal.of(IdentityRefusal.SELF, account.login(), account.login());
    }
    // Two who lock each other out at once: the second one finds itself the last.
    if (Acting.current().isSignedIn()) {
      refuseLast(account);
    }
    store.disable(id);
    store.endSessions(id);
    record("identity.disable", id, Map.of("login", account.login()));
  }

  /**
   * Changes the actor's own password; every session of the account ends.
   *
   * @return number of the new password, for the session that is to go on
   */
  @Transactional
  public int changePassword(String old, String fresh, String again) {
    long id = Acting.current().accountId();
    Account account = require(id);
    if (!encoder.matches(old, store.password(id))) {
      throw Refusal.of(IdentityRefusal.WRONG, "old");
    }
    Passwords.refuseWeak(fresh, again, account.login());
    if (fresh.equals(old)) {
      throw Refusal.of(IdentityRefusal.SAME, "fresh");
    }
    int number = store.setPassword(id, encoder.encode(fresh), false);
    record("identity.password", id, Map.of("login", account.login()));
    return number;
  }

  /**
   * Says where an account is written to and whether it wants to be reminded; the person does it, or
   * whoever manages accounts.
   *
   * @param address the address as typed; blank for none
   * @throws Refusal when no mail can go there
   */
  @Transactional
  public void reach(long id, String address, boolean reminders) {
    Account account = require(id);
    String written = address.strip();
    if (!written.isEmpty()
        && (written.length() > LONGEST_MAIL || !MAIL.matcher(written).matches())) {
      throw Refusal.of(IdentityRefusal.MAIL, "email", written, LONGEST_MAIL);
    }
    Account.Mail mail = new Account.Mail(written.isEmpty() ? null : written, reminders);
    if (mail.equals(account.mail())) {
      return;
    }
    store.mail(id, mail);
    audit.record(
        new Act(
            "identity.mail",
            "account",
            Long.toString(id),
            null,
            facts(account.mail()),
            facts(mail)));
  }

  private static Map<String, Object> facts(Account.Mail mail) {
    return Map.of("email", mail.shown(), "reminders", mail.reminders());
  }

  /** One page of the list, one row more than a page when there is another. */
  List<Account> list(AccountFilter filter) {
    if (filter.after() != null && store.find(filter.after()).isEmpty()) {
      throw Asked.noSuchRow(filter.after());
    }
    return store.list(filter, PAGE + 1);
  }

  /** Every account of the filter, for a sheet. */
  List<Account> all(AccountFilter filter) {
    return store.list(filter, SHEET);
  }

  long count(AccountFilter filter) {
    return store.count(filter);
  }

  public Optional<Account> find(long id) {
    return store.find(id);
  }

  /** Roles as data: code and Vietnamese name, by name. */
  public Map<String, String> roles() {
    Map<String, String> names = new LinkedHashMap<>();
    roles.all().forEach((code, role) -> names.put(code, role.nameVi()));
    return names;
  }

  /** Roles as data, by their codes. */
  Map<String, RoleReference.Row> known() {
    return roles.all();
  }

  /** Loads roles and their rights from a resource, replacing the rights that were there. */
  @Transactional
  public void loadRoles(String resource) {
    RoleReference.rows(resource).forEach(roles::put);
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
        .orElseThrow(
            () -> Refusal.of(IdentityRefusal.UNKNOWN, Long.toString(id), Long.toString(id)));
  }

  /** Somebody who can sign in must always be able to manage accounts. */
  private void refuseLast(Account account) {
    if (!account.disabled()
        && store.rights(account.id()).contains(MANAGE)
        && !store.hasOthersWith(MANAGE, account.id())) {
      throw Refusal.of(IdentityRefusal.LAST, account.login(), account.login());
    }
  }

  private void record(String act, long id, Map<String, ?> facts) {
    audit.record(new Act(act, "account", Long.toString(id), null, Map.of(), facts));
  }
}
