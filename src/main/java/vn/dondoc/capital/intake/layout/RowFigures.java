package vn.dondoc.capital.intake.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.cell.DayText;
import vn.dondoc.capital.intake.cell.MoneyCell;
import vn.dondoc.capital.intake.cell.Unit;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.exchange.SheetCell;
import vn.dondoc.exchange.SheetRow;

/** The money of one row, and what it says. */
final class RowFigures {
  private static final int LONGEST_DIFFICULTY = 2_000;
  private static final Map<Role, Role> GIVEN_BACK =
      Map.of(Role.ADVANCE, Role.REFUND_ADVANCE, Role.PAYMENT, Role.REFUND);

  private final Content content;
  private final Mapping mapping;
  private final Map<Integer, Unit> units;
  private final ColumnWords words;

  RowFigures(Content content, Mapping mapping, Map<Integer, Unit> units, ColumnWords words) {
    this.content = content;
    this.mapping = mapping;
    this.units = units;
    this.words = words;
  }

  /**
   * Số liệu của một dòng.
   *
   * @param place its first cell of money
   * @param whole nothing of it is wrong
   * @param amounts by column
   * @param parts what it says, a pool or a kind each
   */
  record Figures(
      String place, boolean whole, Map<Integer, MoneyCell.Read> amounts, List<Part> parts) {}

  /** One thing a row says. */
  record Part(String place, @Nullable String pool, Item.Told told) {}

  boolean isAny(SheetRow row) {
    return mapping.columns().stream()
        .filter(column -> column.role().isKept() || column.role() == Role.DIFFICULTY)
        .map(column -> row.cell(column.at()).text())
        .anyMatch(text -> !text.isBlank() && !text.strip().matches("[-–—.]+"));
  }

  boolean hasDigits(SheetRow row) {
    return mapping.amounts().stream()
        .map(column -> row.cell(column.at()).text())
        .anyMatch(text -> text.matches("(?s).*\\d.*"));
  }

  /** Some amount of a row can be read. */
  boolean isReadable(SheetRow row) {
    return mapping.amounts().stream()
        .map(column ->
            MoneyCell.of(
                row.cell(column.at()),
                Objects.requireNonNull(units.get(column.at())),
                mapping.notation()))
        .anyMatch(read -> read.dong() != null && read.dong() != 0);
  }

  /** Every amount of a row; what is none is told. */
  Map<Integer, MoneyCell.Read> amounts(SheetRow row, Sink sink) {
    Map<Integer, MoneyCell.Read> amounts = new LinkedHashMap<>();
    for (Mapping.Column column : mapping.amounts()) {
      SheetCell cell = row.cell(column.at());
      Unit unit = Objects.requireNonNull(units.get(column.at()));
      MoneyCell.Read read = MoneyCell.of(cell, unit, mapping.notation());
      amounts.put(column.at(), read);
      if (read.problem() != null) {
        sink.stop(cell.place().toString(), read.problem(), Words.tidy(cell.text()));
      }
    }
    return amounts;
  }

  Figures of(SheetRow row, Sink sink) {
    Map<Integer, MoneyCell.Read> amounts = amounts(row, sink);
    boolean whole = amounts.values().stream().allMatch(read -> read.problem() == null);
    String place = row.cell(mapping.amounts().getFirst().at()).place().toString();
    if (!whole) {
      return new Figures(place, false, amounts, List.of());
    }
    List<Part> parts = new ArrayList<>();
    boolean told =
        content.isEntries()
            ? entries(row, amounts, parts, sink)
            : standings(row, amounts, parts, sink);
    return new Figures(place, told, amounts, parts);
  }

  // ---- what stands

  private boolean standings(
      SheetRow row, Map<Integer, MoneyCell.Read> amounts, List<Part> parts, Sink sink) {
    Map<String, Map<Role, Long>> pools = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    Map<String, String> shown = new LinkedHashMap<>();
    boolean fine = true;
    for (Mapping.Column column : mapping.amounts()) {
      Long dong = Objects.requireNonNull(amounts.get(column.at())).dong();
      if (dong == null) {
        continue;
      }
      SheetCell cell = row.cell(column.at());
      if (dong < 0) {
        sink.stop(cell.place().toString(), "capital.intake.cell.negative", cell.text());
        fine = false;
      }
      String pool = column.pool() == null ? "" : column.pool();
      pools.computeIfAbsent(pool, p -> new EnumMap<>(Role.class)).put(column.role(), dong);
      if (column.role().isKept()) {
        places.putIfAbsent(pool, cell.place().toString());
      }
      // The figure a list shows stands in its own cell.
      if (column.role() == Role.DISBURSED) {
        shown.put(pool, cell.place().toString());
      }
    }
    String difficulty = difficulty(row);
    // A plan beside nothing else is only to compare with.
    pools.values().removeIf(told -> told.keySet().stream().noneMatch(Role::isKept));
    if (pools.isEmpty() && difficulty != null) {
      pools.put("", new EnumMap<>(Role.class));
    }
    String first = row.cell(mapping.amounts().getFirst().at()).place().toString();
    for (Map.Entry<String, Map<Role, Long>> pool : pools.entrySet()) {
      String place = places.getOrDefault(pool.getKey(), first);
      fine &= adds(place, pool.getValue(), sink);
      Item.Standing standing = new Item.Standing(pool.getValue(), difficulty);
      parts.add(
          new Part(
              shown.getOrDefault(pool.getKey(), place),
              pool.getKey().isEmpty() ? null : pool.getKey(),
              standing));
    }
    return fine;
  }

