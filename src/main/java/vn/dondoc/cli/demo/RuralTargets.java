package vn.dondoc.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.dondoc.kernel.Bilingual;
import vn.dondoc.rural.target.NewTarget;
import vn.dondoc.rural.target.Target;
import vn.dondoc.rural.target.Targets;

/** Chỉ tiêu của thông báo: what the year is to bring, as the conference's notice says. */
final class RuralTargets {
  private static final LocalDate PLANNED = LocalDate.of(2020, 1, 22);
  private static final LocalDate BY = LocalDate.of(2020, 12, 31);
  private static final Bilingual SOURCE =
      new Bilingual(
          "Kế hoạch số 18/KH-UBND ngày 22/01/2020;"
              + " Thông báo kết luận hội nghị ngày 14/08/2020, mục 2a",
          "Plan 18/KH-UBND of 22 Jan 2020;"
              + " notice of the conclusions of the conference of 14 Aug 2020, item 2a");

  private RuralTargets() {}

  static void set(Targets targets) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RuralTargets.class
                        .getClassLoader()
                        .getResourceAsStream("demo/chi-tieu-mau.csv")),
                StandardCharsets.UTF_8))) {
      List<NewTarget> all =
          reader.lines().skip(1).map(line -> target(line.split(";", -1))).toList();
      targets.set(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NewTarget target(String[] cells) {
    return new NewTarget(
        cells[0],
        BY.getYear(),
        new Target.Name(cells[1], cells[2]),
        Target.Measure.valueOf(cells[3].toUpperCase(Locale.ROOT)),
        new Target.Aim(
            new BigDecimal(cells[6]),
            cells[7].isBlank() ? null : new BigDecimal(cells[7]),
            new Bilingual(cells[8], cells[9]),
            new BigDecimal(cells[10]),
            Integer.parseInt(cells[11]),
            cells[4].isBlank() ? null : Integer.valueOf(cells[4])),
        new Target.Plan(PLANNED, BY, SOURCE, Boolean.parseBoolean(cells[12])),
        cells[5]);
  }
}
