package vn.dondoc.project.works;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.project.Choices;
import vn.dondoc.project.contract.Contract;
import vn.dondoc.project.contract.Contracts;
import vn.dondoc.project.contract.Terms;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;

/** Hợp đồng: signed, or amended with a reason. What was accepted and found only goes out. */
@Component
class ContractRows implements WorksRows<Contract> {
  private final Contracts contracts;

  ContractRows(Contracts contracts) {
    this.contracts = contracts;
  }

  @Override
  public WorksList list() {
    return WorksList.CONTRACT;
  }

  @Override
  public Map<Long, List<Contract>> of(Collection<Long> projects) {
    return contracts.of(projects).stream().collect(Collectors.groupingBy(Contract::projectId));
  }

  @Override
  public Map<String, Object> values(Contract one, WorksNames names) {
    Map<String, Object> values = new HashMap<>(values(one.terms()));
    values.put("key", Long.toString(one.id()));
    values.put("step", one.step());
    values.put("number", one.number());
    values.put("first_ends", one.firstEndsOn());
    values.put("accepted", one.progress().acceptedVnd());
    values.put("found", one.progress().paceFindings() + one.progress().otherFindings());
    return values;
  }

  private static Map<String, Object> values(Terms terms) {
    Map<String, Object> values = new HashMap<>();
    values.put("kind", new Picked(Choices.CONTRACT, terms.kind()));
    values.put("package", terms.workPackage());
    values.put("contractor", terms.contractor());
    values.put("tax", terms.taxCode());
    values.put("value", terms.valueVnd());
    values.put("signed", terms.signedOn());
    values.put("starts", terms.startsOn());
    values.put("ends", terms.endsOn());
    return values;
  }

  @Override
  public @Nullable WorksRow read(WorksLine line, List<Contract> there, WorksNames names) {
    Typed typed = line.typed();
    String key = typed.words("key");
    String number = typed.words("number");
    Contract before =
        there.stream()
            .filter(one ->
                key.isEmpty() ? one.number().equalsIgnoreCase(number) : one.id() == Paths.id(key))
            .findFirst()
            .orElse(null);
    Terms terms = terms(line, before == null ? null : before.terms(), names);
    long project = line.project().id();
    if (before == null) {
      String why = typed.words("why");
      if (!key.isEmpty()) {
        line.wrong("key", "line_key", key);
      } else if (line.isFresh() && !why.isEmpty()) {
        line.wrong("why", "line_why");
      }
      Runnable sign = () -> contracts.sign(project, number, terms);
      String identity = project + " " + number.toLowerCase(Locale.ROOT);
      return line.fresh(identity, number, new WorksLine.Said(Map.of(), values(terms), sign));
    }
    if (!key.isEmpty()) {
      line.hold("number", before.number());
    }
    Runnable amend =
        () -> contracts.amend(project, before.id(), before.step(), terms, typed.words("why"));
    return line.known(
        "id " + before.id(),
        before.number(),
        before.step(),
        new WorksLine.Said(values(before.terms()), values(terms), amend));
  }

  private static Terms terms(WorksLine line, @Nullable Terms before, WorksNames names) {
    Typed typed = line.typed();
    return new Terms(
        typed.choice("kind", "project.contract.kind", names.choices(), Choices.CONTRACT),
        line.kept("package", before == null ? null : before.workPackage()),
        line.kept("contractor", before == null ? null : before.contractor()),
        line.keptOptional("tax", before == null ? null : before.taxCode()),
        typed.money("value", "project.contract.value"),
        typed.day("signed", "project.contract.signed"),
        typed.optionalDay("starts", "project.contract.starts"),
        typed.day("ends", "project.contract.ends"));
  }
}
