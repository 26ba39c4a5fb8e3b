package vn.dondoc.rural.workbook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Đóng dấu: signs what a sheet says of itself, and tells whether a seal is the program's own. */
@Component
class BookSeals {
  /** How every seal begins. */
  static final String MARK = "DDB1.";

  private static final Pattern SEAL =
      Pattern.compile("DDB1\\.(\\d{1,9})\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{43})");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BookStore store;

  BookSeals(BookStore store) {
    this.store = store;
  }

  /** What seals are made with. */
  record Key(int id, byte[] secret) {}

  /** What tells seals apart for as long as a file is read. */
  Opener opener() {
    return new Opener(store.keys());
  }

  static String sign(BookSeal seal, Key key) {
    byte[] said = JSON.writeValueAsBytes(seal);
    Base64.Encoder letters = Base64.getUrlEncoder().withoutPadding();
    return MARK
        + key.id()
        + "."
        + letters.encodeToString(said)
        + "."
        + letters.encodeToString(mac(key, said));
  }

  /**
   * Xem dấu.
   *
   * @param keys every key that ever signed, by its number
   */
  record Opener(Map<Integer, Key> keys) {
    /** What a seal says; null when it is not the program's own, or was altered. */
    @Nullable BookSeal open(String text) {
      Matcher parts = SEAL.matcher(text.strip());
      if (!parts.matches()) {
        return null;
      }
      Key key = keys.get(Integer.valueOf(parts.group(1)));
      if (key == null) {
        return null;
      }
      try {
        byte[] said = Base64.getUrlDecoder().decode(parts.group(2));
        byte[] mac = Base64.getUrlDecoder().decode(parts.group(3));
        return MessageDigest.isEqual(mac, mac(key, said))
            ? JSON.readValue(said, BookSeal.class)
            : null;
      } catch (IllegalArgumentException | JacksonException e) {
        return null;
      }
    }
  }

  private static byte[] mac(Key key, byte[] said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
      mac.update("rural.book\n".getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(said);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
