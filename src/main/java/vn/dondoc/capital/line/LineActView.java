package vn.dondoc.capital.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.Millions;
import vn.dondoc.web.Page;

/**
 * Thao tác tay as its page shows it: a form first, then before and after.
 *
 * @param head the line
 * @param kind which act
 * @param form what was typed
 * @param entry the entry to correct; null for other acts
 * @param offered lines that may receive
 * @param closedUntil the last day that is closed; null while none is
 * @param change what it comes to; null while the form is filled in
 */
record LineActView(
    LineHead head,
    Kind kind,
    LineActForm form,
    @Nullable BookedEntry entry,
    List<LineActStore.Candidate> offered,
    @Nullable LocalDate closedUntil,
    @Nullable LineChange change) {
  private static final long MILLION = 1_000_000;
  private static final int BILLION_DIGITS = 9;

  /** Loại thao tác. */
  enum Kind {
    MOVE("chuyen-von"),
    ADJUST("dieu-chinh"),
    CORRECT("dinh-chinh"),
    PAY("thanh-toan");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    /** It is about the plan, not about payments. */
    boolean ofPlan() {
      return this == MOVE || this == ADJUST;
    }

    String key() {
      return "capital.act." + path.replace('-', '_');
    }
  }

  /** Một con số trước và sau. */
  record Figure(String key, long before, long after) {
    boolean changes() {
      return before != after;
    }
  }

  /** The address of this act. */
  String path() {
    String path = LineView.PATH + head.id() + "/" + kind.path;
    return entry == null ? path : path + "/" + entry.id();
  }

  String back() {
    return LineView.PATH + head.id();
  }

  /**
   * What the field says; of an entry to correct, what still stands of it while nothing was typed.
   */
  String amount() {
    boolean fresh = entry != null && !form.typed().containsKey(LineActForm.AMOUNT);
    return fresh && entry != null
        ? Millions.typed(entry.standingVnd())
        : form.value(LineActForm.AMOUNT);
  }

  /** Everything typed, to be carried behind what is shown. */
  Map<String, String> kept() {
    Map<String, String> kept = new java.util.LinkedHashMap<>();
    LineActForm.FIELDS.stream()
        .filter(field -> !form.value(field).isEmpty())
        .forEach(field -> kept.put(field, form.value(field)));
    if (kind != Kind.PAY) {
      kept.put(LineActForm.AMOUNT, amount());
    }
    return kept;
  }

  /** The line's project, or whoever else gets of it. */
  String name(LineChange.One one) {
    return one.project().isEmpty() ? head.project().name() : one.project();
  }

  List<Figure> figures(LineChange.One one) {
    List<Figure> all = new ArrayList<>();
    all.add(new Figure("capital.act.plan", one.before().plan(), one.after().plan()));
    all.add(new Figure("capital.act.entered", one.before().entered(), one.after().entered()));
    all.add(new Figure("capital.act.disbursed", one.before().disbursed(), one.after().disbursed()));
    if (!kind.ofPlan()) {
      // What is recovered moves from one to the other: their sum does not change.
      all.add(
          new Figure(
              "capital.act.outstanding", one.before().outstanding(), one.after().outstanding()));
      all.add(new Figure("capital.act.volume", one.before().volume(), one.after().volume()));
    }
    return all;
  }

  /** Only what changes. */
  List<Figure> changed(LineChange.One one) {
    return figures(one).stream().filter(Figure::changes).toList();
  }

  /** From what to what, in one unit: tỷ đồng; whole đồng where that would not tell it all. */
  static String move(Figure figure, Page page) {
    boolean whole = figure.before() % MILLION == 0 && figure.after() % MILLION == 0;
    return money(figure.before(), whole, page) + " → " + money(figure.after(), whole, page);
  }

  private static String money(long dong, boolean whole, Page page) {
    if (!whole) {
      return page.t("capital.act.dong", page.formats().count(dong));
    }
    BigDecimal billions = BigDecimal.valueOf(dong, BILLION_DIGITS).stripTrailingZeros();
    return page.t("web.billions", page.formats().decimal(billions, Math.max(0, billions.scale())));
  }

  /** With its sign, đồng. */
  static String change(long dong, Page page) {
    return (dong > 0 ? "+" : "") + page.formats().count(dong);
  }

  /**
   * Plan goes down: it stays on the list of cuts until somebody says why, or with the ground told.
   */
  boolean takesAway() {
    return kind.ofPlan()
        && change != null
        && change.lines().stream().anyMatch(one -> one.after().plan() < one.before().plan());
  }

  /** Message key of where what is taken away is listed. */
  String takenKey() {
    return kind == Kind.MOVE ? "capital.act.moves_away" : "capital.act.takes_away";
  }
}
