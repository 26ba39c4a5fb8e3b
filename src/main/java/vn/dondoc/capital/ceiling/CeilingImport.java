package vn.dondoc.capital.ceiling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.source.Ceiling;
import vn.dondoc.capital.source.Source;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.project.Project;
import vn.dondoc.project.Projects;

/** Đọc lại bảng trung hạn: everything that is wrong with its cell, then all of it or nothing. */
@Component
class CeilingImport {
  static final int MOST = 5_000;

  private static final int LONGEST_DOCUMENT = 300;
  private static final int LONGEST_TERM = 10;
  private static final long MOST_VND = 1_000_000_000_000_000L;
  private static final CeilingFilter ALL =
      new CeilingFilter("", "", "", CeilingFilter.Only.ALL, CeilingFilter.Sort.NAME, null);

  private final CeilingStore store;
  private final Projects projects;
  private final Sources sources;
  private final ProvinceDay day;

  CeilingImport(CeilingStore store, Projects projects, Sources sources, ProvinceDay day) {
    this.store = store;
    this.projects = projects;
    this.sources = sources;
    this.day = day;
  }

  /** What is known while a sheet is read. */
  private record Known(
      Map<Long, CeilingRow> byKey,
      Map<String, CeilingRow> byRing,
      Map<String, Project> byCode,
      Set<String> sources) {}

  /**
   * Reads a sheet; nothing is written.
   *
   * @throws Refusal with every problem, each with its sheet and cell
   */
  @Transactional(readOnly = true)
  public List<ImportedCeiling> read(SheetTable table) {
    if (table.rows().size() > MOST) {
      throw Refusal.of(
          CeilingRefusal.MANY, table.sheet(), table.sheet(), table.rows().size(), MOST);
    }
    if (table.rows().isEmpty()) {
      throw Refusal.of(CeilingRefusal.EMPTY, table.sheet(), table.sheet());
    }
    Known known = known(table);
    List<Problem> problems = new ArrayList<>();
    List<ImportedCeiling> rows = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (SheetTable.Line line : table.rows()) {
      ImportedCeiling row = row(line, known, problems);
      if (row == null) {
        continue;
      }
      Integer other = seen.putIfAbsent(ring(row.fresh()), row.number());
      if (other != null) {
        problems.add(line.problem("code", CeilingRefusal.TWICE.key(), row.project(), other));
      }
      rows.add(row);
    }
    if (!problems.isEmpty()) {
      throw Refusal.of(CeilingRefusal.LINES, problems);
    }
    return rows;
  }

  /**
   * Writes what was read, all or nothing.
   *
   * @return how many ceilings are new or changed
   */
  @Transactional
  public int write(List<ImportedCeiling> rows) {
    List<Ceiling> fresh =
        rows.stream()
            .filter(row -> row.kind() != ImportedCeiling.Kind.SAME)
            .map(ImportedCeiling::fresh)
            .toList();
    if (!fresh.isEmpty()) {
      sources.limit(fresh);
    }
    return fresh.size();
  }

  private Known known(SheetTable table) {
    LocalDate today = day.today();
    List<CeilingRow> all = store.all(ALL, today);
    Set<String> codes = new HashSet<>();
    table.rows().forEach(line -> codes.add(line.text("code")));
    codes.remove("");
    Map<String, Project> byCode = new HashMap<>();
    for (Project project : projects.coded(codes)) {
      put(byCode, project.facts().codes().national(), project);
      put(byCode, project.facts().codes().budget(), project);
    }
    return new Known(
        all.stream().collect(Collectors.toMap(CeilingRow::id, Function.identity())),
        all.stream()
            .collect(
                Collectors.toMap(
                    row -> ring(row.project().id(), row.source(), row.term()),
                    Function.identity())),
        byCode,
        sources.all().stream().map(Source::code).collect(Collectors.toSet()));
  }

  private static void put(Map<String, Project> byCode, @Nullable String code, Project project) {
    if (code != null) {
      byCode.put(code, project);
    }
  }

