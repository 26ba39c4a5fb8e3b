package vn.dondoc.capital.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.intake.staging.Job;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Province;

/** Workbooks as offices lay them out, saved by LibreOffice and not by our writer. */
class UglyBooksDbTest {
  private static final Map<String, Long> SAID =
      new TreeMap<>(
          Map.of(
              "1 CD-2020", 1_420_500_000L,
              "1 SDD-2020", 250_000_000L,
              "2 CD-2020", 2_450_750_000L,
              "2 SDD-2020", 75_250_000L,
              "3 CD-2020", 300_000_000L,
              "4 CD-2020", 100_000_000L));
  private static IntakeWorld world;
  private static Map<String, byte[]> good;
  private static Map<String, byte[]> bad;

  @BeforeAll
  static void start() {
    Map<String, byte[]> all = new LinkedHashMap<>(UglyBooks.good());
    WrongBooks.all().forEach((name, book) -> all.put(name, book.book()));
    Map<String, byte[]> saved = LibreOffice.saved(all);
    good = new LinkedHashMap<>(saved);
    bad = new LinkedHashMap<>(saved);
    good.keySet().retainAll(UglyBooks.good().keySet());
    bad.keySet().retainAll(WrongBooks.all().keySet());
    world = new IntakeWorld(Province.ofAugust2020());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** Reads by what the titles propose, as if no file of the sender had come before. */
  private static Plan planned(Actor clerk, byte[] book) {
    long id = world.stage(clerk, world.cumulated(IntakeWorld.JULY), book);
    Job job = world.job(clerk, id);
    assertThat(job.problems()).isEmpty();
    world.read(
        clerk,
        id,
        world.as(clerk, () -> world.mappings().propose(world.intakes().one(id), "", null)));
    return world.planned(clerk, id);
  }

  @Test
  void theSameFiguresAreReadInWhateverDressTheyCome() {
    assertThat(good).hasSizeGreaterThanOrEqualTo(30);
    Actor clerk = world.clerk();
    Map<String, Object> wrong = new LinkedHashMap<>();
    Map<String, Long> files = new LinkedHashMap<>();
    good.forEach((name, book) -> {
      try {
        Plan plan = planned(clerk, book);
        files.put(name, plan.intake().id());
        Map<String, Long> said = world.said(clerk, plan.intake().id());
        if (!said.equals(SAID) || !plan.isReady()) {
          wrong.put(name, List.of(said, IntakeWorld.told(plan.problems())));
        }
      } catch (Refusal refusal) {
        wrong.put(name, IntakeWorld.told(refusal.problems()));
      }
    });
    assertThat(wrong).isEmpty();

    // Once one of them is committed, none of the others has anything new to say.
    long first = files.values().iterator().next();
    assertThat(world.commit(clerk, first, null)).isEqualTo(6);
    assertThat(world.stands(0, IntakeWorld.BALANCE, IntakeWorld.JULY))
        .containsExactly(120_500_000L, 1_300_000_000L);
    assertThat(world.stands(1, IntakeWorld.LAND, IntakeWorld.JULY))
        .containsExactly(0L, 75_250_000L);
    files.remove(files.keySet().iterator().next());
    files.forEach((name, id) -> {
      Plan plan = world.planned(clerk, id);
      assertThat(plan.rows(Plan.State.SAME)).as(name).isEqualTo(6);
      assertThat(plan.written()).as(name).isZero();
      assertThatThrownBy(() -> world.commit(clerk, id, null))
          .as(name)
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(IntakeRefusal.NOTHING));
    });
  }

