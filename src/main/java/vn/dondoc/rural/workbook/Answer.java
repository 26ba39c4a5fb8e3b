package vn.dondoc.rural.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.rural.assessment.Report;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;

/**
 * Điều một chỉ tiêu trong biểu nói, beside what it went out with.
 *
 * @param indicator which
 * @param was what it went out with
 * @param figures what stands in its cells, by the names of the parts
 * @param state tình trạng
 * @param note ghi chú; null when there is none
 */
record Answer(
    Indicator indicator,
    BookSeal.Line was,
    Map<String, BigDecimal> figures,
    BookState state,
    @Nullable String note) {
  /** The figures that contradict: those that are missing now, else those that are given. */
  Map<String, BigDecimal> contradicted() {
    Map<String, BigDecimal> lost = new LinkedHashMap<>();
    Map<String, BigDecimal> given = new LinkedHashMap<>();
    for (Part part : indicator.parts()) {
      BigDecimal now = figures.get(part.code());
      BigDecimal before = was.figures().get(part.code());
      if (now != null) {
        given.put(part.code(), now);
      } else if (before != null) {
        lost.put(part.code(), before);
      }
    }
    return state == BookState.GIVEN && !lost.isEmpty() || given.isEmpty() ? lost : given;
  }

  /** Why the cells cannot all be meant; null when they can. */
  @Nullable String contradiction() {
    boolean given = !figures.isEmpty();
    if (state == BookState.NOTHING && given) {
      return "rural.book.both.nothing";
    }
    if (state == BookState.UNREPORTED && given) {
      return "rural.book.both.unreported";
    }
    if (state == BookState.WAITS && given && !isAsBefore()) {
      return "rural.book.both.waits";
    }
    boolean lost =
        indicator.parts().stream()
            .map(Part::code)
            .anyMatch(part -> was.figures().containsKey(part) && !figures.containsKey(part));
    boolean open = state == BookState.GIVEN && !given;
    return lost && state != BookState.NOTHING
            || was.nothing() && (open || state == BookState.UNREPORTED)
        ? "rural.book.taken_out"
        : null;
  }

  /** What is said anew; null when nothing is. */
  Staging.@Nullable Said said() {
    boolean waited = was.waits() != null;
    return switch (state) {
      case NOTHING -> was.nothing() ? null : claim(true, waited);
      case WAITS ->
          waited && !isNewNote()
              ? null
              : new Staging.Said(Report.Kind.WAIT, false, List.of(), false, note);
      case UNREPORTED -> waited ? arrive() : null;
      case GIVEN -> {
        boolean claims = !figures.isEmpty() && (!isAsBefore() || isNewNote());
        yield claims ? claim(false, waited) : waited ? arrive() : null;
      }
    };
  }

  /** A note of which nothing can be kept, because nothing is said beside it. */
  boolean isNoteAlone() {
    return isNewNote() && said() == null;
  }

  private boolean isNewNote() {
    return note != null && !Objects.equals(note, was.waits());
  }

  private boolean isAsBefore() {
    return figures.size() == was.figures().size()
        && !was.nothing()
        && figures.entrySet().stream()
            .allMatch(figure -> {
              BigDecimal before = was.figures().get(figure.getKey());
              return before != null && before.compareTo(figure.getValue()) == 0;
            });
  }

  private Staging.Said claim(boolean nothing, boolean arrived) {
    return new Staging.Said(
        Report.Kind.CLAIM,
        arrived,
        nothing ? List.of() : ordered(figures),
        nothing,
        isNewNote() ? note : null);
  }

  private Staging.Said arrive() {
    return new Staging.Said(Report.Kind.ARRIVE, false, List.of(), false, isNewNote() ? note : null);
  }

  /** In the order of the parts; empty when there is none. */
  List<@Nullable BigDecimal> ordered(Map<String, BigDecimal> named) {
    return ordered(indicator, named);
  }

  /** Figures in the order of an indicator's parts; empty when there is none. */
  static List<@Nullable BigDecimal> ordered(Indicator indicator, Map<String, BigDecimal> named) {
    List<@Nullable BigDecimal> ordered = new ArrayList<>();
    if (!named.isEmpty()) {
      indicator.parts().forEach(part -> ordered.add(named.get(part.code())));
    }
    return ordered;
  }
}
