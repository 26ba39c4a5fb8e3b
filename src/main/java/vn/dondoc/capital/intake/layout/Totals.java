package vn.dondoc.capital.intake.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.MoneyCell;
import vn.dondoc.capital.intake.cell.Unit;
import vn.dondoc.capital.intake.cell.Words;

/** Adds up what stands under groups and totals, and says where they disagree, by how much. */
final class Totals {
  private final Sink sink;
  private final Map<Integer, Unit> units;
  private final Sum all = new Sum("", "", "");
  private final Map<Stated, String> above = new LinkedHashMap<>();
  private final Deque<Sum> open = new ArrayDeque<>();
  private Sum since = new Sum("", "", "");

  /**
   * @param units the unit of each column of money
   */
  Totals(Sink sink, Map<Integer, Unit> units) {
    this.sink = sink;
    this.units = units;
  }

  /**
   * Số ghi trong một ô cộng.
   *
   * @param column which
   * @param place its cell
   * @param dong đồng
   * @param decimals digits behind the point
   */
  record Stated(int column, String place, long dong, int decimals) {}

  /**
   * Nguồn vốn một nhóm ghi.
   *
   * @param words as its heading says it
   * @param place the cell of the heading
   */
  record Source(String words, String place) {}

  /** What was added up since a group began. */
  static final class Sum {
    private final String numbering;
    private final String title;
    private final String place;
    private final List<Stated> stated = new ArrayList<>();
    private final Map<Integer, Long> sums = new HashMap<>();
    private final Map<Integer, Integer> decimals = new HashMap<>();
    private int first;
    private int last;
    private int items;
    private @Nullable Source source;
    private @Nullable String owner;

    Sum(String numbering, String title, String place) {
      this.numbering = numbering;
      this.title = title;
      this.place = place;
    }

    private void add(int row, Map<Integer, MoneyCell.Read> amounts) {
      first = items == 0 ? row : first;
      last = row;
      items++;
      amounts.forEach((column, read) -> {
        if (read.dong() != null) {
          sums.merge(column, read.dong(), Long::sum);
          decimals.merge(column, read.decimals(), Math::max);
        }
      });
    }

    private long difference(Stated one) {
      return one.dong() - sums.getOrDefault(one.column(), 0L);
    }

    /** Rows and total were each rounded to the digits that are written. */
    private long slack(Stated one, Unit unit) {
      if (unit == Unit.DONG) {
        return 0;
      }
      int digits = Math.max(decimals.getOrDefault(one.column(), 0), one.decimals());
      return BigDecimal.valueOf(unit.inDong())
          .movePointLeft(digits)
          .multiply(BigDecimal.valueOf(items + 1L))
          .divide(BigDecimal.TWO, 0, RoundingMode.DOWN)
          .longValue();
    }
  }

  void item(int row, Map<Integer, MoneyCell.Read> amounts) {
    all.add(row, amounts);
    since.add(row, amounts);
    open.forEach(sum -> sum.add(row, amounts));
  }

  /** A group begins; those numbered as it is, and what stands in them, end. */
  void group(String numbering, String title, String place, List<Stated> stated) {
    if (open.stream().anyMatch(sum -> sum.numbering.equals(numbering))) {
      Sum closed;
      do {
        closed = open.pop();
        close(closed);
      } while (!closed.numbering.equals(numbering));
    }
    Sum sum = new Sum(numbering, title, place);
    sum.stated.addAll(stated);
    open.push(sum);
    since = new Sum("", "", "");
  }

  /** What the innermost group that says so is of. */
  void of(@Nullable Source source, @Nullable String owner) {
    Sum innermost = open.peek();
    if (innermost != null) {
      innermost.source = source;
      innermost.owner = owner;
    }
  }

  /** What the nearest heading that names a source says. */
  @Nullable Source source() {
    return open.stream().map(sum -> sum.source).filter(s -> s != null).findFirst().orElse(null);
  }

  @Nullable String owner() {
    return open.stream().map(sum -> sum.owner).filter(o -> o != null).findFirst().orElse(null);
  }

  /** A row of totals: above the rows it is of all of them, below them of what it fits. */
  void total(String title, List<Stated> stated) {
    if (all.items == 0) {
      stated.forEach(one -> above.put(one, title));
      return;
    }
    List<Sum> candidates = new ArrayList<>(open);
    candidates.add(since);
    candidates.add(all);
    Sum fits =
        candidates.stream()
            .filter(sum -> sum.items > 0)
            .filter(sum -> stated.stream().allMatch(one -> isWithin(sum, one)))
            .findFirst()
            .orElse(Words.folded(title).startsWith("cong") && since.items > 0 ? since : all);
    stated.forEach(one -> check(fits, title, one));
    since = new Sum("", "", "");
  }

  void end() {
    open.forEach(this::close);
    open.clear();
    above.forEach((one, title) -> check(all, title, one));
  }

  private void close(Sum sum) {
    boolean money = sum.stated.stream().anyMatch(one -> one.dong() != 0);
    if (sum.items == 0 && money) {
      sink.stop(sum.place, "capital.intake.group_empty", sum.title);
    } else if (sum.items > 0) {
      sum.stated.forEach(one -> check(sum, sum.title, one));
    }
  }

  private boolean isWithin(Sum sum, Stated one) {
    return Math.abs(sum.difference(one)) <= sum.slack(one, unit(one));
  }

  private Unit unit(Stated one) {
    return units.getOrDefault(one.column(), Unit.DONG);
  }

  private void check(Sum sum, String title, Stated one) {
    long difference = sum.difference(one);
    if (difference == 0) {
      return;
    }
    Object[] told = {
      title, one.dong(), one.dong() - difference, Math.abs(difference), sum.first, sum.last
    };
    if (isWithin(sum, one)) {
      sink.look(one.place(), "capital.intake.total_rounded", told);
    } else {
      sink.stop(one.place(), "capital.intake.total_differs", told);
    }
  }
}
