package vn.dondoc.exchange.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.ExchangeRefusal;

/** Bảng mã: what the bytes of a plain text say. */
final class Encodings {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final int SAMPLE = 4096;
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final double SURE = 0.85;
  private static final int FEWEST_WORDS = 3;

  private Encodings() {}

  /**
   * A text and the old encoding its bytes were in.
   *
   * @param legacy name of the encoding when it was neither UTF-8 nor UTF-16, else null
   */
  record Decoded(String text, @Nullable String legacy) {}

  static Decoded decode(String file, byte[] bytes) {
    if (FileBytes.startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return new Decoded(strict(file, bytes, 3, StandardCharsets.UTF_8), null);
    }
    // The mark of UTF-32 begins like that of UTF-16.
    if (FileBytes.startsWith(bytes, 0xff, 0xfe, 0x00, 0x00)) {
      return new Decoded(strict(file, bytes, 4, UTF_32LE), null);
    }
    if (FileBytes.startsWith(bytes, 0x00, 0x00, 0xfe, 0xff)) {
      return new Decoded(strict(file, bytes, 4, UTF_32BE), null);
    }
    if (FileBytes.startsWith(bytes, 0xff, 0xfe)) {
      return new Decoded(strict(file, bytes, 2, StandardCharsets.UTF_16LE), null);
    }
    if (FileBytes.startsWith(bytes, 0xfe, 0xff)) {
      return new Decoded(strict(file, bytes, 2, StandardCharsets.UTF_16BE), null);
    }
    Charset wide = withoutMark(bytes);
    if (wide != null) {
      return new Decoded(strict(file, bytes, 0, wide), null);
    }
    if (holdsControls(bytes)) {
      throw ExchangeRefusal.UNKNOWN_KIND.of(file);
    }
    int broken = firstBroken(bytes);
    return broken < 0
        ? new Decoded(new String(bytes, StandardCharsets.UTF_8), null)
        : legacy(file, bytes, broken);
  }

  private static Decoded legacy(String file, byte[] bytes, int broken) {
    String western = new String(bytes, WINDOWS_1252);
    String vietnamese = Normalizer.normalize(new String(bytes, WINDOWS_1258), Normalizer.Form.NFC);
    Decoded best = new Decoded("", null);
    double share = 0;
    for (Decoded each :
        new Decoded[] {
          new Decoded(vietnamese, "windows-1258"),
          new Decoded(
              LegacyVietnamese.fromTcvn3(new String(bytes, StandardCharsets.ISO_8859_1)),
              "TCVN3 (ABC)"),
          new Decoded(LegacyVietnamese.fromVni(western), "VNI"),
        }) {
      Syllables syllables = Syllables.of(each.text());
      if (syllables.accented() >= FEWEST_WORDS && syllables.share() > share) {
        share = syllables.share();
        best = each;
      }
    }
    if (share < SURE) {
      throw ExchangeRefusal.UNKNOWN_ENCODING.of(file, broken);
    }
    return best;
  }

  /** UTF-16 whose writer left the mark out: every other byte of plain letters is zero. */
  private static @Nullable Charset withoutMark(byte[] bytes) {
    int sample = Math.min(bytes.length, SAMPLE) / 2 * 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (sample < 8 || Math.max(even, odd) < sample / 2 * 0.3 || Math.min(even, odd) > 0) {
      return null;
    }
    return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static boolean holdsControls(byte[] bytes) {
    int controls = 0;
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
      boolean layout = each == '\n' || each == '\r' || each == '\t' || each == '\f';
      controls += each > 0 && each < 0x20 && !layout ? 1 : 0;
    }
    return controls > 2 + bytes.length / 1000;
  }

  private static int firstBroken(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(SAMPLE);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }

  private static String strict(String file, byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw ExchangeRefusal.UNKNOWN_ENCODING.of(file, from);
    }
  }
}
