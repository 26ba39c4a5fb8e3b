package vn.dondoc.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvSheetTest {
  private record Item(@Nullable String name, @Nullable BigDecimal money, @Nullable LocalDate day) {}

  private static String written(Item... items) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvSheet.write(
        out,
        List.of(
            new SheetColumn<Item>("name", "Tên, đủ", Item::name),
            new SheetColumn<Item>("money", "Tiền", Item::money),
            new SheetColumn<Item>("day", "Ngày", Item::day)),
        List.of(items));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void fieldsAreQuotedWhereTheyHaveTo() throws IOException {
    assertThat(
            written(
                new Item("Cầu \"mẫu\", đoạn 1\nnhịp 2", new BigDecimal("-1.50"), null),
                new Item(null, null, LocalDate.of(2020, 8, 14))))
        .isEqualTo(
            "\ufeff\"Tên, đủ\",Tiền,Ngày\r\n"
                + "\"Cầu \"\"mẫu\"\", đoạn 1\nnhịp 2\",-1.50,\r\n"
                + ",,2020-08-14\r\n");
  }

  @Test
  void textThatASpreadsheetWouldRunIsText() throws IOException {
    assertThat(written(new Item("=1+1", null, null), new Item("@SUM(A1)", null, null)))
        .contains("'=1+1,", "'@SUM(A1),");
  }
}