  private static boolean adds(String place, Map<Role, Long> amounts, Sink sink) {
    Long outstanding = amounts.get(Role.OUTSTANDING);
    Long volume = amounts.get(Role.VOLUME);
    Long all = amounts.get(Role.DISBURSED);
    if (all == null || outstanding == null && volume == null) {
      return true;
    }
    long sum = (outstanding == null ? 0 : outstanding) + (volume == null ? 0 : volume);
    if (sum != all && outstanding != null && volume != null) {
      sink.stop(place, "capital.intake.parts_differ", outstanding, volume, sum, all, all - sum);
      return false;
    }
    if (outstanding == null || volume == null) {
      long rest = all - sum;
      if (rest < 0) {
        sink.stop(place, "capital.intake.part_above", sum, all, -rest);
        return false;
      }
      amounts.put(outstanding == null ? Role.OUTSTANDING : Role.VOLUME, rest);
    }
    return true;
  }

  private @Nullable String difficulty(SheetRow row) {
    String text =
        mapping
            .first(Role.DIFFICULTY)
            .map(column -> Words.tidy(row.cell(column.at()).text()))
            .orElse("");
    boolean said = !text.isEmpty() && !text.matches("[-–—.]+|(?iu)không( có)?");
    return said ? text.substring(0, Math.min(text.length(), LONGEST_DIFFICULTY)) : null;
  }

  // ---- what documents book

  private boolean entries(
      SheetRow row, Map<Integer, MoneyCell.Read> amounts, List<Part> parts, Sink sink) {
    String number = text(row, Role.NUMBER);
    boolean fine = true;
    if (number.isEmpty() && mapping.first(Role.NUMBER).isPresent()) {
      SheetCell cell = row.cell(mapping.first(Role.NUMBER).orElseThrow().at());
      sink.stop(cell.place().toString(), "capital.intake.cell.no_document");
      fine = false;
    }
    Optional<LocalDate> day =
        mapping.first(Role.DAY).flatMap(column -> DayText.of(row.cell(column.at())));
    if (day.isEmpty() && mapping.first(Role.DAY).isPresent()) {
      SheetCell cell = row.cell(mapping.first(Role.DAY).orElseThrow().at());
      sink.stop(cell.place().toString(), "capital.intake.cell.no_day", Words.tidy(cell.text()));
      fine = false;
    }
    for (Mapping.Column column : mapping.amounts()) {
      Long dong = Objects.requireNonNull(amounts.get(column.at())).dong();
      SheetCell cell = row.cell(column.at());
      if (dong == null || dong == 0 || !column.role().isKept()) {
        continue;
      }
      Role role = column.role() == Role.AMOUNT ? kind(row, sink) : column.role();
      Role booked = role == null ? null : signed(role, dong, cell, sink);
      if (booked == null) {
        fine = false;
        continue;
      }
      EntryKind kind = EntryKind.of(booked.code());
      boolean less = dong < 0 && kind.eitherWay();
      Item.Entry entry =
          new Item.Entry(
              text(row, Role.SERIES),
              number,
              day.orElse(null),
              kind,
              less ? -1 : 1,
              Math.abs(dong));
      parts.add(new Part(cell.place().toString(), column.pool(), entry));
    }
    return fine;
  }

  private @Nullable Role kind(SheetRow row, Sink sink) {
    SheetCell cell = row.cell(mapping.first(Role.KIND).orElseThrow().at());
    Role kind = words.kind(cell.text()).orElse(null);
    if (kind == null) {
      sink.stop(cell.place().toString(), "capital.intake.cell.no_kind", Words.tidy(cell.text()));
    }
    return kind;
  }

  private static @Nullable Role signed(Role role, long dong, SheetCell cell, Sink sink) {
    if (dong > 0 || EntryKind.of(role.code()).eitherWay()) {
      return role;
    }
    Role back = GIVEN_BACK.get(role);
    if (back == null) {
      sink.stop(cell.place().toString(), "capital.intake.cell.negative", cell.text());
    } else {
      sink.look(cell.place().toString(), "capital.intake.given_back", cell.text());
    }
    return back;
  }

  private String text(SheetRow row, Role role) {
    return mapping.first(role).map(column -> Words.tidy(row.cell(column.at()).text())).orElse("");
  }
}
