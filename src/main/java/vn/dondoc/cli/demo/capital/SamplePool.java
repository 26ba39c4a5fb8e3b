package vn.dondoc.cli.demo.capital;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.ledger.Voucher;
import vn.dondoc.capital.source.Pool;
import vn.dondoc.capital.source.Vintage;

/**
 * Một nguồn của năm 2020: how much, over how many lines, and how much of it was paid by 14 August.
 * The twelve add up to the notice's 3,260.6 billion; how they part is made up.
 *
 * @param code mã
 * @param name tên
 * @param ring what keeps it apart
 * @param vintage niên độ
 * @param planVnd kế hoạch, đồng
 * @param paidPermille giải ngân, phần nghìn
 * @param lines số dự án
 * @param authority who assigned it
 */
record SamplePool(
    String code,
    String name,
    Pool.Ring ring,
    Vintage vintage,
    long planVnd,
    int paidPermille,
    int lines,
    Voucher.Authority authority) {
  private static final long MILLION = 1_000_000;

  boolean carried() {
    return vintage == Vintage.CARRIED;
  }

  long paidVnd() {
    return planVnd / 1000 * paidPermille;
  }

  static List<SamplePool> all() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SamplePool.class
                        .getClassLoader()
                        .getResourceAsStream("demo/nguon-von-mau.csv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> of(line.split(";", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SamplePool of(String[] cells) {
    return new SamplePool(
        cells[0],
        cells[1],
        new Pool.Ring(cells[2], given(cells[3]), cells[4], given(cells[5])),
        Vintage.of(cells[6]),
        Long.parseLong(cells[7]) * MILLION,
        Integer.parseInt(cells[8]),
        Integer.parseInt(cells[9]),
        cells[10].equals("pm") ? Voucher.Authority.PM : Voucher.Authority.PROVINCE);
  }

  private static @Nullable String given(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
