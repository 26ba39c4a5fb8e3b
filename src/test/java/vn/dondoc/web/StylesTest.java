package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A block that is not closed would put all that follows under its condition. */
class StylesTest {
  @ParameterizedTest
  @ValueSource(strings = {"dondoc.css", "pages.css", "tokens.css"})
  void everyBlockIsClosed(String file) throws IOException {
    try (InputStream in = StylesTest.class.getResourceAsStream("/static/css/" + file)) {
      String css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      int open = 0;
      for (String line : css.split("\n")) {
        if (line.startsWith("/* ")) {
          assertThat(open).as("blocks open at “%s”", line).isZero();
        }
        open += (int) line.chars().filter(c -> c == '{').count();
        open -= (int) line.chars().filter(c -> c == '}').count();
      }
      assertThat(open).isZero();
    }
  }
}