  @Test
  void headingsThatNameAnotherVintageYearOrSourceAreAskedAboutAtTheirCells() {
    Actor clerk = world.clerk();
    List<String> headings =
        List.of(
            "I – Vốn kéo dài từ năm 2019 sang năm 2020",
            "Kế hoạch năm 2019 kéo dài",
            "Ứng trước kế hoạch năm 2021",
            "Trái phiếu Chính phủ năm 2019");
    for (String heading : headings) {
      byte[] alone =
          UglyBooks.narrow(UglyBooks.MILLION)
              .row(heading, null, null, 5, 6)
              .row(null, null, "Dự án chuyển tiếp")
              .row(1, UglyBooks.code(2), UglyBooks.name(2), 5, 6)
              .bytes();
      assertThat(asked(clerk, alone))
          .as(heading)
          .containsExactly(heading.replace("I – ", "") + " Biểu 01!A5");
    }
    byte[] within =
        UglyBooks.narrow(UglyBooks.MILLION)
            .row("A", null, "Vốn kéo dài từ năm 2019 sang năm 2020")
            .row("I", null, UglyBooks.LAND)
            .row(1, UglyBooks.code(0), UglyBooks.name(0), 5, 6)
            .row("B", null, "Kế hoạch năm 2020")
            .row(2, UglyBooks.code(2), UglyBooks.name(2), 5, 6)
            .bytes();
    assertThat(asked(clerk, within))
        .as("the year of the file is no other")
        .containsExactly(UglyBooks.LAND + " – Vốn kéo dài từ năm 2019 sang năm 2020 Biểu 01!C6");
    byte[] column =
        UglyBooks.titled(UglyBooks.headed(UglyBooks.MILLION))
            .row("I", null, "Kế hoạch năm 2019 kéo dài")
            .row(1, UglyBooks.code(2), UglyBooks.name(2), UglyBooks.BALANCE, 5, 6)
            .bytes();
    assertThat(asked(clerk, column))
        .containsExactly(UglyBooks.BALANCE + " – Kế hoạch năm 2019 kéo dài Biểu 01!C5");
  }

  private static List<String> asked(Actor clerk, byte[] book) {
    Plan plan = planned(clerk, book);
    assertThat(plan.isReady()).isFalse();
    return world.questions(clerk, plan.intake().id()).stream()
        .map(question -> question.said().name() + " " + question.place())
        .toList();
  }

  @Test
  void whatCannotBeTakenIsRefusedWithItsCell() {
    Actor clerk = world.clerk();
    Map<String, Object> wrong = new LinkedHashMap<>();
    WrongBooks.all()
        .forEach((name, expected) -> {
          try {
            Plan plan = planned(clerk, Objects.requireNonNull(bad.get(name), name));
            List<String> told = IntakeWorld.told(plan.problems());
            boolean says =
                told.stream()
                    .anyMatch(
                        sentence -> List.of(expected.told()).stream().allMatch(sentence::contains));
            if (!says || plan.isReady()) {
              wrong.put(name, told);
            }
          } catch (Refusal refusal) {
            wrong.put(name, IntakeWorld.told(refusal.problems()));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void rowThatBeginsAGroupIsSaidToBeOneAndTheTotalsAddUp() {
    Actor clerk = world.clerk();
    byte[] listed =
        UglyBooks.titled(UglyBooks.headed(UglyBooks.MILLION))
            .row(1, "Hạ tầng kinh tế", null, null, 0, 1_400)
            .row(null, "DA-0003", IntakeWorld.NAMES.get(2), UglyBooks.BALANCE, 0, 800)
            .row(null, "DA-0004", IntakeWorld.NAMES.get(3), UglyBooks.BALANCE, 0, 600)
            .row(null, null, "Tổng cộng", null, 0, 1_400)
            .bytes();
    Plan asking = planned(clerk, listed);
    long id = asking.intake().id();
    assertThat(IntakeWorld.told(asking.problems()))
        .anyMatch(s -> s.contains("Tổng cộng") && s.contains("chênh 1.400.000.000"));
    Intakes.Answer heading =
        new Intakes.Answer(world.questions(clerk, id).getFirst().key(), Intakes.Answer.HEADING);
    Acting.as(clerk, () -> world.intakes().answer(id, List.of(heading), List.of()));
    world.worker().drain();
    Plan plan = world.planned(clerk, id);
    assertThat(IntakeWorld.told(plan.problems())).isEmpty();
    assertThat(plan.isReady()).isTrue();
    assertThat(plan.all()).as("two projects and no third").isEqualTo(2);
    assertThat(planned(clerk, listed).isReady()).as("remembered").isTrue();
  }
}
