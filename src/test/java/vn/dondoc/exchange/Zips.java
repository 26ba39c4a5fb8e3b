package vn.dondoc.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives made and damaged for tests. */
final class Zips {
  private Zips() {}

  static byte[] of(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  /** The same archive with one part rewritten. */
  static byte[] replacing(byte[] archive, String part, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().equals(part)) {
          bytes =
              change
                  .apply(new String(bytes, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8);
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(bytes);
      }
    }
    return out.toByteArray();
  }

  /** The same archive without one part, and without a word of it in the others. */
  static byte[] without(byte[] archive, String part) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String named = part.substring(part.lastIndexOf('/') + 1);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals(part)) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          zip.write(
              new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .replaceAll("<(Override|Relationship)[^>]*" + named + "[^>]*/>", "")
                  .getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return out.toByteArray();
  }

  static byte[] truncated(byte[] file, Random random) {
    return Arrays.copyOf(file, 1 + random.nextInt(file.length - 1));
  }

  static byte[] flipped(byte[] file, Random random, int bytes) {
    byte[] damaged = file.clone();
    for (int i = 0; i < bytes; i++) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }
}
