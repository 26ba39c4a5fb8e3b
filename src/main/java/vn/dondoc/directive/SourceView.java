package vn.dondoc.directive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Assignment.Mark;

/**
 * The source text with the words of every task marked.
 *
 * @param paragraphs in the order of the text
 */
record SourceView(List<Paragraph> paragraphs) {

  /**
   * A line of the text that is not empty.
   *
   * @param start its first UTF-16 unit in the text
   * @param pieces its words, marked or not
   * @param tasks the proposals whose words begin in it
   * @param current the proposal being looked at has words in it
   */
  record Paragraph(int start, List<Piece> pieces, List<Numbered> tasks, boolean current) {}

  /**
   * Words in one colour.
   *
   * @param start first UTF-16 unit in the text
   * @param words them
   * @param style class of the mark; empty for plain words
   * @param key message key of the mark's label; empty for plain words
   */
  record Piece(int start, String words, String style, String key) {}

  /** A proposal with the number it is shown by. */
  record Numbered(int number, Proposal proposal) {
    int start() {
      return proposal.content().span().start();
    }
  }

  static SourceView of(String text, List<Proposal> proposals, long current) {
    Source source = Source.of(text, proposals, current);
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        paragraphs.add(source.paragraph(start, end));
      }
      start = end + 1;
    }
    return new SourceView(paragraphs);
  }

  /** The text with its proposals numbered and their marks in order. */
  private record Source(String text, List<Numbered> numbered, List<Mark> marks, long current) {
    static Source of(String text, List<Proposal> proposals, long current) {
      List<Numbered> numbered = new ArrayList<>();
      List<Mark> marks = new ArrayList<>();
      for (Proposal proposal : proposals) {
        numbered.add(new Numbered(numbered.size() + 1, proposal));
        if (proposal.state() != Proposal.State.REJECTED) {
          marks.addAll(proposal.content().marks());
        }
      }
      marks.sort(Comparator.comparingInt(Mark::start));
      return new Source(text, numbered, marks, current);
    }

    Paragraph paragraph(int start, int end) {
      List<Numbered> here =
          numbered.stream().filter(n -> n.start() >= start && n.start() < end).toList();
      boolean looking =
          numbered.stream()
              .filter(n -> n.proposal().id() == current)
              .map(n -> n.proposal().content().span())
              .anyMatch(span -> span.start() < end && span.end() > start);
      return new Paragraph(start, pieces(text, start, end, marks), here, looking);
    }
  }

  private static List<Piece> pieces(String text, int start, int end, List<Mark> marks) {
    List<Mark> here =
        marks.stream().filter(mark -> mark.start() < end && mark.end() > start).toList();
    NavigableSet<Integer> cuts = new TreeSet<>(List.of(start, end));
    for (Mark mark : here) {
      cuts.add(Math.max(mark.start(), start));
      cuts.add(Math.min(mark.end(), end));
    }
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    while (at < end) {
      Mark mark = innermost(here, at);
      int to = Objects.requireNonNull(cuts.higher(at));
      while (to < end && Objects.equals(innermost(here, to), mark)) {
        to = Objects.requireNonNull(cuts.higher(to));
      }
      String label = mark != null && mark.end() == to ? "directive.mark." + lower(mark) : "";
      String style = mark == null ? "" : style(mark);
      pieces.add(new Piece(at, text.substring(at, to), style, label));
      at = to;
    }
    return pieces;
  }

  /** A deadline said within the work is seen as one: the shortest mark over a place shows. */
  private static @Nullable Mark innermost(List<Mark> marks, int at) {
    return marks.stream()
        .filter(mark -> mark.start() <= at && at < mark.end())
        .min(Comparator.comparingInt(mark -> mark.end() - mark.start()))
        .orElse(null);
  }

  private static String lower(Mark mark) {
    return mark.role().name().toLowerCase(Locale.ROOT);
  }

  private static String style(Mark mark) {
    return switch (mark.role()) {
      case LEAD -> "h-l";
      case COORDINATE -> "h-p";
      case ACTION -> "h-v";
      case DEADLINE -> "h-d";
      case RECURRENCE -> "h-r";
      case CONSEQUENCE -> "h-k";
    };
  }
}
