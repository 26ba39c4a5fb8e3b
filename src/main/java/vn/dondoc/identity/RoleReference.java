package vn.dondoc.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Roles as the reference file lists them. */
final class RoleReference {
  private RoleReference() {}

  /**
   * A role of the file.
   *
   * @param code its code
   * @param nameVi its name in Vietnamese
   * @param nameEn its name in English
   * @param wholeProvince it sees every body's rows
   * @param rights what it may do
   */
  record Row(
      String code, String nameVi, String nameEn, boolean wholeProvince, List<String> rights) {
    /** Its name in the viewer's language. */
    String name(boolean vietnamese) {
      return vietnamese ? nameVi : nameEn;
    }
  }

  static List<Row> rows(String resource) {
    try (InputStream in =
            Objects.requireNonNull(
                RoleReference.class.getClassLoader().getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).filter(line -> !line.isBlank()).map(RoleReference::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cell = line.split(";", -1);
    if (cell.length != 5) {
      throw new IllegalArgumentException(
          "a role has 5 cells, this line " + cell.length + ": " + line);
    }
    return new Row(
        cell[0], cell[1], cell[2], Boolean.parseBoolean(cell[3]), List.of(cell[4].split(" ")));
  }
}
