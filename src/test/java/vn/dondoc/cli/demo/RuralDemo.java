package vn.dondoc.cli.demo;

import vn.dondoc.place.PlaceReference;
import vn.dondoc.place.Places;
import vn.dondoc.rural.assessment.Assessments;
import vn.dondoc.rural.plan.Plans;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.rural.target.Targets;
import vn.dondoc.testing.Server;

/** The New Rural part of the demonstration, for tests of other packages. */
public final class RuralDemo {
  private RuralDemo() {}

  /** Communes due, what the province decides, two years of reports, the targets. */
  public static void load(Server server) {
    server.door(PlaceReference.class).loadDemonstration();
    server.door(Standards.class).loadDemonstration();
    server.door(Plans.class).load();
    RuralHistory.letHappen(
        server.door(Places.class), server.door(Standards.class), server.door(Assessments.class));
    RuralTargets.set(server.door(Targets.class));
  }
}
