package vn.dondoc.identity;

import vn.dondoc.kernel.Refusal;

/** Why an account or a password is not taken. */
enum IdentityRefusal implements Refusal.Code {
  ACCOUNT("identity.refusal.account"),
  LOGIN("identity.refusal.login"),
  TAKEN("identity.refusal.taken"),
  ROLE("identity.refusal.role"),
  SHORT("identity.refusal.short"),
  LONG("identity.refusal.long"),
  COMMON("identity.refusal.common"),
  PLAIN("identity.refusal.plain"),
  SAME("identity.refusal.same"),
  LIKE_LOGIN("identity.refusal.like_login"),
  DIFFERENT("identity.refusal.different"),
  WRONG("identity.refusal.wrong"),
  UNKNOWN("identity.refusal.unknown"),
  SELF("identity.refusal.self"),
  CLOSED("identity.refusal.closed"),
  OPEN("identity.refusal.open"),
  LAST("identity.refusal.last"),
  NAME("identity.refusal.name"),
  BODY("identity.refusal.body"),
  BODY_GROUP("identity.refusal.body_group"),
  BODY_UNKNOWN("identity.refusal.body_unknown"),
  BODY_CHOICE("identity.refusal.body_choice"),
  BODY_NEEDED("identity.refusal.body_needed"),
  MAIL("identity.refusal.mail");

  private final String key;

  IdentityRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}
