package vn.dondoc.agency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.exchange.SheetBook;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetFinding;
import vn.dondoc.exchange.SheetTable;
import vn.dondoc.exchange.SheetTable.Line;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.place.Place;
import vn.dondoc.place.Places;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** Nhập danh bạ từ bảng tính: read whole, told whole, and written whole or not at all. */
@Component
class BodyImport {
  private final ListStore list;
  private final Places places;
  private final BodyEntry entry;
  private final BodyChange change;
  private final AuditTrail audit;

  BodyImport(ListStore list, Places places, BodyEntry entry, BodyChange change, AuditTrail audit) {
    this.audit = audit;
    this.list = list;
    this.places = places;
    this.entry = entry;
    this.change = change;
  }

  /** What is known on the day the sheet is read for. */
  private record Known(
      Map<String, ListedBody> bodies, Map<String, Place> places, Set<String> sheetCodes) {}

  @Transactional(readOnly = true)
  ImportPlan plan(String fileName, byte[] bytes, LocalDate day) {
    SheetBook book = read(fileName, bytes);
    SheetTable table = table(book);
    Known known = known(table, day);
    List<Problem> problems = new ArrayList<>();
    Map<String, String> seenCodes = new HashMap<>();
    Map<String, String> seenNames = new HashMap<>();
    List<SheetLine> fresh = new ArrayList<>();
    List<ImportPlan.Change> changes = new ArrayList<>();
    int same = 0;
    for (Line line : table.rows()) {
      SheetLine read = line(line);
      int before = problems.size();
      check(line, read, known, problems);
      repeated(line, BodySheet.CODE, read.code(), seenCodes, problems);
      String named = read.name() + "|" + read.placeCode();
      repeated(line, BodySheet.NAME, read.name().isEmpty() ? "" : named, seenNames, problems);
      ListedBody current = known.bodies().get(read.code());
      if (current == null && problems.size() == before) {
        problems.addAll(taken(read, known, day));
      }
      if (current == null) {
        fresh.add(read);
      } else if (read.says(current)) {
        same++;
      } else {
        changes.add(new ImportPlan.Change(current, read));
      }
    }
    // Codes are words made of figures: every column of this sheet is text.
    List<Problem> remarks =
        book.findings().stream()
            .filter(finding -> finding.kind() != SheetFinding.Kind.NUMBER_AS_TEXT)
            .map(SheetFinding::problem)
            .toList();
    return new ImportPlan(fileName, fresh, changes, same, problems, remarks);
  }

  /**
   * Writes what the plan said.
   *
   * @return how many bodies were added or changed
   * @throws Refusal with every problem; nothing is written then
   */
  @Transactional
  int commit(String fileName, byte[] bytes, LocalDate day) {
    ImportPlan plan = plan(fileName, bytes, day);
    if (!plan.problems().isEmpty()) {
      throw Refusal.of(AgencyRefusal.SHEET, plan.problems());
    }
    Map<String, Place> byCode = placesByCode(day);
    for (SheetLine line : plan.fresh()) {
      entry.create(newBody(line, byCode, day));
    }
    plan.fresh().forEach(line -> change.parent(line.code(), line.name(), line.parentCode()));
    for (ImportPlan.Change changed : plan.changes()) {
      change.apply(changed, placeId(changed.after(), byCode), day);
    }
    audit.record(
        new Act(
            "agency.sheet.import",
            "agency.sheet",
            fileName,
            null,
            Map.of(),
            Map.of("added", plan.fresh().size(), "changed", plan.changes().size())));
    return plan.fresh().size() + plan.changes().size();
  }

  private static NewBody newBody(SheetLine line, Map<String, Place> places, LocalDate day) {
    BodyKind kind = line.kind();
    return new NewBody(
        line.code(),
        line.name(),
        line.shortName(),
        kind == null ? BodyKind.OTHER : kind,
        placeId(line, places),
        null,
        line.otherNames(),
        line.head(),
        day,
        line.source());
  }

