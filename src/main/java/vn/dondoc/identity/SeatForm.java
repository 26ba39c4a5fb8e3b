package vn.dondoc.identity;

import java.util.List;
import java.util.Map;
import vn.dondoc.agency.Body;

/**
 * What was typed about an account's seat.
 *
 * @param login for a new account
 * @param name for a new account
 * @param role code of the role
 * @param body name of the body as typed
 * @param chosen id of the body chosen among suggestions; empty for none
 * @param inCharge it also answers for the place its body is in charge of
 */
record SeatForm(
    String login, String name, String role, String body, String chosen, boolean inCharge) {
  private static final int LONGEST = 400;
  static final SeatForm EMPTY = new SeatForm("", "", "", "", "", false);

  static SeatForm of(Map<String, String> sent) {
    return new SeatForm(
        text(sent, "login"),
        text(sent, "name"),
        text(sent, "role"),
        text(sent, "body"),
        text(sent, "chosen"),
        sent.containsKey("in_charge"));
  }

  Seat seat(BodyChoice choice) {
    Body body = choice.body();
    return new Seat(
        role, body == null ? null : body.id(), body == null || !inCharge ? null : body.placeId());
  }

  private static String text(Map<String, String> sent, String name) {
    String text = sent.getOrDefault(name, "").replace("\0", "").strip();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /**
   * The form as a page shows it.
   *
   * @param form what was typed
   * @param roles to choose from
   * @param directory names to choose from
   * @param candidates bodies that may have been meant, name with that of the body above, by id
   * @param problems what was wrong
   */
  record View(
      SeatForm form,
      Map<String, RoleReference.Row> roles,
      List<Body> directory,
      Map<Integer, String> candidates,
      List<String> problems) {}
}
