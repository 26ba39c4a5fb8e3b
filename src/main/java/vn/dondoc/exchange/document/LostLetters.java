package vn.dondoc.exchange.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chữ mất dấu: letters that were lost when a text was stored in a wrong encoding.
 *
 * <p>Only what no clean text holds counts: a sign of the old code pages or a question mark within a
 * word, never a missing accent. A text may be typed without any.
 */
final class LostLetters {
  private static final List<Charset> MISTAKEN =
      List.of(Charset.forName("windows-1252"), Charset.forName("windows-1258"));
  // The letters of Vietnamese in UTF-8, byte by byte in a western code page.
  private static final String DOUBLED =
      "á[º»]|Ä[‘\u0090\u0091]|Æ[°¡¯]|Ä[ƒ‚©¨]|Å[©¨]|Ã[\u0080-\u009f¡-ª¬-º¼-¿ƒ‚„ˆ‰‹Š†‡™š›œžŸ€]";
  private static final String SIGN_WITHIN = "\\p{L}[¡-©¬®-±´¶-¹»-¿×÷‰†‡™\u0080-\u009f]+\\p{L}";
  private static final String REPLACED = "\\p{L}\ufffd|\ufffd\\p{L}";
  // "WTO?Vì" is a question; no letter of one kind goes on behind its question mark.
  private static final String ASKED = "\\?\\p{Ll}|\\p{Lu}\\?\\p{Lu}";
  private static final Pattern LOST =
      Pattern.compile(DOUBLED + "|" + SIGN_WITHIN + "|" + REPLACED + "|" + ASKED);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern ADDRESS = Pattern.compile("[/=&@\\\\]|www\\.");

  private static final int FEWEST_WORDS = 3;
  private static final double TOO_MANY = 0.05;
  private static final double SURE = 0.85;
  private static final int LONGEST_EXAMPLE = 30;

  private LostLetters() {}

  /** What a text in UTF-8 said before it was taken for a code page and stored again, or null. */
  static @Nullable String repaired(String text) {
    for (Charset charset : MISTAKEN) {
      String once = decodedAgain(text, charset);
      if (once != null) {
        Syllables syllables = Syllables.of(once);
        if (syllables.accented() >= FEWEST_WORDS && syllables.share() >= SURE) {
          return once;
        }
      }
    }
    return null;
  }

  /** A word that shows the loss when too many words of a text do, or null. */
  static @Nullable String example(String text) {
    int words = 0;
    int lost = 0;
    String example = null;
    for (String word : SPACE.split(text)) {
      if (!LETTER.matcher(word).find() || ADDRESS.matcher(word).find()) {
        continue;
      }
      words++;
      if (LOST.matcher(word).find()) {
        lost++;
        example = Objects.requireNonNullElse(example, word);
      }
    }
    if (example == null || lost < FEWEST_WORDS || lost < words * TOO_MANY) {
      return null;
    }
    return example.length() <= LONGEST_EXAMPLE ? example : example.substring(0, LONGEST_EXAMPLE);
  }

  private static @Nullable String decodedAgain(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    boolean beyondAscii = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      beyondAscii |= c > 0x7f;
      try {
        // A code page has holes; what stood in one passes as the control character of its number.
        if (c <= 0x9f && (c <= 0x7f || !encoder.canEncode(c))) {
          bytes.write(c);
        } else {
          bytes.writeBytes(bytesOf(encoder.encode(CharBuffer.wrap(new char[] {c}))));
        }
      } catch (CharacterCodingException e) {
        return null;
      }
    }
    if (!beyondAscii) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString()
          .replaceFirst("^\ufeff", "");
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static byte[] bytesOf(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