  private static String ring(Ceiling ceiling) {
    return ring(
        ceiling.projectId(), ceiling.source(), ceiling.fromYear() + "-" + ceiling.untilYear());
  }

  private static String ring(long project, String source, String term) {
    return project + " " + source + " " + term;
  }

  private static @Nullable ImportedCeiling row(
      SheetTable.Line line, Known known, List<Problem> problems) {
    int before = problems.size();
    CeilingRow keyed = keyed(line, known, problems);
    long project = 0;
    String name = "";
    Project coded = known.byCode().get(line.text("code"));
    if (keyed != null) {
      project = keyed.project().id();
      name = keyed.project().name();
    } else if (coded != null) {
      project = coded.id();
      name = coded.facts().name();
    } else if (line.text("key").isEmpty()) {
      problems.add(line.problem("code", CeilingRefusal.PROJECT.key(), line.text("code")));
    }
    String source = line.text("source");
    if (!known.sources().contains(source)) {
      problems.add(line.problem("source", CeilingRefusal.SOURCE.key(), source));
    }
    int from = year(line, "from");
    int until = year(line, "until");
    if (from == 0 || until < from || until - from >= LONGEST_TERM) {
      problems.add(
          line.problem(
              "until",
              CeilingRefusal.YEARS.key(),
              line.text("from"),
              line.text("until"),
              LONGEST_TERM));
    }
    Long amount = amount(line, problems);
    String document = document(line, problems);
    if (amount == null || problems.size() > before) {
      return null;
    }
    Ceiling fresh = new Ceiling(project, source, from, until, amount, document);
    CeilingRow stands = known.byRing().get(ring(fresh));
    fixed(line, keyed, stands, problems);
    return problems.size() > before
        ? null
        : new ImportedCeiling(line.row().number(), fresh, name, stands);
  }

  /** The row it was exported as; one said anew since then is no longer known by its key. */
  private static @Nullable CeilingRow keyed(
      SheetTable.Line line, Known known, List<Problem> problems) {
    String key = line.text("key");
    if (key.isEmpty()) {
      return null;
    }
    CeilingRow row = key.matches("\\d{1,18}") ? known.byKey().get(Long.parseLong(key)) : null;
    if (row == null) {
      boolean number = key.matches("\\d{1,18}");
      problems.add(
          line.problem("key", (number ? CeilingRefusal.STALE : CeilingRefusal.KEY).key(), key));
    }
    return row;
  }

  /** Project, source and term of an exported row stay; another of them is a row without a key. */
  private static void fixed(
      SheetTable.Line line,
      @Nullable CeilingRow keyed,
      @Nullable CeilingRow stands,
      List<Problem> problems) {
    if (keyed != null && (stands == null || stands.id() != keyed.id())) {
      problems.add(
          line.problem("source", CeilingRefusal.FIXED.key(), keyed.source(), keyed.term()));
    }
  }

  private static int year(SheetTable.Line line, String column) {
    String text = line.text(column);
    return text.matches("(19|20)\\d\\d") ? Integer.parseInt(text) : 0;
  }

  /** Whole đồng, as a number or as digits with dots or spaces between groups of three. */
  private static @Nullable Long amount(SheetTable.Line line, List<Problem> problems) {
    String text = line.text("amount");
    boolean whole = text.matches("\\d{1,16}") || text.matches("\\d{1,3}([.\\s\\u00a0]\\d{3})+");
    Long amount = whole ? Long.valueOf(text.replaceAll("\\D", "")) : null;
    if (amount == null || amount > MOST_VND) {
      problems.add(line.problem("amount", CeilingRefusal.AMOUNT.key(), text, MOST_VND));
      return null;
    }
    return amount;
  }

  private static String document(SheetTable.Line line, List<Problem> problems) {
    String document = line.text("document");
    if (document.isEmpty() || document.length() > LONGEST_DOCUMENT) {
      problems.add(
          line.problem(
              "document", CeilingRefusal.DOCUMENT.key(), document.length(), LONGEST_DOCUMENT));
    }
    return document;
  }
}
