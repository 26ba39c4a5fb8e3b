package vn.dondoc.cli.demo.capital;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.dondoc.agency.Bodies;
import vn.dondoc.agency.Body;
import vn.dondoc.agency.BodyKind;
import vn.dondoc.project.clearance.Clearance;
import vn.dondoc.project.clearance.Clearances;
import vn.dondoc.project.contract.Acceptance;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.contract.Finding;
import vn.dondoc.project.contract.Terms;
import vn.dondoc.project.milestone.Milestones;
import vn.dondoc.project.milestone.Saying;

/** Hợp đồng, mặt bằng, mốc khởi công mẫu: what stands behind the payments. */
final class SampleWorks {
  private static final LocalDate START_BY = LocalDate.of(2020, 8, 31);
  private static final LocalDate FIRST_START_BY = LocalDate.of(2020, 6, 30);
  private static final LocalDate JUNE = LocalDate.of(2020, 6, 15);
  private static final LocalDate JULY = LocalDate.of(2020, 7, 20);
  private static final long MILLION = 1_000_000;
  private static final int HOUSEHOLDS = 46;
  private static final List<String> BLOCKERS =
      List.of(
          "khong-dong-thuan",
          "gia-dat-cham",
          "thieu-tai-dinh-cu",
          "sai-khac-do-dac",
          "thieu-von-boi-thuong");

  private final Contracts contracts;
  private final Clearances clearances;
  private final Milestones milestones;
  private final Bodies bodies;

  SampleWorks(ApplicationContext application) {
    this.contracts = application.getBean(Contracts.class);
    this.clearances = application.getBean(Clearances.class);
    this.milestones = application.getBean(Milestones.class);
    this.bodies = application.getBean(Bodies.class);
  }

  /** What is known of a project's works, with the place they stand in. */
  void tell(SampleProject project, long id, long planVnd, long paidVnd, int place) {
    if (project.yearClass().equals(SampleProject.NEW_START)) {
      startBy(project, id);
    }
    if (project.started()) {
      build(project, id, planVnd, paidVnd);
    }
    if (Lot.of("land", project.number(), 4) == 0 && !project.yearClass().equals("hoan-thanh")) {
      clear(project, id, place);
    }
  }

  /** New starts were due by June; for some the day moved to the end of August. */
  private void startBy(SampleProject project, long id) {
    milestones.say(id, said(0, Saying.Kind.DUE, FIRST_START_BY, null), SampleRegister.KNOWN);
    if (project.started()) {
      LocalDate done = LocalDate.of(2020, 4 + Lot.of("start", project.number(), 4), 10);
      milestones.say(id, said(1, Saying.Kind.DONE, done, null), done);
    } else {
      String why = "Chưa xong lựa chọn nhà thầu (minh hoạ)";
      milestones.say(id, said(1, Saying.Kind.DUE, START_BY, why), JULY);
    }
  }

  private static Saying said(int seen, Saying.Kind kind, LocalDate day, @Nullable String why) {
    return new Saying("khoi-cong", "", seen, kind, day, null, why);
  }

  private void build(SampleProject project, long id, long planVnd, long paidVnd) {
    int number = project.number();
    LocalDate signed =
        project.yearClass().equals(SampleProject.NEW_START)
            ? LocalDate.of(2020, 3, 16)
            : LocalDate.of(2019, 6, 17);
    long value = Math.max(paidVnd, planVnd) / MILLION * MILLION + 50 * MILLION;
    long contract =
        contracts.sign(
            id,
            "%d/HĐ-MẪU".formatted(number),
            new Terms(
                "thi-cong",
                "Gói thầu xây lắp mẫu %03d".formatted(number),
                "Nhà thầu mẫu %02d"
                    .formatted(1 + Lot.of("builder", number, SampleProject.CONTRACTORS)),
                null,
                value,
                signed,
                null,
                LocalDate.of(2021, 6, 30)),
            LocalDate.of(2020, 3, 20));
    long accepted =
        (long) (paidVnd * (0.9 + 0.2 * Lot.share("accepted", number))) / MILLION * MILLION;
    if (accepted > 0) {
      contracts.accept(
          id,
          contract,
          new Acceptance.Content(
              "%d/BBNT-MẪU".formatted(number), JULY, Math.min(accepted, value), null),
          JULY);
    }
    if (Lot.of("slow", number, 9) == 0) {
      contracts.note(
          id,
          contract,
          new Finding.Content(
              Lot.of("finding", number, 3) == 0 ? "chat-luong" : "tien-do",
              JUNE,
              "Nhà thầu thi công chậm so với tiến độ cam kết (minh hoạ)",
              START_BY),
          JUNE);
    }
  }

  private void clear(SampleProject project, long id, int place) {
    int number = project.number();
    Integer answers =
        bodies.inCharge(List.of(place), JUNE).stream()
            .filter(body -> body.kind() == BodyKind.PEOPLES_COMMITTEE)
            .map(Body::id)
            .findFirst()
            .orElse(null);
    if (answers == null) {
      return;
    }
    boolean done = Lot.of("cleared", number, 5) < 2;
    long area = 2_000 + 500L * Lot.of("area", number, 60);
    int households = 3 + Lot.of("households", number, HOUSEHOLDS);
    double share = done ? 1 : 0.2 + 0.6 * Lot.share("handed", number);
    long money = households * 180 * MILLION;
    clearances.open(
        id,
        place,
        "",
        new Clearance.State(
            done ? "ban-giao" : "chi-tra",
            new Clearance.Area(area, done ? area : (long) (area * share)),
            new Clearance.Households(
                households, (int) (households * share), (int) (households * share)),
            new Clearance.Money(money, (long) (money * share) / MILLION * MILLION),
            done
                ? new Clearance.Blocker(null, null)
                : new Clearance.Blocker(
                    BLOCKERS.get(Lot.of("blocker", number, BLOCKERS.size())),
                    "Còn %d hộ chưa bàn giao (minh hoạ)"
                        .formatted(households - (int) (households * share))),
            answers,
            LocalDate.of(2020, 8 + Lot.of("due", number, 2), 30)),
        JUNE);
  }
}
