package vn.dondoc.project;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.kernel.Refusal;

/**
 * Dữ liệu tham chiếu của sổ dự án: sectors, thresholds of the groups, states and their moves, pick
 * lists, who sees every project. Loading the same files again changes nothing. Bodies are loaded
 * before.
 */
@Component
public class ProjectReference {
  private static final String FOLDER = "project/";

  private final PickStore store;
  private final AuditTrail audit;
  private final @Nullable Path directory;

  ProjectReference(
      PickStore store, AuditTrail audit, @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.audit = audit;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /**
   * Loads every table.
   *
   * @return how many rows changed; 0 when the database already says what the files say
   * @throws Refusal naming file, line and column, or what the database would not take
   */
  @Transactional
  public int load() {
    try {
      int changed =
          store.sectors(
                  table("sectors", "sector", "kind", "name_vi", "name_en", "source", "confidence"))
              + store.thresholds(
                  table(
                      "thresholds",
                      "kind",
                      "group",
                      "from_vnd",
                      "from",
                      "until",
                      "basis",
                      "confidence"))
              + store.choices(table("choices", "list", "code", "name_vi", "name_en"))
              + store.clearanceStages(table("clearance-stages", "stage", "hands", "whole"))
              + store.decisionKinds(table("decision-kinds", "kind", "effect", "name_vi", "name_en"))
              + store.states(
                  table("states", "kind", "code", "name_vi", "name_en", "started", "finished"))
              + store.moves(table("moves", "kind", "from", "to", "backward"))
              + store.milestones(
                  table(
                      "milestones",
                      "milestone",
                      "procedure",
                      "procedure_vi",
                      "procedure_en",
                      "name_vi",
                      "name_en",
                      "starts",
                      "basis",
                      "confidence"))
              + store.overseers(table("overseers", "body", "from", "until", "writes", "basis"));
      if (changed > 0) {
        audit.record(
            new Act(
                "project.reference.load",
                "project.reference",
                "project",
                null,
                Map.of(),
                Map.of("rows", changed)));
      }
      return changed;
    } catch (DataIntegrityViolationException e) {
      throw Refusal.of(
          ProjectRefusal.REFERENCE,
          "project",
          String.valueOf(e.getMostSpecificCause().getMessage()));
    }
  }

  /** Every list a person picks from. */
  @Transactional(readOnly = true)
  public Choices choices() {
    return store.picks();
  }

  /** The group a total makes a project of a sector on a day; empty where no law says so. */
  @Transactional(readOnly = true)
  public Optional<String> group(String sector, long totalVnd, LocalDate day) {
    return store.group(sector, totalVnd, day);
  }

  private ReferenceTable table(String name, String... columns) {
    return ReferenceTable.read(directory, FOLDER + name + ".csv", List.of(columns));
  }
}
