package vn.dondoc.task.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Thư mục thư đi: a letter becomes an {@code .eml} file that any mail program opens. The file bears
 * the letter's own name, so written twice it is still one.
 */
final class FolderRoute implements MailRoute {
  private final Path folder;
  private final MailSettings settings;
  private final Session session = Session.getInstance(new Properties());

  FolderRoute(Path folder, MailSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  @Override
  public void deliver(Posted letter) throws Undelivered {
    String name = letter.letter().day() + "-" + letter.id() + ".eml";
    Path half = folder.resolve(name + ".half");
    try {
      Files.createDirectories(folder);
      try (OutputStream out = Files.newOutputStream(half)) {
        Envelope.of(letter, settings, session).writeTo(out);
      }
      Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Undelivered(Undelivered.Cause.NOBODY_THERE, e);
    } catch (MessagingException e) {
      throw new Undelivered(Undelivered.Cause.REFUSED, e);
    }
  }

  @Override
  public Place place() {
    return new Place("task.outbox.route.folder", folder.toString());
  }
}
