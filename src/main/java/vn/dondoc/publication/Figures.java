package vn.dondoc.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.kernel.Acting;

/** Các số liệu công khai: records facts and tells the figures of a day. */
@Component
public class Figures {
  private final FactStore store;

  Figures(FactStore store) {
    this.store = store;
  }

  /** Adds a fact; an earlier one of the same code stays and can still be shown. */
  @Transactional
  public void record(Fact fact) {
    store.add(fact, Acting.current().name());
  }

  /** Every figure as of a day: the last fact of each code. */
  @Transactional(readOnly = true)
  public List<Fact> on(LocalDate day) {
    return store.latest(day);
  }

  /** All that was ever said of one figure, newest first. */
  @Transactional(readOnly = true)
  public List<RecordedFact> history(String code) {
    return store.history(code);
  }

  /**
   * Records the facts of a resource of this form: a head line, then {@code
   * code;value;unit;period;source;as_of;from_notice}.
   */
  @Transactional
  public void recordAll(String resource) {
    try (InputStream in =
            Objects.requireNonNull(
                Figures.class.getClassLoader().getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().skip(1).filter(l -> !l.isBlank()).map(Figures::parse).forEach(this::record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fact parse(String line) {
    String[] cell = line.split(";", -1);
    if (cell.length != 7) {
      throw new IllegalArgumentException(
          "a fact has 7 cells, this line " + cell.length + ": " + line);
    }
    return new Fact(
        cell[0],
        new BigDecimal(cell[1]),
        cell[2],
        cell[3],
        cell[4],
        LocalDate.parse(cell[5]),
        Boolean.parseBoolean(cell[6]));
  }
}
