package vn.dondoc.kernel;

import java.util.List;
import java.util.Set;

/**
 * Người đang thao tác: on whose behalf something is done, and how far their sight reaches.
 *
 * @param accountId the account; 0 for a visitor, negative for the system itself
 * @param name the person's or the process's name as the audit shall show it
 * @param rights what the actor may do, {@code "directive.confirm"}
 * @param wholeProvince sees rows of every body and place
 * @param bodies ids of the bodies whose rows the actor sees
 * @param places ids of the administrative units whose rows the actor sees
 * @param own ids of the bodies the actor speaks for: a district sees what its communes do and says
 *     nothing in their name
 */
public record Actor(
    long accountId,
    String name,
    Set<String> rights,
    boolean wholeProvince,
    List<Integer> bodies,
    List<Integer> places,
    List<Integer> own) {
  private static final Actor VISITOR = new Actor(0, "", Set.of(), false, List.of(), List.of());

  public Actor {
    rights = Set.copyOf(rights);
    bodies = List.copyOf(bodies);
    places = List.copyOf(places);
    own = List.copyOf(own);
  }

  /** Somebody who speaks for every body they see. */
  public Actor(
      long accountId,
      String name,
      Set<String> rights,
      boolean wholeProvince,
      List<Integer> bodies,
      List<Integer> places) {
    this(accountId, name, rights, wholeProvince, bodies, places, bodies);
  }

  /** Khách: nobody signed in; sees what is published and no more. */
  public static Actor visitor() {
    return VISITOR;
  }

  /** Hệ thống: a process of the system itself, named by what it does. */
  public static Actor system(String process) {
    return new Actor(-1, process, Set.of(), true, List.of(), List.of());
  }

  public boolean isSignedIn() {
    return accountId > 0;
  }

  /** Whether the actor speaks for a body. */
  public boolean speaksFor(int body) {
    return own.contains(body);
  }

  public boolean may(String right) {
    return rights.contains(right);
  }
}
