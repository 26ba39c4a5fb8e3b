package vn.dondoc.project;

import java.util.HashMap;
import java.util.Map;

/** Điều đã đổi, as the audit keeps it. */
final class ProjectChange {
  private ProjectChange() {}

  static Map<String, Object> facts(ProjectFacts facts) {
    Map<String, Object> said = new HashMap<>();
    said.put("code", facts.codes().national());
    said.put("budget_code", facts.codes().budget());
    said.put("name", facts.name());
    said.put("owner", facts.ownerId());
    said.put("level", facts.classing().level());
    said.put("nature", facts.classing().nature());
    said.put("group", facts.classing().group());
    said.put("sector", facts.classing().sector());
    said.put("from_year", facts.time().fromYear());
    said.put("until_year", facts.time().untilYear());
    said.put("capacity", facts.capacity());
    said.put("places", facts.places());
    return said;
  }

  static Map<String, Object> facts(NewDecision decision) {
    Map<String, Object> said = new HashMap<>();
    said.put("kind", decision.kind());
    said.put("number", decision.number());
    said.put("signed_on", decision.signedOn().toString());
    said.put("issuer", decision.issuer());
    said.put("value_vnd", decision.valueVnd());
    said.put("summary", decision.summary());
    return said;
  }
}
