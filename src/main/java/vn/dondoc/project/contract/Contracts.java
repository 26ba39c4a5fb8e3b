package vn.dondoc.project.contract;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectCheck;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.ProjectRefusal;
import vn.dondoc.project.Projects;

/** Các hợp đồng: signed, amended, accepted part by part, found wanting and put right. */
@Component
@Transactional(readOnly = true)
public class Contracts {
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_WORDS = 2000;
  private static final int LONGEST_NOTE = 1000;

  private final ContractStore store;
  private final Projects projects;
  private final ProjectReference reference;
  private final AuditTrail audit;
  private final ProvinceDay day;

  Contracts(
      ContractStore store,
      Projects projects,
      ProjectReference reference,
      AuditTrail audit,
      ProvinceDay day) {
    this.store = store;
    this.projects = projects;
    this.reference = reference;
    this.audit = audit;
    this.day = day;
  }

  /** The contracts of a project as they stand today, by the day they were signed. */
  public List<Contract> of(long project) {
    return store.of(project, day.today());
  }

  /** The same of many projects at once. */
  public List<Contract> of(Collection<Long> projects) {
    return projects.isEmpty() ? List.of() : store.of(projects, day.today());
  }

  /**
   * One of a project.
   *
   * @throws Refusal when it has none such
   */
  public Contract required(long project, long id) {
    return store
        .find(id, day.today())
        .filter(contract -> contract.projectId() == project)
        .orElseThrow(
            () -> Refusal.of(ProjectRefusal.CONTRACT, Long.toString(id), Long.toString(id)));
  }

  /** Everything its terms ever said, newest first. */
  public List<Contract.Told> history(long contract) {
    return store.history(contract);
  }

  /** Acceptances that count, oldest first. */
  public List<Acceptance> acceptances(long contract) {
    return store.acceptances(contract, day.today());
  }

  /** What was found wrong, open ones first. */
  public List<Finding> findings(long contract) {
    return store.findings(contract);
  }

  /** Records a contract today. */
  @Transactional
  public long sign(long project, String number, Terms terms) {
    return sign(project, number, terms, day.today());
  }

  /**
   * Records a contract.
   *
   * @param on the day it is said on; before today only for a load of history
   * @return its id
   * @throws Refusal with every problem; also when the project has one of that number
   */
  @Transactional
  public long sign(long project, String number, Terms terms, LocalDate on) {
    Projects.refuseNotMine(projects.required(project));
    ProjectCheck check = check(terms, on);
    number(check, number);
    if (store.of(project, on).stream().anyMatch(one -> one.number().equalsIgnoreCase(number))) {
      check.add("number", ProjectRefusal.CONTRACT_TWICE, number);
    }
    check.refuse();
    long id = added(project, number, on);
    Contract fresh =
        new Contract(
            id, project, number, 0, terms, terms.endsOn(), new Contract.Progress(0, null, 0, 0, 0));
    store.addVersion(fresh, terms, null, on);
    record("project.contract", fresh, null, facts(terms));
    return id;
  }

