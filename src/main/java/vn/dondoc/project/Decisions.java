package vn.dondoc.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.InvestmentFloor.Total;
import vn.dondoc.project.funding.PaidProject;
import vn.dondoc.project.funding.PaidProject.Paid;

/** Các quyết định về dự án: recorded, put right, told to whoever counts by them. */
@Component
class Decisions {
  private final DecisionStore store;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final ApplicationEventPublisher news;
  private final List<PaidProject> ledgers;

  Decisions(
      DecisionStore store,
      ProjectReference reference,
      AuditTrail audit,
      ProvinceDay day,
      ApplicationEventPublisher news,
      List<PaidProject> ledgers) {
    this.store = store;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
    this.news = news;
    this.ledgers = List.copyOf(ledgers);
  }

  boolean settles(String kind) {
    return store.effect(kind).equals("settlement");
  }

  List<Decision> of(long project) {
    return store.of(project);
  }

  /**
   * Records a decision.
   *
   * @param on the day it is said on; before today only for a load of history
   * @return its id
   * @throws Refusal with every problem; also when the same decision is there
   */
  long record(long id, NewDecision said, LocalDate on) {
    List<Decision> known = store.of(id);
    ProjectCheck check = checked(said, on, known, null);
    above(id, known, null, said, check);
    check.refuse();
    long decision = store.add(id, said, DecisionStore.Correction.NONE, on);
    audit.record(Projects.act("project.decide", id, null, Map.of(), ProjectChange.facts(said)));
    tell(id, said.kind());
    return decision;
  }

  /**
   * Puts a decision right, or takes it back when it was recorded in error; the first stays
   * readable.
   *
   * @param instead what it says; null takes it back
   * @throws Refusal with every problem; also when it was put right already
   */
  void correct(long id, long decisionId, @Nullable NewDecision instead, String why) {
    List<Decision> known = store.of(id);
    Decision before =
        known.stream()
            .filter(one -> one.id() == decisionId)
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProjectRefusal.DECISION, "", Long.toString(decisionId)));
    if (!before.counts()) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", before.content().number());
    }
    NewDecision said = instead == null ? before.content() : instead;
    ProjectCheck check = checked(said, day.today(), known, before).why(why);
    above(id, known, before, instead, check);
    check.refuse();
    try {
      store.add(
          id,
          said,
          new DecisionStore.Correction(decisionId, instead == null, why.strip()),
          day.today());
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", before.content().number());
    }
    audit.record(
        Projects.act(
            "project.correct_decision",
            id,
            why.strip(),
            ProjectChange.facts(before.content()),
            instead == null ? Map.of() : ProjectChange.facts(instead)));
    tell(id, said.kind());
    if (!before.content().kind().equals(said.kind())) {
      tell(id, before.content().kind());
    }
  }

  private ProjectCheck checked(
      NewDecision said, LocalDate on, List<Decision> known, @Nullable Decision before) {
    ProjectCheck check =
        new ProjectCheck(reference.choices())
            .decision(said, store.effect(said.kind()), on)
            .said(on, day.today());
    boolean twice =
        known.stream()
            .filter(one -> one.counts() && (before == null || one.id() != before.id()))
            .map(Decision::content)
            .anyMatch(one ->
                one.kind().equals(said.kind())
                    && one.number().equalsIgnoreCase(said.number().strip())
                    && one.signedOn().equals(said.signedOn()));
    return twice
        ? check.add("number", ProjectRefusal.TWICE, said.number(), said.signedOn())
        : check;
  }

  /** The total stays at or above what is paid, whichever decision comes, is put right or goes. */
  private void above(
      long id,
      List<Decision> known,
      @Nullable Decision before,
      @Nullable NewDecision said,
      ProjectCheck check) {
    Map<String, String> effects = store.effects();
    List<Total> were = new ArrayList<>();
    List<Total> are = new ArrayList<>();
    for (Decision one : known) {
      if (one.counts()) {
        total(one.content(), one.id(), effects, were);
        if (before == null || one.id() != before.id()) {
          total(one.content(), one.id(), effects, are);
        }
      }
    }
    if (said != null) {
      total(said, Long.MAX_VALUE, effects, are);
    }
    if (were.equals(are)) {
      return;
    }
    List<Paid> paid = ledgers.stream().flatMap(ledger -> ledger.paid(id).stream()).toList();
    InvestmentFloor.broken(were, are, paid)
        .ifPresent(broken ->
            check.add(
                "value",
                broken.totalVnd() == 0 ? ProjectRefusal.NO_TOTAL : ProjectRefusal.BELOW_PAID,
                broken.totalVnd(),
                broken.on(),
                broken.paidVnd(),
                broken.paidVnd() - broken.totalVnd()));
  }

  private static void total(
      NewDecision said, long order, Map<String, String> effects, List<Total> totals) {
    Long value = said.valueVnd();
    String effect = effects.getOrDefault(said.kind(), "none");
    if (value != null && value > 0 && (effect.equals("total") || effect.equals("policy"))) {
      totals.add(new Total(said.signedOn(), order, effect.equals("total"), value));
    }
  }

  private void tell(long id, String kind) {
    String effect = store.effect(kind);
    if (effect.equals("total") || effect.equals("settlement")) {
      news.publishEvent(new InvestmentDecided(id));
    }
  }
}
