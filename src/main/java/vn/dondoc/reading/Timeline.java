package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Các mốc thời gian của văn bản: the deadlines of a text by place. */
final class Timeline {
  private final Deadlines.@Nullable Found[] starts;
  private final List<Deadlines.Found> all;
  private final PlainDates plain;

  Timeline(List<Deadlines.Found> all, int count, PlainDates plain) {
    this.plain = plain;
    this.all = all;
    this.starts = new Deadlines.Found[count + 1];
    for (Deadlines.Found found : all) {
      starts[found.from()] = found;
    }
  }

  Deadlines.@Nullable Found at(int i) {
    return i >= 0 && i < starts.length ? starts[i] : null;
  }

  int end(int i) {
    Deadlines.Found found = at(i);
    return found == null ? i : found.to();
  }

  List<Deadlines.Found> between(int from, int to) {
    List<Deadlines.Found> inside = new ArrayList<>();
    for (int i = Math.max(from, 0); i < Math.min(to, starts.length); i++) {
      Deadlines.Found found = starts[i];
      if (found != null && found.to() <= to) {
        inside.add(found);
      }
    }
    return inside;
  }

  /** The last date of a cell that holds nothing but time; null when there is none. */
  Deadlines.@Nullable Found bare(int from, int to) {
    return plain.bare(from, to);
  }

  /**
   * A day that had passed when the text was written bounds what stands there, and no day to come.
   */
  boolean bindsPast(int from, int to) {
    return plain.bindsPast(from, to);
  }

  /** Whether a day before the year of the text is one to be before. */
  boolean isYearPast(int from, int to) {
    return between(from, to).stream().anyMatch(found -> plain.isYearPast(found.deadline().date()));
  }

  /** "Năm 2009, …", "Tháng 6/2012, …": what follows was said long before the text. */
  boolean opensPast(int i) {
    return plain.opensPast(i);
  }

  List<Deadlines.Found> all() {
    return all;
  }
}
