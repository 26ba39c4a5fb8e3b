package vn.dondoc.exchange.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loại tệp: the kinds a text is taken from, told by their first bytes. */
enum DocumentKind {
  TXT,
  DOCX,
  DOC,
  PDF,
  HTML;

  private static final Map<String, DocumentKind> BY_ENDING =
      Map.of("txt", TXT, "docx", DOCX, "doc", DOC, "pdf", PDF, "html", HTML, "htm", HTML);

  private record Magic(String name, int... bytes) {}

  // Kinds people do send by mistake; naming them tells more than "unknown".
  private static final List<Magic> OTHERS =
      List.of(
          new Magic("PNG", 0x89, 'P', 'N', 'G'),
          new Magic("JPEG", 0xff, 0xd8, 0xff),
          new Magic("GIF", 'G', 'I', 'F', '8'),
          new Magic("TIFF", 'I', 'I', 42, 0),
          new Magic("TIFF", 'M', 'M', 0, 42),
          new Magic("RTF", '{', '\\', 'r', 't', 'f'),
          new Magic("RAR", 'R', 'a', 'r', '!'),
          new Magic("7Z", '7', 'z', 0xbc, 0xaf),
          new Magic("GZIP", 0x1f, 0x8b),
          new Magic("ELF", 0x7f, 'E', 'L', 'F'),
          new Magic("MP4", 0, 0, 0, 0x18, 'f', 't', 'y', 'p'),
          new Magic("MP4", 0, 0, 0, 0x20, 'f', 't', 'y', 'p'));
  private static final int PDF_HEADER_WITHIN = 1024;

  /** The kind a name claims, or null when its ending is none of ours. */
  static @Nullable DocumentKind claimed(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? null : BY_ENDING.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean isPdf(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
    return head.contains("%PDF-");
  }

  /** Name of a kind that is certainly no document of ours, or null. */
  static @Nullable String otherKind(byte[] bytes) {
    for (Magic magic : OTHERS) {
      if (FileBytes.startsWith(bytes, magic.bytes())) {
        return magic.name();
      }
    }
    if (FileBytes.startsWith(bytes, 'R', 'I', 'F', 'F') && ascii(bytes, 8, 4).equals("WEBP")) {
      return "WEBP";
    }
    if (FileBytes.startsWith(bytes, 'B', 'M') && hasNul(bytes)) {
      return "BMP";
    }
    return FileBytes.startsWith(bytes, 'M', 'Z') && hasNul(bytes) ? "EXE" : null;
  }

  /** Name of what a zip holds when it is no docx, by the parts in it; null for a docx. */
  static @Nullable String otherArchive(List<String> names) {
    if (names.stream().anyMatch(name -> name.equalsIgnoreCase("word/document.xml"))) {
      return null;
    }
    if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
      return "XLSX";
    }
    if (names.stream().anyMatch(name -> name.startsWith("ppt/"))) {
      return "PPTX";
    }
    if (names.contains("mimetype") && names.contains("content.xml")) {
      return "ODF";
    }
    return names.contains("META-INF/MANIFEST.MF") ? "JAR" : "ZIP";
  }

  /** Whether a text is a web page. */
  static boolean isHtml(String text) {
    String head = text.substring(0, Math.min(text.length(), 4096)).toLowerCase(Locale.ROOT);
    if (!head.contains("<")) {
      return false;
    }
    return head.contains("<!doctype html")
        || head.contains("<html")
        || head.contains("<body")
        || head.stripLeading()
            .matches("(?s)<(head|div|p|table|meta|article|main|title|h[1-6])\\b.*");
  }

  /** Name of a text format that carries a document inside markup we do not take, or null. */
  static @Nullable String otherText(String text) {
    String head = text.substring(0, Math.min(text.length(), 1024)).stripLeading();
    if (head.startsWith("<?xml")) {
      return "XML";
    }
    return head.startsWith("MIME-Version:") && head.contains("multipart/") ? "MHTML" : null;
  }

  private static String ascii(byte[] bytes, int from, int length) {
    return bytes.length < from + length
        ? ""
        : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }
}