  private static @Nullable Integer placeId(SheetLine line, Map<String, Place> places) {
    Place place = places.get(line.placeCode());
    return place == null ? null : place.id();
  }

  private Known known(SheetTable table, LocalDate day) {
    Map<String, ListedBody> bodies =
        list.list(ListFilter.all(day), BodyFile.SHEET_SIZE).stream()
            .collect(Collectors.toMap(b -> b.body().code(), Function.identity()));
    Set<String> codes = new HashSet<>();
    table.rows().forEach(line -> codes.add(line.text(BodySheet.CODE)));
    return new Known(bodies, placesByCode(day), codes);
  }

  private Map<String, Place> placesByCode(LocalDate day) {
    return places.on(day).places().stream()
        .collect(Collectors.toMap(Place::code, Function.identity()));
  }

  private static void check(Line line, SheetLine read, Known known, List<Problem> problems) {
    if (read.name().isEmpty()) {
      problems.add(line.problem(BodySheet.NAME, "agency.sheet.no_name"));
    }
    String kind = line.text(BodySheet.KIND);
    if (read.kind() == null) {
      problems.add(line.problem(BodySheet.KIND, "agency.sheet.unknown_kind", kind));
    }
    if (!read.placeCode().isEmpty() && !known.places().containsKey(read.placeCode())) {
      problems.add(line.problem(BodySheet.PLACE, "agency.sheet.unknown_place", read.placeCode()));
    }
    String parent = read.parentCode();
    if (!parent.isEmpty()
        && !known.bodies().containsKey(parent)
        && !known.sheetCodes().contains(parent)) {
      problems.add(line.problem(BodySheet.PARENT, "agency.sheet.unknown_parent", parent));
    }
    if (!parent.isEmpty() && parent.equals(read.code())) {
      problems.add(line.problem(BodySheet.PARENT, "agency.sheet.own_parent", parent));
    }
    if (read.source().isEmpty()) {
      problems.add(line.problem(BodySheet.SOURCE, "agency.sheet.no_source"));
    }
  }

  private static void repeated(
      Line line, String column, String value, Map<String, String> seen, List<Problem> problems) {
    if (value.isEmpty()) {
      return;
    }
    SheetCell cell = line.cell(column);
    String earlier = seen.putIfAbsent(value, cell.place().toString());
    if (earlier != null) {
      problems.add(line.problem(column, "agency.sheet.repeated", cell.text(), earlier));
    }
  }

  /** What the directory itself has against a new body, told at the line's name. */
  private List<Problem> taken(SheetLine line, Known known, LocalDate day) {
    return entry.problemsOf(newBody(line, known.places(), day)).stream()
        .map(p -> {
          List<Object> arguments = new ArrayList<>();
          arguments.add(line.where());
          arguments.add(Texts.in(Language.VI).tell(p));
          return new Problem(line.where(), "agency.sheet.refused", arguments);
        })
        .toList();
  }

  private static SheetLine line(Line line) {
    return new SheetLine(
        line.cell(BodySheet.NAME).place().toString(),
        line.text(BodySheet.CODE),
        line.text(BodySheet.NAME),
        line.text(BodySheet.SHORT_NAME),
        BodySheet.kind(line.text(BodySheet.KIND)).orElse(null),
        line.text(BodySheet.PLACE),
        line.text(BodySheet.PARENT),
        line.text(BodySheet.ALIASES),
        line.text(BodySheet.HEAD),
        line.text(BodySheet.SOURCE));
  }

  private static SheetBook read(String fileName, byte[] bytes) {
    try {
      return Sheets.read(fileName, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table under its Vietnamese or English header. */
  private static SheetTable table(SheetBook book) {
    try {
      return book.table(BodySheet.columns(Texts.in(Language.VI)));
    } catch (Refusal vietnamese) {
      try {
        return book.table(BodySheet.columns(Texts.in(Language.EN)));
      } catch (Refusal english) {
        throw vietnamese;
      }
    }
  }
}
