package vn.dondoc.exchange.document;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.dondoc.exchange.ExchangeLimits;
import vn.dondoc.exchange.ExchangeRefusal;

/** The packed streams of a PDF unpacked once and only counted, before a reader keeps them. */
final class DeflatedStreams {
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

  private DeflatedStreams() {}

  static void refuseOversized(ExchangeLimits limits, String file, byte[] bytes) {
    long left = limits.unpackedBytes();
    byte[] block = new byte[1 << 16];
    for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
      if (!isDeflated(bytes, at)) {
        continue;
      }
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(bytes, at, bytes.length - at);
        for (int got = inflater.inflate(block); got > 0; got = inflater.inflate(block)) {
          left -= got;
          if (left < 0) {
            throw ExchangeRefusal.OVERSIZED_ARCHIVE.of(file);
          }
        }
      } catch (DataFormatException e) {
        // Not packed after all, or damaged: only what came out of it counts; the reader says more.
        continue;
      } finally {
        inflater.end();
      }
    }
  }

  /** Where the next stream's bytes begin, or -1. */
  private static int next(byte[] bytes, int from) {
    for (int i = from; i < bytes.length - STREAM.length - 2; i++) {
      int at = 0;
      while (at < STREAM.length && bytes[i + at] == STREAM[at]) {
        at++;
      }
      if (at == STREAM.length) {
        int body = i + at;
        body += bytes[body] == '\r' ? 1 : 0;
        body += body < bytes.length && bytes[body] == '\n' ? 1 : 0;
        return body;
      }
    }
    return -1;
  }

  private static boolean isDeflated(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      return false;
    }
    int head = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    return (bytes[at] & 0x0f) == 8 && head % 31 == 0;
  }
}
