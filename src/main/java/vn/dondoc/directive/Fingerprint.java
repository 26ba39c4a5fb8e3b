package vn.dondoc.directive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * Dấu vân của văn bản: tells the same file, and the same words in another file.
 *
 * @param bytes SHA-256 of the file, hex
 * @param words SHA-256 of its words without spaces, NFC, hex
 */
record Fingerprint(String bytes, String words) {
  static Fingerprint of(byte[] bytes, String text) {
    String words = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", "");
    return new Fingerprint(sha256(bytes), sha256(words.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
