package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Reading.Shape;

/**
 * Bảng phân công: rows of a plan whose columns give work, doer, partners and time. A table without
 * such a head is left to the grammar of sentences.
 */
final class TableRows {
  private static final int FEWEST_CELLS = 3;
  private static final Set<String> WORK = Deadlines.keys("nội nhiệm công việc hoạt tên danh");

  /** Where the columns stand; -1 for a column that is not there. */
  private record Columns(int work, int lead, int coordinate, int time) {
    boolean assigns() {
      return work >= 0 && (lead >= 0 || time >= 0);
    }
  }

  private record Cell(int from, int to) {
    boolean isEmpty() {
      return from >= to;
    }
  }

  private final Words words;
  private final Lexicon.Senses senses;
  private final GivenTimes times;
  private final ClauseGrammar grammar;
  private @Nullable Columns columns;
  private List<Party> lastLead = List.of();

  TableRows(Text text) {
    this.words = text.words();
    this.senses = text.senses();
    this.times = new GivenTimes(text);
    this.grammar = text.grammar();
  }

  /** Whether the words are a row of cells: "a | b | c". */
  static boolean isRow(Words words, int from, int to) {
    int bars = 0;
    for (int i = from; i < to; i++) {
      bars += words.isMark(i, '|') ? 1 : 0;
    }
    return bars >= FEWEST_CELLS - 1;
  }

  /** Takes a row of a table of assignments; other rows are read as sentences. */
  boolean take(int b, Block block, Gathering gathering) {
    if (!isRow(words, block.from(), block.to())) {
      leave();
      return false;
    }
    if (isHead(block)) {
      return true;
    }
    Draft draft = isOpen() ? task(b, block) : null;
    if (draft != null) {
      gathering.add(draft);
    }
    return isOpen();
  }

  /** Forgets the head of the table before. */
  private void leave() {
    columns = null;
    lastLead = List.of();
  }

  /** Takes the row as the head of a table when it names the columns of an assignment. */
  private boolean isHead(Block block) {
    Columns found = columns(cells(block.from(), block.to()));
    if (!found.assigns()) {
      return false;
    }
    columns = found;
    lastLead = List.of();
    return true;
  }

  private boolean isOpen() {
    return columns != null;
  }

  /** The task of a row; null where it holds none (a rule, a heading of rows). */
  private @Nullable Draft task(int b, Block block) {
    Columns at = columns;
    List<Cell> cells = cells(block.from(), block.to());
    Cell work = at == null ? new Cell(0, 0) : cell(cells, at.work());
    if (at == null || !holdsWords(work)) {
      return null;
    }
    Cell who = cell(cells, at.lead());
    Cell when = cell(cells, at.time());
    List<Party> lead = who.isEmpty() ? lastLead : leads(who);
    if (lead.isEmpty() && when.isEmpty()) {
      return null;
    }
    lastLead = lead;
    List<Party> partners = new ArrayList<>(partners(who));
    partners.addAll(named(cell(cells, at.coordinate())));
    int start = Math.min(work.from(), who.isEmpty() ? work.from() : who.from());
    Reading reading =
        new Reading(Shape.AGENCY, start, lead, partners, work.from(), start, start, -1, -1, 0.8);
    int end = Math.max(work.to(), Math.max(who.to(), when.to()));
    Draft draft = new Draft(b, reading, start, end);
    draft.actionTo = work.to();
    draft.works.set(0, new int[] {work.from(), work.to()});
    draft.given = when.isEmpty() ? null : times.due(when.from(), when.to());
    return draft;
  }

  private boolean holdsWords(Cell cell) {
    for (int i = cell.from(); i < cell.to(); i++) {
      if (words.isWord(i)) {
        return true;
      }
    }
    return false;
  }

  private Columns columns(List<Cell> cells) {
    int work = -1;
    int lead = -1;
    int coordinate = -1;
    int time = -1;
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = cells.get(c);
      if (cell.isEmpty() || cell.to() - cell.from() > 14) {
        continue;
      }
      if (time < 0 && has(cell, "thời")
          || has(cell, "hạn")
          || has(cell, "tiến") && has(cell, "độ")) {
        time = c;
      } else if (coordinate < 0 && has(cell, "phối") && !has(cell, "trì")) {
        coordinate = c;
      } else if (lead < 0
          && (has(cell, "trì") || (has(cell, "đơn") || has(cell, "cơ")) && doesWork(cell))) {
        lead = c;
      } else if (work < 0 && namesWork(cell)) {
        work = c;
      }
    }
    return new Columns(work, lead, coordinate, time);
  }

  private boolean namesWork(Cell cell) {
    for (int i = cell.from(); i < cell.to(); i++) {
      if (WORK.contains(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean doesWork(Cell cell) {
    return has(cell, "thực") || has(cell, "trách") || has(cell, "đầu") || has(cell, "quan");
  }

  private boolean has(Cell cell, String word) {
    for (int i = cell.from(); i < cell.to(); i++) {
      if (words.is(i, word)) {
        return true;
      }
    }
    return false;
  }

  private List<Cell> cells(int from, int to) {
    List<Cell> cells = new ArrayList<>();
    int start = words.isMark(from, '|') ? from + 1 : from;
    for (int i = start; i <= to; i++) {
      if (i == to || words.isMark(i, '|')) {
        if (i < to || i > start) {
          cells.add(new Cell(start, i));
        }
        start = i + 1;
      }
    }
    return cells;
  }

  private static Cell cell(List<Cell> cells, int at) {
    return at < 0 || at >= cells.size() ? new Cell(0, 0) : cells.get(at);
  }

  /** The doers of a cell, up to "phối hợp:" when the cell names both. */
  private List<Party> leads(Cell cell) {
    int end = partnersFrom(cell);
    return named(new Cell(cell.from(), end < 0 ? cell.to() : end));
  }

  private List<Party> partners(Cell cell) {
    int from = partnersFrom(cell);
    return from < 0 ? List.of() : named(new Cell(from, cell.to()));
  }

  private int partnersFrom(Cell cell) {
    for (int i = cell.from(); i < cell.to(); i++) {
      if (senses.has(Sense.COOP, i)) {
        return i;
      }
    }
    return -1;
  }

  /** What a cell names, as written where the lexicon knows nothing of it. */
  private List<Party> named(Cell cell) {
    int from = cell.from();
    while (from < cell.to()
        && (words.isOneOf(from, "-+:;,.")
            || senses.has(Sense.CHAIR, from)
            || senses.has(Sense.COOP, from)
            || words.is(from, "trì")
            || words.is(from, "hợp")
            || words.is(from, "với"))) {
      from++;
    }
    if (from >= cell.to() || !words.isWord(from)) {
      return List.of();
    }
    List<Party> parties = grammar.parties(from, cell.to());
    boolean whole = !parties.isEmpty() && parties.getLast().to() >= cell.to() - 1;
    return whole ? parties : pieces(from, cell.to());
  }

  private List<Party> pieces(int from, int to) {
    List<Party> all = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || words.isOneOf(i, ";,")) {
        int end = i;
        while (end > start && words.isOneOf(end - 1, ".")) {
          end--;
        }
        if (end > start) {
          all.add(new Party(start, end, Party.Form.BODY));
        }
        start = i + 1;
      }
    }
    return all;
  }
}
