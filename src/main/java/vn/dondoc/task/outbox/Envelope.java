package vn.dondoc.task.outbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Phong bì: a letter as mail programs write it, the same each time it is tried. */
final class Envelope extends MimeMessage {
  private static final String UTF8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  private Envelope(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static Envelope of(Posted posted, MailSettings settings, Session session)
      throws MessagingException {
    Envelope envelope = new Envelope(session, posted.messageId());
    Letter letter = posted.letter();
    try {
      envelope.setFrom(settings.from());
      envelope.setRecipient(
          Message.RecipientType.TO, new InternetAddress(letter.address(), letter.name(), UTF8));
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException(letter.name(), e);
    }
    envelope.setSubject(letter.subject(), UTF8);
    envelope.setText(letter.body(), UTF8);
    envelope.setSentDate(Date.from(posted.madeAt()));
    // No holiday notice is to come back (RFC 3834).
    envelope.setHeader("Auto-Submitted", "auto-generated");
    envelope.setHeader("Content-Language", "vi");
    envelope.saveChanges();
    return envelope;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
