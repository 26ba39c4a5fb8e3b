package vn.dondoc.agency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.ReferenceTable;
import vn.dondoc.exchange.ReferenceTable.Row;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;

/**
 * Dữ liệu tham chiếu cơ quan: the province's bodies, the committees every unit has, and the groups
 * official texts name. Loading the same files again changes nothing. Places are loaded before.
 */
@Component
public class AgencyReference {
  private static final List<String> BODY_COLUMNS =
      List.of(
          "body",
          "name",
          "short_name",
          "kind",
          "place",
          "parent",
          "head_title",
          "from",
          "until",
          "aliases",
          "source",
          "confidence",
          "note");
  private static final List<String> GROUP_COLUMNS =
      List.of(
          "body", "name", "members", "from", "until", "aliases", "source", "confidence", "note");
  private static final Set<String> RULE_KEYS =
      Set.of("code", "kind", "prefix", "level", "type", "due_year");

  private final ReferenceStore store;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final @Nullable Path directory;

  AgencyReference(
      ReferenceStore store,
      PlatformTransactionManager transactions,
      AuditTrail audit,
      @Value("${dondoc.reference:}") String directory) {
    this.store = store;
    this.transaction = new TransactionTemplate(transactions);
    this.audit = audit;
    this.directory = directory.isBlank() ? null : Path.of(directory);
  }

  /**
   * Loads bodies, groups and their members.
   *
   * @return how many rows changed; 0 when the database already says what the files say
   * @throws Refusal naming file, line and column, or what the database would not take
   */
  public int load() {
    return Acting.call(
        Actor.system("agency.reference"),
        () -> {
          try {
            return Objects.requireNonNull(transaction.execute(status -> told(loadFiles())));
          } catch (DataIntegrityViolationException e) {
            throw Refusal.of(
                AgencyRefusal.REFERENCE,
                "agency",
                String.valueOf(e.getMostSpecificCause().getMessage()));
          }
        });
  }

  /** A load that changed something is an act of the system; the same files again are none. */
  private int told(int changed) {
    if (changed > 0) {
      audit.record(
          new Act(
              "agency.reference.load",
              "agency.reference",
              "agency",
              null,
              Map.of(),
              Map.of("rows", changed)));
    }
    return changed;
  }

  private int loadFiles() {
    ReferenceTable bodies = table("bodies.csv", BODY_COLUMNS);
    ReferenceTable groups = table("groups.csv", GROUP_COLUMNS);
    requireKinds(bodies);
    Set<String> known = new HashSet<>(bodies.column(row -> row.text("body")));
    requireKnown(bodies, "parent", known);
    int changed = wording();
    changed += bodies(bodies) + placeBodies() + parents(bodies) + successions(known);
    return changed + groups(groups);
  }

  private int wording() {
    ReferenceTable trimmings = table("trimmings.csv", List.of("words", "at"));
    ReferenceTable vague = table("vague.csv", List.of("words"));
    return store.apply(
            ReferenceStore.TRIMMINGS,
            Map.of("words", text(trimmings, "words"), "at", text(trimmings, "at")))
        + store.apply(ReferenceStore.VAGUE, Map.of("words", text(vague, "words")));
  }

  private int bodies(ReferenceTable t) {
    int changed = body(t, t.column(row -> row.text("kind")), optional(t, "place"));
    changed += names(t);
    return changed
        + store.apply(
            ReferenceStore.HEADS,
            Map.of("code", text(t, "body"), "title", optional(t, "head_title")));
  }

  private int parents(ReferenceTable t) {
    return store.apply(
        ReferenceStore.PARENTS, Map.of("code", text(t, "body"), "parent", optional(t, "parent")));
  }

  private int body(ReferenceTable t, List<String> kinds, List<? extends @Nullable String> places) {
    return store.apply(
        ReferenceStore.BODIES,
        Map.of(
            "code", text(t, "body"),
            "kind", kinds,
            "place", places,
            "from", days(t, "from"),
            "until", days(t, "until"),
            "source", text(t, "source"),
            "confidence", text(t, "confidence"),
            "note", optional(t, "note")));
  }

  /** Official name, abbreviation and other names of every row, one under the other. */
  private int names(ReferenceTable t) {
    List<String> codes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    boolean abbreviated = t.columns().contains("short_name");
    for (Row row : t.rows()) {
      String code = row.text("body");
      add(codes, names, kinds, List.of(code, row.text("name"), "official"));
      String shortName = abbreviated ? row.optional("short_name") : null;
      if (shortName != null) {
        add(codes, names, kinds, List.of(code, shortName, "abbreviation"));
      }
      row.list("aliases").forEach(a -> add(codes, names, kinds, List.of(code, a, "alias")));
    }
    return store.apply(ReferenceStore.NAMES, Map.of("code", codes, "name", names, "kind", kinds));
  }

  private static void add(
      List<String> codes, List<String> names, List<String> kinds, List<String> values) {
    codes.add(values.get(0));
    names.add(values.get(1));
    kinds.add(values.get(2));
  }

  private int placeBodies() {
    ReferenceTable t =
        table(
            "per-place.csv",
            List.of(
                "prefix", "level", "types", "kind", "name", "short_name", "aliases", "head_title"));
    requireKinds(t);
    Map<String, List<? extends @Nullable String>> rules =
        Map.of(
            "prefix", text(t, "prefix"),
            "level", text(t, "level"),
            "types", optional(t, "types"),
            "kind", text(t, "kind"),
            "title", optional(t, "head_title"));
    Map<String, List<? extends @Nullable String>> worded = new HashMap<>(rules);
    worded.putAll(wording(t));
    return store.apply(ReferenceStore.PLACE_BODIES, rules)
        + store.apply(ReferenceStore.PLACE_NAMES, worded)
        + store.apply(ReferenceStore.PLACE_HEADS, rules)
        + store.apply(ReferenceStore.PLACE_PARENTS, rules)
        + store.apply(ReferenceStore.PLACE_SUCCESSIONS, rules);
  }

