package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;

/** Fifty thousand rows in a server of half a gigabyte. */
class LongIntakeDbTest {
  private static final int PATIENCE_SECONDS = 240;

  @TempDir Path work;

  @Test
  void fiftyThousandRowsAreTakenInWithin512MegabytesOfHeap()
      throws IOException, InterruptedException {
    try (IntakeWorld world = new IntakeWorld(Province.ofAugust2020())) {
      Path said = work.resolve("said.txt");
      Process server =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LongIntake.class.getName(),
                  world.province().server().database().url(),
                  Integer.toString(world.treasury()))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      server.destroyForcibly();
      assertThat(ended).as(Files.readString(said)).isTrue();
      assertThat(Files.readString(said)).contains("written=" + LongIntake.ROWS);
      assertThat(world.stands(0, IntakeWorld.BALANCE, IntakeWorld.JULY))
          .containsExactly(0L, 500_000_000L);
    }
  }

  @Test
  void whatTheLedgerWouldRefuseIsForetoldOfALongFile() {
    try (IntakeWorld world = new IntakeWorld(Province.ofAugust2020())) {
      Actor clerk = world.clerk();
      // 1,200 vouchers of nine million for each project: 10.8 billion where ten are entered.
      byte[] book = LongIntake.vouchers(6_000, "9.000.000");
      long id = world.stage(clerk, world.vouchers(), book);
      Plan plan = world.read(clerk, id);
      assertThat(plan.written()).as("nothing of an overspent line is to be booked").isZero();
      assertThat(plan.rows(Plan.State.BLOCKED)).isEqualTo(6_000);
      assertThat(IntakeWorld.told(plan.problems()))
          .hasSize(IntakeWorld.NAMES.size())
          .allMatch(told -> told.contains("10.800.000.000") && told.contains("10.000.000.000"));
    }
  }

  @Test
  void rowsOfOneLineAreWeighedBeforeTheDatabaseHasCountedThem() {
    try (IntakeWorld world = new IntakeWorld(Province.ofAugust2020())) {
      Actor clerk = world.clerk();
      // What the planner knows is of a small reading that came before.
      world.read(clerk, world.stage(clerk, world.vouchers(), LongIntake.vouchers(200, 1, "2.000")));
      world.owner().sql("analyze").update();
      long id = world.stage(clerk, world.vouchers(), LongIntake.vouchers(10_000, 1, "1.000"));
      world.read(clerk, id);
      assertThat(world.planned(clerk, id).written()).isEqualTo(10_000);
    }
  }
}
