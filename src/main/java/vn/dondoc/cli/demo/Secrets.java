package vn.dondoc.cli.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.kernel.Refusal;

/**
 * Mật khẩu của cơ sở dữ liệu thử: drawn once, kept in the data folder for its owner alone.
 *
 * @param administrator of the database server, who makes the other two
 * @param owner of the tables, who migrates
 * @param application who owns nothing, and serves
 */
record Secrets(String administrator, String owner, String application) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Draws new ones and keeps them. */
  static Secrets draw(DataFolder folder) {
    Secrets drawn = new Secrets(word(), word(), word());
    folder.writePrivately(
        folder.secrets(),
        "administrator=%s\nowner=%s\napplication=%s\n"
            .formatted(drawn.administrator, drawn.owner, drawn.application));
    return drawn;
  }

  /**
   * Those kept in the folder.
   *
   * @throws Refusal when the file lacks one
   */
  static Secrets kept(DataFolder folder) {
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.secrets())) {
      kept.load(reader);
    } catch (NoSuchFileException e) {
      throw damaged(folder);
    } catch (IOException e) {
      throw DataFolder.refused(folder.root(), e);
    }
    return new Secrets(
        one(kept, "administrator", folder),
        one(kept, "owner", folder),
        one(kept, "application", folder));
  }

  private static String one(Properties kept, String name, DataFolder folder) {
    String word = kept.getProperty(name, "");
    if (!word.matches("[A-Za-z0-9_-]{32}")) {
      throw damaged(folder);
    }
    return word;
  }

  private static Refusal damaged(DataFolder folder) {
    return Refusal.of(
        CliRefusal.FOLDER_DAMAGED, folder.root().toString(), folder.root(), folder.secrets());
  }

  private static String word() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
