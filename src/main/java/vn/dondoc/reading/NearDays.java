package vn.dondoc.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Deadline.Op;

/**
 * Ngày tính từ hôm nay: "trong ngày hôm nay", "trước 10 giờ sáng mai", "cùng ngày", "từ nay đến
 * cuối năm".
 */
final class NearDays {
  private final Words words;
  private final Lexicon.Senses senses;
  private final Dates dates;
  private final Hours hours;
  private final SameDays same;

  NearDays(Words words, Lexicon.Senses senses, Dates dates, Hours hours) {
    this.words = words;
    this.senses = senses;
    this.dates = dates;
    this.hours = hours;
    this.same = new SameDays(words, dates);
  }

  /** The day at i told from the day of the document, or from a deadline before it. */
  Deadlines.@Nullable Found at(int i, List<Deadlines.Found> before) {
    Deadlines.Found fromNow = fromNow(i);
    if (fromNow != null) {
      return fromNow;
    }
    boolean opens =
        senses.has(Sense.LATEST, i)
            || senses.has(Sense.BEFORE, i)
            || senses.has(Sense.UNTIL, i)
            || senses.has(Sense.WITHIN, i)
            || words.is(i, "ngay") && words.is(i + 1, "trong");
    if (!opens) {
      return null;
    }
    int p = i + Math.max(1, senses.at(Sense.BEFORE, i));
    while (Deadlines.FILLER.contains(words.key(p)) || words.is(p, "ngay")) {
      p++;
    }
    int end = hours.skip(p);
    LocalTime hour = end > p ? hours.at(p, end) : null;
    Deadlines.Found now = today(i, end, hour);
    boolean same = end > p || words.is(i, "ngay") || words.is(i, "trong");
    return now == null && same ? sameDay(i, end, hour, before) : now;
  }

  private Deadlines.@Nullable Found today(int i, int end, @Nullable LocalTime hour) {
    LocalDate now = dates.today();
    int p = words.is(end, Dates.DAY) || Hours.isPartOfDay(words, end) ? end + 1 : end;
    boolean led = p > end || hour != null;
    boolean thisDay = Hours.isPartOfDay(words, p) || words.is(p, "hôm") || words.is(p, "đêm");
    boolean today = thisDay && words.is(p + 1, "nay");
    boolean part = words.is(p, "nay") && (p > end || Hours.isPartOfDay(words, p - 1));
    if (now != null && part && Hours.isPartOfDay(words, p - 1)) {
      return found(i, p + 1, hour, now);
    }
    boolean tomorrow = words.is(p, "mai") && led && !words.isCapital(p);
    if (now == null || !today && !tomorrow) {
      return null;
    }
    return found(i, today ? p + 2 : p + 1, hour, tomorrow ? now.plusDays(1) : now);
  }

  /** "chậm nhất 16 giờ cùng ngày": the day told in front of it. */
  private Deadlines.@Nullable Found sameDay(
      int i, int end, @Nullable LocalTime hour, List<Deadlines.Found> before) {
    if (!words.is(end, "cùng") || !words.is(end + 1, Dates.DAY)) {
      return null;
    }
    return same.at(i, end + 2, hour, before);
  }

  /** "từ nay đến ngày 30/9", "từ nay đến cuối năm": the end of the stretch. */
  private Deadlines.@Nullable Found fromNow(int i) {
    boolean opens = words.is(i, "từ") && words.is(i + 1, "nay");
    int p = i + 2;
    if (!opens || !words.is(p, "đến") && !words.is(p, "tới")) {
      return null;
    }
    p++;
    while (words.is(p, "hết") || words.is(p, "cuối")) {
      p++;
    }
    Dates.Written written = dates.at(p);
    if (written != null) {
      return dates.isPast(written)
          ? null
          : new Deadlines.Found(
              i,
              written.to(),
              Deadlines.day(
                  written.last(), null, Op.BY, words.text(i, written.to()), written.inferred()),
              Deadlines.FIRM,
              null);
    }
    boolean endOfYear = words.is(p, Dates.YEAR) && words.is(p - 1, "cuối");
    return endOfYear && dates.year() > 0
        ? found(i, p + 1, null, LocalDate.of(dates.year(), 12, 31))
        : null;
  }

  private Deadlines.Found found(int i, int to, @Nullable LocalTime hour, LocalDate date) {
    Op op = words.is(i, "trước") ? Op.BEFORE : Op.BY;
    return new Deadlines.Found(
        i, to, Deadlines.day(date, hour, op, words.text(i, to), true), Deadlines.FIRM, null);
  }
}
