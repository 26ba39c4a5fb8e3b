package vn.dondoc.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;

/** Các quyết định về dự án: recorded, put right, told to whoever counts by them. */
@Component
class Decisions {
  private final DecisionStore store;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;
  private final ApplicationEventPublisher news;

  Decisions(
      DecisionStore store,
      ProjectReference reference,
      AuditTrail audit,
      ProvinceDay day,
      ApplicationEventPublisher news) {
    this.store = store;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
    this.news = news;
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
    checked(said, on, store.of(id), null).refuse();
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
    checked(said, day.today(), known, before).why(why).refuse();
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

  private void tell(long id, String kind) {
    String effect = store.effect(kind);
    if (effect.equals("total") || effect.equals("settlement")) {
      news.publishEvent(new InvestmentDecided(id));
    }
  }
}