  private static Map<String, List<@Nullable String>> wording(ReferenceTable t) {
    Map<String, List<@Nullable String>> words = new LinkedHashMap<>();
    List.of("w_prefix", "w_level", "w_types", "w_pattern", "w_kind")
        .forEach(name -> words.put(name, new ArrayList<>()));
    for (Row row : t.rows()) {
      List<List<String>> patterns = new ArrayList<>();
      patterns.add(List.of("official", row.text("name")));
      String shortName = row.optional("short_name");
      if (shortName != null) {
        patterns.add(List.of("abbreviation", shortName));
      }
      row.list("aliases").forEach(alias -> patterns.add(List.of("alias", alias)));
      for (List<String> pattern : patterns) {
        Objects.requireNonNull(words.get("w_prefix")).add(row.text("prefix"));
        Objects.requireNonNull(words.get("w_level")).add(row.text("level"));
        Objects.requireNonNull(words.get("w_types")).add(row.optional("types"));
        Objects.requireNonNull(words.get("w_pattern")).add(pattern.get(1));
        Objects.requireNonNull(words.get("w_kind")).add(pattern.get(0));
      }
    }
    return words;
  }

  private int successions(Set<String> known) {
    ReferenceTable t =
        table(
            "successions.csv",
            List.of("body", "successor", "on", "share", "legal_basis", "confidence"));
    requireKnown(t, "body", known);
    requireKnown(t, "successor", known);
    return store.apply(
        ReferenceStore.SUCCESSIONS,
        Map.of(
            "code", text(t, "body"),
            "successor", text(t, "successor"),
            "on", days(t, "on"),
            "share", text(t, "share"),
            "basis", text(t, "legal_basis"),
            "confidence", text(t, "confidence")));
  }

  private int groups(ReferenceTable t) {
    int changed =
        body(t, t.column(row -> BodyKind.GROUP.name()), t.<@Nullable String>column(row -> null));
    changed += names(t);
    Map<String, List<@Nullable String>> rules = new LinkedHashMap<>();
    List<String> keys =
        List.of("group", "code", "kind", "prefix", "level", "type", "attribute", "value");
    keys.forEach(key -> rules.put(key, new ArrayList<>()));
    for (Row row : t.rows()) {
      for (String rule : row.list("members")) {
        Map<String, String> parts = rule(row, t.name(), rule);
        keys.forEach(key -> Objects.requireNonNull(rules.get(key)).add(parts.get(key)));
      }
    }
    return changed + store.apply(ReferenceStore.MEMBERS, rules);
  }

  /** {@code "prefix=UBND level=commune due_year=2020"} as columns. */
  private static Map<String, String> rule(Row row, String file, String rule) {
    Map<String, String> parts = new HashMap<>();
    parts.put("group", row.text("body"));
    for (String part : rule.split("\\s+")) {
      int at = part.indexOf('=');
      String key = at < 0 ? part : part.substring(0, at);
      if (at < 0 || !RULE_KEYS.contains(key)) {
        throw Refusal.of(
            AgencyRefusal.REFERENCE,
            List.of(
                Problem.at(
                    file + ":" + row.line() + ":members",
                    "agency.problem.rule",
                    file,
                    row.line(),
                    part)));
      }
      String value = part.substring(at + 1);
      if (key.equals("due_year")) {
        parts.put("attribute", key);
        parts.put("value", value);
      } else {
        parts.put(key, value);
      }
    }
    return parts;
  }

  private static void requireKinds(ReferenceTable t) {
    List<Problem> problems = new ArrayList<>();
    for (Row row : t.rows()) {
      if (BodyKind.of(row.text("kind")).isEmpty()) {
        problems.add(unknown(t, row, "kind", row.text("kind")));
      }
    }
    throwAll(problems);
  }

  private static void requireKnown(ReferenceTable t, String column, Set<String> known) {
    List<Problem> problems = new ArrayList<>();
    for (Row row : t.rows()) {
      String code = row.optional(column);
      if (code != null && !known.contains(code)) {
        problems.add(unknown(t, row, column, code));
      }
    }
    throwAll(problems);
  }

  private static Problem unknown(ReferenceTable t, Row row, String column, String value) {
    return Problem.at(
        t.name() + ":" + row.line() + ":" + column,
        "agency.problem.unknown",
        t.name(),
        row.line(),
        column,
        value);
  }

  private static void throwAll(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Refusal.of(AgencyRefusal.REFERENCE, problems);
    }
  }

  private ReferenceTable table(String file, List<String> columns) {
    return ReferenceTable.read(directory, "agency/" + file, columns);
  }

  private static List<String> text(ReferenceTable table, String column) {
    return table.column(row -> row.text(column));
  }

  private static List<@Nullable String> optional(ReferenceTable table, String column) {
    Function<Row, @Nullable String> value = row -> row.optional(column);
    return table.column(value);
  }

  private static List<@Nullable String> days(ReferenceTable table, String column) {
    Function<Row, @Nullable String> value = row -> Objects.toString(row.day(column), null);
    return table.column(value);
  }
}
