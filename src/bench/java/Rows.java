import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one run measured, each figure next to the floor it cannot go below. */
final class Rows {
  private record Row(String name, double value, String unit, double floor) {
    double ratio() {
      return floor == 0 ? Double.NaN : value / floor;
    }
  }

  private final List<Row> rows = new ArrayList<>();

  /** A long measurement says on the way what it has. */
  void add(String name, double value, String unit, double floor) {
    rows.add(new Row(name, value, unit, floor));
    System.err.printf(Locale.ROOT, "… %s: %.3f %s%n", name, value, unit);
  }

  /** A figure that has no floor, such as a score. */
  void add(String name, double value, String unit) {
    add(name, value, unit, 0);
  }

  void print(boolean json) {
    if (json) {
      System.out.println("[" + String.join(",\n ", rows.stream().map(Rows::asJson).toList()) + "]");
      return;
    }
    System.out.printf("%-44s %12s %-8s %12s %8s%n", "name", "value", "unit", "floor", "ratio");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%-44s %12.3f %-8s %12s %8s%n",
          row.name(),
          row.value(),
          row.unit(),
          row.floor() == 0 ? "–" : "%.3f".formatted(row.floor()),
          row.floor() == 0 ? "–" : "%.1f".formatted(row.ratio()));
    }
  }

  private static String asJson(Row row) {
    String floor = row.floor() == 0 ? "null" : String.format(Locale.ROOT, "%.6f", row.floor());
    String ratio = row.floor() == 0 ? "null" : String.format(Locale.ROOT, "%.3f", row.ratio());
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"value\":%.6f,\"unit\":\"%s\",\"floor\":%s,\"ratio\":%s}",
        row.name(),
        row.value(),
        row.unit(),
        floor,
        ratio);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
