package vn.dondoc.cli;

import java.util.Optional;
import org.springframework.context.ApplicationContext;
import vn.dondoc.agency.AgencyReference;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.identity.Accounts;
import vn.dondoc.identity.NewAccount;
import vn.dondoc.identity.OpenedAccount;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.place.PlaceReference;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.rural.plan.Plans;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.task.life.Calendars;
import vn.dondoc.task.reminder.Reminders;

/**
 * Những bước đầu: gives a new installation its places, bodies, days off and roles, and one
 * administrator, so that somebody can sign in.
 */
final class FirstSteps {
  private static final String ADMINISTRATOR = "quan-tri";
  private static final String ROLES = "reference/identity/roles.csv";

  private FirstSteps() {}

  /**
   * The administrator opened, with the one-time password; empty when the installation has roles.
   */
  static Optional<OpenedAccount> take(ApplicationContext application) {
    Accounts accounts = application.getBean(Accounts.class);
    Actor system = Actor.system("Cài đặt lần đầu");
    boolean isNew = Acting.call(system, accounts::roles).isEmpty();
    // At every start: what came with an upgrade, or an administrator's own, counts from then on.
    Acting.as(
        Actor.system("Khởi động"),
        () -> {
          application.getBean(Reminders.class).loadLadder();
          application.getBean(Standards.class).load();
          application.getBean(Plans.class).load();
          application.getBean(ProjectReference.class).load();
          application.getBean(Sources.class).load();
          accounts.loadRoles(ROLES);
        });
    if (!isNew) {
      return Optional.empty();
    }
    application.getBean(PlaceReference.class).load();
    application.getBean(AgencyReference.class).load();
    Acting.as(system, () -> application.getBean(ProjectReference.class).load());
    return Acting.call(
        system,
        () -> {
          application.getBean(Calendars.class).load();
          return Optional.of(
              accounts.open(
                  new NewAccount(ADMINISTRATOR, "Quản trị hệ thống", ADMINISTRATOR, null, null)));
        });
  }
}
