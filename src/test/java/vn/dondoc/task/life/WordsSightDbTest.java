package vn.dondoc.task.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.task.Due;

/** Who reads what a body said about its part of a task that several share. */
class WordsSightDbTest extends DeadlineWorld {
  private static final byte[] PDF = "%PDF-1.4 mẫu".getBytes(StandardCharsets.UTF_8);

  @Test
  void helperSeesWhereItsLeadStandsAndNotWhatItSays() {
    long task = give(Due.by(day("2020-09-25")), planning, finance);
    long whole = one(task).id();
    long part = ofTask(task).get(1).id();
    report(planning, whole);
    report(finance, part);
    assertThat(seenBy(actor(planning), whole)).isEqualTo("REPORTED Đã trình 1");
    assertThat(seenBy(actor(planning), part)).as("of its helper").isEqualTo("REPORTED Đã trình 1");
    assertThat(seenBy(actor(finance), part)).isEqualTo("REPORTED Đã trình 1");
    assertThat(seenBy(actor(finance), whole)).as("of its lead").isEqualTo("REPORTED null 0");
    assertThat(seenBy(office, whole)).isEqualTo("REPORTED Đã trình 1");
    long file = fact(office, whole).files().getFirst().id();
    assertThat(Acting.call(actor(planning), () -> duties.evidence(file))).isPresent();
    assertThat(Acting.call(actor(finance), () -> duties.evidence(file))).isEmpty();
    standOn("2020-08-20");
    Map<Long, RollUp> rollUps = Acting.call(actor(finance), () -> duties.rollUps(List.of(task)));
    assertThat(rollUps.values())
        .as("the roll-up is the same for all")
        .allMatch(r -> r.waiting() == 1);
  }

  @Test
  void helpersOfOneTaskDoNotReadEachOther() {
    long task = give(Due.by(day("2020-09-25")), planning, finance, building);
    long part = ofTask(task).get(1).id();
    report(finance, part);
    assertThat(seenBy(actor(building), part)).isEqualTo("REPORTED null 0");
  }

  @Test
  void whoTookTheWorkOverReadsWhatWasSaidBefore() {
    long task = give(Due.by(day("2020-09-25")), planning, finance);
    long whole = one(task).id();
    as(planning, whole, Deed.of(FactKind.PROGRESS, 0, "Đã lấy ý kiến"));
    as(planning, whole, Deed.handBack(1, building, "Thuộc Sở Xây dựng"));
    assertThat(seenBy(actor(building), whole)).isEqualTo("HANDED_BACK Thuộc Sở Xây dựng 0");
    as(building, whole, Deed.of(FactKind.ACCEPT_HAND, 2, "Nhận"));
    assertThat(seenBy(actor(building), whole)).isEqualTo("TRANSFERRED Nhận 0");
    assertThat(seenBy(actor(finance), whole)).isEqualTo("TRANSFERRED null 0");
  }

  private static void report(int body, long duty) {
    EvidenceFile file = new EvidenceFile("bao-cao.pdf", PDF);
    as(body, duty, new Deed(FactKind.REPORT, 0, null, null, "Đã trình", "12/BC", List.of(file)));
  }

  private static String seenBy(Actor actor, long duty) {
    ToldFact told = fact(actor, duty);
    State state = Acting.call(actor, () -> duties.find(duty)).orElseThrow().state();
    return state + " " + Objects.toString(told.fact().words()) + " " + told.files().size();
  }

  private static ToldFact fact(Actor actor, long duty) {
    return Acting.call(actor, () -> duties.history(duty)).getFirst();
  }

  private static Actor actor(int body) {
    Set<String> rights = Set.of("task.read", "task.report");
    return new Actor(900 + body, "mẫu", rights, false, List.of(body), List.of());
  }
}
