package vn.dondoc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL of a module names its own schema and those of modules it may use, and no other. */
class SchemaNamesTest {
  private static final Path SOURCES = Path.of("src/main/java/vn/dondoc");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|references|table|on)\\s+([a-z_]+)\\.[a-z_]+");
  private static final Pattern ALLOWED =
      Pattern.compile("allowedDependencies\\s*=\\s*(\\{[^}]*\\}|\"[^\"]*\")");

  @Test
  void sourcesNameOnlySchemasTheirModuleMayUse() throws IOException {
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Path within = SOURCES.relativize(file);
        if (within.getNameCount() > 1) {
          String module = within.getName(0).toString();
          faults.addAll(strangers(within + "", Files.readString(file), usable(module)));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void migrationsReferOnlyToSchemasBuiltBefore() throws IOException {
    List<String> faults = new ArrayList<>();
    Set<String> built = new HashSet<>();
    for (String module : Migrations.modules()) {
      built.add(module);
      Path folder = MIGRATIONS.resolve(module);
      if (Files.isDirectory(folder)) {
        for (Path file : sqlIn(folder)) {
          faults.addAll(
              strangers(module + "/" + file.getFileName(), Files.readString(file), built));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void findsSchemaOfModuleThatMayNotBeUsed() {
    String sql = "select * from place.unit u join identity.account a on a.id = u.id";
    assertThat(strangers("x", sql, Set.of("place"))).containsExactly("x names identity");
  }

  private static List<Path> sqlIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".sql")).toList();
    }
  }

  private static Set<String> usable(String module) throws IOException {
    Set<String> usable = new HashSet<>(Set.of(module));
    Matcher allowed =
        ALLOWED.matcher(Files.readString(SOURCES.resolve(module + "/package-info.java")));
    if (!allowed.find()) {
      // The commands compose every module.
      usable.addAll(Migrations.modules());
      return usable;
    }
    Matcher name = Pattern.compile("[a-z]+").matcher(allowed.group(1));
    while (name.find()) {
      usable.add(name.group());
    }
    return usable;
  }

  private static List<String> strangers(String place, String sql, Set<String> usable) {
    List<String> found = new ArrayList<>();
    Matcher table = TABLE.matcher(sql);
    while (table.find()) {
      String schema = table.group(1);
      if (Migrations.modules().contains(schema) && !usable.contains(schema)) {
        found.add(place + " names " + schema);
      }
    }
    return found;
  }
}
