package vn.dondoc.directive.circulation;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dondoc.exchange.ReferenceTable;

/** Quy ước gửi nhận, as data: words of the lines of recipients, days to acknowledge within. */
@Component
class CirculationWords {
  private final List<Word> words;
  private final List<Days> days;

  CirculationWords(@Value("${dondoc.reference:}") String directory) {
    Path own = directory.isBlank() ? null : Path.of(directory);
    words =
        ReferenceTable.read(own, "directive/recipient-words.csv", List.of("kind", "words"))
            .column(row -> new Word(row.text("kind"), folded(row.text("words"))));
    days =
        ReferenceTable.read(
                own, "directive/acknowledgement.csv", List.of("from", "working_days", "source"))
            .column(row -> new Days(row.day("from"), row.number("working_days")));
  }

  private record Word(String kind, String words) {}

  private record Days(@Nullable LocalDate from, int workingDays) {}

  /** "Lưu: VT": the file copy, which is sent to nobody. */
  boolean isArchive(String line) {
    return begins("archive", line);
  }

  /** "phổ biến đến xã": asks the recipient to pass the document on. */
  boolean asksOnward(String aside) {
    return begins("onward", aside);
  }

  private boolean begins(String kind, String text) {
    String said = folded(text);
    return words.stream()
        .filter(word -> word.kind().equals(kind))
        .anyMatch(word -> said.startsWith(word.words()));
  }

  /** Working days within which a document sent on a day is acknowledged. */
  int workingDays(LocalDate sentOn) {
    int last = 0;
    for (Days rule : days) {
      if (rule.from() == null || !rule.from().isAfter(sentOn)) {
        last = rule.workingDays();
      }
    }
    return last;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
