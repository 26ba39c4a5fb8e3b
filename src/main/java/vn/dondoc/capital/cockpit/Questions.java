package vn.dondoc.capital.cockpit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.ledger.Closings;
import vn.dondoc.capital.ledger.Signed;
import vn.dondoc.capital.rate.RateDefinition;
import vn.dondoc.capital.rate.RateTarget;
import vn.dondoc.capital.rate.RateTargets;
import vn.dondoc.capital.rate.Rates;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Page;

/** Reads what an address asks of the plan of a year, and names what it finds. */
@Component
@Transactional(readOnly = true)
class Questions {
  private final Rates rates;
  private final RateTargets targets;
  private final Sources sources;
  private final ProjectReference register;
  private final Closings closings;
  private final ProvinceDay day;

  Questions(
      Rates rates,
      RateTargets targets,
      Sources sources,
      ProjectReference register,
      Closings closings,
      ProvinceDay day) {
    this.rates = rates;
    this.targets = targets;
    this.sources = sources;
    this.register = register;
    this.closings = closings;
    this.day = day;
  }

  /**
   * Nothing asked for: the definition of the year's target, else the one taken for such targets.
   */
  CockpitFilter read(Asked asked) {
    CockpitFilter read = CockpitFilter.of(asked, day.today(), rates.assumed(), rates.all());
    return asked.words(CockpitFilter.DEFINITION).isEmpty()
        ? target(read)
            .map(target -> read.by(rates.definition(target.said().definition())))
            .orElse(read)
        : read;
  }

  /** Whether the last day that is counted is of a closed period. */
  Signed signed(CockpitFilter filter) {
    return closings.signed(filter.counted());
  }

  List<RateDefinition> definitions() {
    return rates.all();
  }

  /** The target of the year as it was known on the day asked for. */
  Optional<RateTarget> target(CockpitFilter filter) {
    return targets.of(filter.year(), filter.day());
  }

  Naming naming(CockpitFilter filter, Page page, Map<String, String> owners, Regions map) {
    return Naming.of(page, filter.year(), sources.all(), owners).with(register.choices(), map);
  }
}
