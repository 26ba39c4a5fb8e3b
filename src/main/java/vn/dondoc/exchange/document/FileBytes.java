package vn.dondoc.exchange.document;

import java.io.IOException;
import java.io.InputStream;
import vn.dondoc.exchange.ExchangeLimits;
import vn.dondoc.exchange.ExchangeRefusal;

/** The bytes of a file that was handed in, never more than the limit in memory. */
public final class FileBytes {
  private FileBytes() {}

  public static byte[] of(ExchangeLimits limits, String file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(limits.fileBytes() + 1);
    return within(limits, file, bytes);
  }

  public static byte[] within(ExchangeLimits limits, String file, byte[] bytes) {
    if (bytes.length > limits.fileBytes()) {
      throw ExchangeRefusal.TOO_LARGE.of(file, limits.fileBytes() >> 20);
    }
    if (bytes.length == 0) {
      throw ExchangeRefusal.EMPTY.of(file);
    }
    return bytes;
  }

  public static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** The container of the old Office formats, and of encrypted new ones. */
  public static boolean isCompound(byte[] bytes) {
    return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  }

  public static boolean isZip(byte[] bytes) {
    return startsWith(bytes, 'P', 'K', 3, 4);
  }
}
