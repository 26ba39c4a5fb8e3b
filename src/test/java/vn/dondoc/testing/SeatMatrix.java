package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who gets which answer where, as data: a line a request, a column a seat.
 *
 * @param seats the columns, left to right
 * @param lines the requests, in the order in which they are to be made
 */
public record SeatMatrix(List<String> seats, List<Line> lines) {
  private static final int BEFORE_SEATS = 4;

  /**
   * One request.
   *
   * @param method GET or POST
   * @param route the route as the program declares it
   * @param address a concrete address of it, with names of the test world in braces
   * @param form fields as they are typed; {@code file=NAME} sends an empty file of that name
   * @param answers what each seat gets: a status, {@code sign-in} or {@code change}
   */
  public record Line(
      String method, String route, String address, String form, Map<String, String> answers) {
    /** As the program's own list of routes says it. */
    public String named() {
      return method + " " + route;
    }

    public String answer(String seat) {
      return Objects.requireNonNull(answers.get(seat), seat);
    }

    /** The fields of the form. */
    public Map<String, String> fields() {
      Map<String, String> fields = new LinkedHashMap<>();
      for (String field : form.split("&")) {
        int equals = field.indexOf('=');
        if (equals > 0) {
          fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
      }
      return fields;
    }
  }

  /** Reads a matrix; every line must have a cell for every seat. */
  public static SeatMatrix read(Path file) {
    try {
      List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
      List<String> head = cells(all.getFirst());
      List<String> seats = head.subList(BEFORE_SEATS, head.size());
      List<Line> lines = new ArrayList<>();
      for (int n = 1; n < all.size(); n++) {
        List<String> cells = cells(all.get(n));
        if (cells.size() != head.size()) {
          throw new IllegalStateException(
              file + " line " + (n + 1) + ": " + cells.size() + " cells, not " + head.size());
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (int seat = 0; seat < seats.size(); seat++) {
          answers.put(seats.get(seat), cells.get(BEFORE_SEATS + seat));
        }
        lines.add(new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), answers));
      }
      return new SeatMatrix(seats, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(";", -1));
  }
}
