package vn.dondoc.directive;

import vn.dondoc.kernel.Refusal;

/** Why a document or a proposal is not taken as it stands. */
enum DirectiveRefusal implements Refusal.Code {
  UNKNOWN("directive.refusal.unknown"),
  EMPTY("directive.refusal.empty"),
  NOT_OFFICIAL("directive.refusal.not_official"),
  CONFIRMED("directive.refusal.confirmed"),
  CHANGED("directive.refusal.changed"),
  NO_PROPOSAL("directive.refusal.no_proposal"),
  NO_LEAD("directive.refusal.no_lead"),
  NO_BODY("directive.refusal.no_body"),
  NO_REASON("directive.refusal.no_reason"),
  NO_ACTION("directive.refusal.no_action"),
  ALREADY("directive.refusal.already"),
  UNKNOWN_BODY("directive.refusal.unknown_body"),
  LONG_ACTION("directive.refusal.long_action"),
  SEEN_OTHER("directive.refusal.seen_other"),
  TWO_SOURCES("directive.refusal.two_sources"),
  NO_SPLIT("directive.refusal.no_split"),
  NO_NEXT("directive.refusal.no_next"),
  NOT_IN_TEXT("directive.refusal.not_in_text"),
  NOTHING_TO_UNDO("directive.refusal.nothing_to_undo"),
  UNDECIDED("directive.refusal.undecided"),
  NOTHING_ACCEPTED("directive.refusal.nothing_accepted"),
  UNSETTLED("directive.refusal.unsettled"),
  SETTLED("directive.refusal.settled"),
  NOT_THE_SAME("directive.refusal.not_the_same"),
  SUPERSEDED("directive.refusal.superseded"),
  NO_REASON_APART("directive.refusal.no_reason_apart");

  private final String key;

  DirectiveRefusal(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN || this == NO_PROPOSAL;
  }
}
