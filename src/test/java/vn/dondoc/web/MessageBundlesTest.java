package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBundlesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/messages");

  static Stream<Path> vietnameseBundles() throws IOException {
    return Files.list(BUNDLES).filter(p -> p.toString().endsWith("_vi.properties")).sorted();
  }

  @ParameterizedTest
  @MethodSource("vietnameseBundles")
  void everyKeyIsThereInBothLanguages(Path vietnamese) throws IOException {
    String english = vietnamese.getFileName().toString().replace("_vi.", "_en.");
    assertThat(keysOf(vietnamese)).isEqualTo(keysOf(BUNDLES.resolve(english)));
  }

  private static Set<String> keysOf(Path bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
