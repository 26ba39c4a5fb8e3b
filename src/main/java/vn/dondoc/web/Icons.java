package vn.dondoc.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Biểu tượng: Bootstrap's icons, taken from its library and set into the page, hidden from readers.
 */
final class Icons {
  private static final String FOLDER = "META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";
  private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

  private Icons() {}

  static Content named(String name) {
    String svg = DRAWN.computeIfAbsent(name, Icons::draw);
    return output -> output.writeContent(svg);
  }

  private static String draw(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("no icon " + name);
    }
    try (InputStream in =
        Icons.class.getClassLoader().getResourceAsStream(FOLDER + name + ".svg")) {
      if (in == null) {
        throw new IllegalArgumentException("no icon " + name);
      }
      String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String paths = svg.substring(svg.indexOf('>') + 1, svg.lastIndexOf("</svg>")).strip();
      return "<svg class=\"ic\" viewBox=\"0 0 16 16\" fill=\"currentColor\" aria-hidden=\"true\">"
          + paths
          + "</svg>";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
