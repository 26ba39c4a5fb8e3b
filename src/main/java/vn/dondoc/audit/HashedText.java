package vn.dondoc.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Fields in the form that is hashed: length in bytes, colon, value; "-" for nothing. The database's
 * own function {@code audit.field} writes the same.
 */
final class HashedText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

  HashedText add(@Nullable String value) {
    if (value == null) {
      bytes.write('-');
    } else {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(utf8);
    }
    return this;
  }

  /** SHA-256 of the hash before and these fields. */
  byte[] hash(byte[] previous) {
    MessageDigest digest = sha256();
    digest.update(previous);
    return digest.digest(bytes.toByteArray());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
