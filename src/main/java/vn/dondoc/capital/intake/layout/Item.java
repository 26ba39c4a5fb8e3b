package vn.dondoc.capital.intake.layout;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.capital.ledger.EntryKind;

/**
 * Một số liệu của một dự án ở một nguồn, as a row tells it.
 *
 * @param row its row
 * @param place the cell its money stands in
 * @param project whom it is about, in words
 * @param pool its source, in words or by number
 * @param told what stands, or what a document books
 */
public record Item(int row, String place, Subject project, PoolWords pool, Told told) {

  /**
   * Dự án as the row calls it.
   *
   * @param code mã dự án
   * @param budget mã quan hệ ngân sách
   * @param name tên
   * @param owner chủ đầu tư
   */
  public record Subject(String code, String budget, String name, String owner) {
    boolean isNobody() {
      return code.isEmpty() && budget.isEmpty() && name.isEmpty();
    }

    /** As one text: what a decision about it is remembered by. */
    public String words() {
      return Words.folded(String.join(" | ", code, budget, name, owner));
    }
  }

  /**
   * Nguồn vốn.
   *
   * @param words as the row says it; empty when it does not
   * @param code of the pool the column or the sheet is of; null when the row or a heading tells
   * @param place the cell the words stand in; empty when there are none
   */
  public record PoolWords(String words, @Nullable String code, String place) {
    /** Of a column or of the sheet; null when neither is of one. */
    static PoolWords coded(@Nullable String code) {
      return new PoolWords("", code, "");
    }
  }

  /** Điều nói. */
  public sealed interface Told {
    /** The figure a list shows. */
    long headline();
  }

  /**
   * Số đang có đến ngày chốt.
   *
   * @param amounts đồng by what they are
   * @param difficulty khó khăn, vướng mắc
   */
  public record Standing(Map<Role, Long> amounts, @Nullable String difficulty) implements Told {
    public Standing {
      amounts = amounts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(amounts));
    }

    @Override
    public long headline() {
      Long disbursed = amounts.get(Role.DISBURSED);
      return disbursed != null
          ? disbursed
          : amounts.getOrDefault(Role.OUTSTANDING, 0L) + amounts.getOrDefault(Role.VOLUME, 0L);
    }
  }

  /**
   * Bút toán của một chứng từ.
   *
   * @param series ký hiệu
   * @param number số; empty for that of the file
   * @param day ngày; null for that of the file
   * @param kind loại
   * @param direction 1, or -1 for what takes away
   * @param amountVnd đồng, above zero
   */
  public record Entry(
      String series,
      String number,
      @Nullable LocalDate day,
      EntryKind kind,
      int direction,
      long amountVnd)
      implements Told {
    @Override
    public long headline() {
      return direction * amountVnd;
    }
  }
}