  /**
   * Records what a contract says from now on; what it said stays.
   *
   * @param seen the step the change was made from
   * @throws Refusal with every problem; also when less is left than was accepted
   */
  @Transactional
  public void amend(long project, long id, int seen, Terms terms, String why) {
    Contract before = mine(project, id);
    if (before.step() != seen) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", before.number());
    }
    if (before.terms().equals(terms)) {
      throw Refusal.of(ProjectRefusal.UNCHANGED, "", before.number());
    }
    ProjectCheck check = check(terms, day.today()).why(why);
    over(check, before.progress().acceptedVnd(), terms.valueVnd());
    signedBefore(check, id, terms.signedOn());
    check.refuse();
    guarded(before, () -> store.addVersion(before, terms, why.strip(), day.today()));
    record("project.amend_contract", before, why.strip(), facts(terms));
  }

  /** Records what was accepted today. */
  @Transactional
  public void accept(long project, long id, Acceptance.Content said) {
    accept(project, id, said, day.today());
  }

  /**
   * Records what was accepted.
   *
   * @param on the day it is said on; before today only for a load of history
   * @throws Refusal with every problem; also when more is accepted than the contract is worth
   */
  @Transactional
  public void accept(long project, long id, Acceptance.Content said, LocalDate on) {
    Contract contract = mine(project, id);
    ProjectCheck check = check(said, contract, on);
    if (store.acceptances(id, on).stream()
        .anyMatch(one -> one.content().number().equalsIgnoreCase(said.number()))) {
      check.add("number", ProjectRefusal.ACCEPTANCE_TWICE, said.number());
    }
    over(check, contract.progress().acceptedVnd() + said.valueVnd(), contract.terms().valueVnd());
    check.refuse();
    guarded(contract, () -> store.accept(contract, said, ContractStore.Correction.NONE, on));
    record("project.accept", contract, null, facts(said));
  }

  /**
   * Puts an acceptance right, or takes it back when it was recorded in error.
   *
   * @param instead what it says; null takes it back
   * @throws Refusal with every problem; also when it was put right already
   */
  @Transactional
  public void correct(
      long project, long id, long acceptance, Acceptance.@Nullable Content instead, String why) {
    Contract contract = mine(project, id);
    LocalDate today = day.today();
    Acceptance before =
        store.acceptances(id, today).stream()
            .filter(one -> one.id() == acceptance)
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(ProjectRefusal.ACCEPTANCE, "", Long.toString(acceptance)));
    Acceptance.Content said = instead == null ? before.content() : instead;
    // What is taken back is recorded as it was, whatever is wrong with it.
    ProjectCheck check =
        instead == null
            ? new ProjectCheck(reference.choices()).why(why)
            : check(instead, contract, today).why(why);
    if (instead != null) {
      long others = contract.progress().acceptedVnd() - before.content().valueVnd();
      over(check, others + instead.valueVnd(), contract.terms().valueVnd());
    }
    check.refuse();
    ContractStore.Correction correction =
        new ContractStore.Correction(acceptance, instead == null, why.strip());
    guarded(contract, () -> store.accept(contract, said, correction, today));
    record(
        "project.correct_acceptance",
        contract,
        why.strip(),
        instead == null ? Map.of("void", acceptance) : facts(instead));
  }

  /**
   * Records what was found wrong.
   *
   * @throws Refusal with every problem
   */
  @Transactional
  public void note(long project, long id, Finding.Content said, LocalDate on) {
    Contract contract = mine(project, id);
    ProjectCheck check =
        new ProjectCheck(reference.choices())
            .choice("kind", Choices.FINDING, said.kind())
            .within("words", said.words(), LONGEST_WORDS)
            .said(on, day.today());
    if (said.words().isBlank()) {
      check.add("words", ProjectRefusal.NO_WHY);
    }
    LocalDate remedy = said.remedyOn();
    if (said.on().isAfter(on) || said.on().isBefore(contract.terms().signedOn())) {
      check.add("on", ProjectRefusal.FINDING_DAY, said.on(), contract.terms().signedOn(), on);
    }
    if (remedy != null && remedy.isBefore(said.on())) {
      check.add("remedy", ProjectRefusal.CLOSED_DAY, remedy, said.on());
    }
    check.refuse();
    store.note(contract, said, on);
    record("project.finding", contract, null, Map.of("kind", said.kind(), "words", said.words()));
  }

  /**
   * Records that it was put right.
   *
   * @throws Refusal with every problem; also when it was closed already
   */
  @Transactional
  public void close(long project, long id, long findingId, Finding.Closed said) {
    Contract contract = mine(project, id);
    Finding finding =
        store.findings(id).stream()
            .filter(one -> one.id() == findingId && one.closed() == null)
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProjectRefusal.FINDING, "", Long.toString(findingId)));
    ProjectCheck check =
        new ProjectCheck(reference.choices()).within("words", said.words(), LONGEST_WORDS);
    if (said.words().isBlank()) {
      check.add("words", ProjectRefusal.NO_WHY);
    }
    if (said.on().isBefore(finding.content().on()) || said.on().isAfter(day.today())) {
      check.add("on", ProjectRefusal.SINCE, said.on(), finding.content().on(), day.today());
    }
    check.refuse();
    guarded(contract, () -> store.close(contract, findingId, said, day.today()));
    record("project.close_finding", contract, null, Map.of("finding", findingId));
  }

  private long added(long project, String number, LocalDate on) {
    try {
      return store.add(project, number, on);
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CONTRACT_TWICE, "number", number);
    }
  }

  private Contract mine(long project, long id) {
    Projects.refuseNotMine(projects.required(project));
    return required(project, id);
  }

  private ProjectCheck check(Terms terms, LocalDate on) {
    ProjectCheck check =
        new ProjectCheck(reference.choices())
            .choice("kind", Choices.CONTRACT, terms.kind())
            .said(on, day.today());
    name(check, "package", terms.workPackage());
    name(check, "contractor", terms.contractor());
    String tax = terms.taxCode();
    if (tax != null && !tax.matches("[0-9-]{10,14}")) {
      check.add("tax", ProjectRefusal.TAX_CODE, tax);
    }
    if (terms.valueVnd() <= 0) {
      check.add("value", ProjectRefusal.VALUE, terms.valueVnd());
    }
    if (terms.signedOn().isAfter(on)) {
      check.add("signed", ProjectRefusal.SIGNED, terms.signedOn(), on);
    }
    LocalDate begins = terms.startsOn() == null ? terms.signedOn() : terms.startsOn();
    if (terms.endsOn().isBefore(begins)) {
      check.add("ends", ProjectRefusal.ENDS, terms.endsOn(), begins);
    }
    return check;
  }

  private ProjectCheck check(Acceptance.Content said, Contract contract, LocalDate on) {
    ProjectCheck check =
        new ProjectCheck(reference.choices())
            .within("words", said.words(), LONGEST_NOTE)
            .said(on, day.today());
    number(check, said.number());
    if (said.valueVnd() <= 0) {
      check.add("value", ProjectRefusal.VALUE, said.valueVnd());
    }
    LocalDate signed = contract.terms().signedOn();
    if (said.on().isAfter(on) || said.on().isBefore(signed)) {
      check.add("on", ProjectRefusal.SINCE, said.on(), signed, on);
    }
    return check;
  }

  private static void number(ProjectCheck check, String number) {
    if (number.isBlank() || number.length() > LONGEST_NUMBER) {
      check.add("number", ProjectRefusal.NUMBER, number, LONGEST_NUMBER);
    }
  }

  private static void name(ProjectCheck check, String place, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      check.add(place, ProjectRefusal.CONTRACTOR, name, LONGEST_NAME);
    }
  }

  private static void over(ProjectCheck check, long accepted, long worth) {
    if (accepted > worth) {
      check.add("value", ProjectRefusal.ACCEPTED_OVER, accepted, worth, accepted - worth);
    }
  }

  /** A contract is not signed after what was accepted or found of it. */
  private void signedBefore(ProjectCheck check, long contract, LocalDate signed) {
    store.acceptances(contract, day.today()).stream()
        .filter(one -> one.content().on().isBefore(signed))
        .min(Comparator.comparing(one -> one.content().on()))
        .ifPresent(one ->
            check.add(
                "signed",
                ProjectRefusal.SIGNED_ACCEPTED,
                signed,
                one.content().number(),
                one.content().on()));
    store.findings(contract).stream()
        .map(one -> one.content().on())
        .filter(signed::isAfter)
        .min(LocalDate::compareTo)
        .ifPresent(found -> check.add("signed", ProjectRefusal.SIGNED_FOUND, signed, found));
  }

  /** What others did in the same moment is refused by the database. */
  private static void guarded(Contract contract, Runnable write) {
    try {
      write.run();
    } catch (DuplicateKeyException raced) {
      throw Refusal.of(ProjectRefusal.CHANGED, "", contract.number());
    } catch (DataIntegrityViolationException raced) {
      if (String.valueOf(raced.getMessage()).contains("accepted")) {
        throw Refusal.of(ProjectRefusal.CHANGED, "", contract.number());
      }
      throw raced;
    }
  }

  private void record(String act, Contract contract, @Nullable String why, Map<String, ?> after) {
    Map<String, Object> told = new HashMap<>(after);
    told.put("contract", contract.number());
    audit.record(Projects.act(act, contract.projectId(), why, Map.of(), told));
  }

  private static Map<String, Object> facts(Terms terms) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("package", terms.workPackage());
    facts.put("contractor", terms.contractor());
    facts.put("value_vnd", terms.valueVnd());
    facts.put("signed_on", terms.signedOn().toString());
    facts.put("ends_on", terms.endsOn().toString());
    return facts;
  }

  private static Map<String, Object> facts(Acceptance.Content said) {
    return Map.of(
        "acceptance", said.number(), "on", said.on().toString(), "value_vnd", said.valueVnd());
  }
}
