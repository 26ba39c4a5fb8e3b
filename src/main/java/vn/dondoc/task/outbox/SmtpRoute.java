package vn.dondoc.task.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Máy chủ thư của tỉnh, by SMTP. */
final class SmtpRoute implements MailRoute {
  // What a server answers to a whole installation, not to one letter: sign in first, encrypt first.
  private static final Set<Integer> NOT_ABOUT_THE_LETTER = Set.of(421, 454, 530, 534, 535, 538);
  private static final int FOR_GOOD = 500;

  private final MailSettings settings;
  private final Session session;

  SmtpRoute(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(MailSettings settings) {
    String patience = Long.toString(settings.patience().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.localhost", settings.domain());
    properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    boolean upgrade = settings.security() == MailSettings.Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(upgrade));
    properties.put("mail.smtp.starttls.required", Boolean.toString(upgrade));
    properties.put(
        "mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    // The letter was taken with the answer to its data; what is said to goodbye changes nothing.
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  @Override
  public void deliver(Posted letter) throws Undelivered {
    Transport transport = connect();
    try {
      Envelope envelope = Envelope.of(letter, settings, session);
      transport.sendMessage(envelope, envelope.getAllRecipients());
    } catch (MessagingException e) {
      throw new Undelivered(why(e), told(e));
    } finally {
      close(transport);
    }
  }

  private Transport connect() throws Undelivered {
    try {
      Transport transport = session.getTransport("smtp");
      boolean signsIn = !settings.user().isEmpty();
      transport.connect(
          settings.host(),
          settings.port(),
          signsIn ? settings.user() : null,
          signsIn ? settings.password() : null);
      return transport;
    } catch (MessagingException e) {
      throw new Undelivered(Undelivered.Cause.NOBODY_THERE, e);
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The letter is there; only the line was cut.
      return;
    }
  }

  private static Undelivered.Cause why(MessagingException failure) {
    int code = code(failure);
    if (code == 0) {
      return failure instanceof SendFailedException
          ? Undelivered.Cause.REFUSED
          : Undelivered.Cause.NOBODY_THERE;
    }
    if (NOT_ABOUT_THE_LETTER.contains(code)) {
      return Undelivered.Cause.NOBODY_THERE;
    }
    return code >= FOR_GOOD ? Undelivered.Cause.REFUSED : Undelivered.Cause.PUT_OFF;
  }

  /** The server's own words about the address tell more than those about the sending. */
  private static MessagingException told(MessagingException failure) {
    Exception next = failure;
    while (next instanceof MessagingException known) {
      if (known instanceof SMTPAddressFailedException) {
        return known;
      }
      next = known.getNextException();
    }
    return failure;
  }

  private static int code(MessagingException failure) {
    Exception next = failure;
    int code = 0;
    while (next instanceof MessagingException known) {
      if (known instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (known instanceof SMTPSendFailedException sending) {
        code = sending.getReturnCode();
      } else if (known instanceof SMTPSenderFailedException sender) {
        code = sender.getReturnCode();
      }
      next = known.getNextException();
    }
    return code;
  }

  @Override
  public Place place() {
    return new Place("task.outbox.route.server", settings.host() + ":" + settings.port());
  }
}
