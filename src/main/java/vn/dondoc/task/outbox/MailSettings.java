package vn.dondoc.task.outbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.dondoc.kernel.Refusal;

/**
 * Cài đặt thư đi, {@code dondoc.mail.*}.
 *
 * @param host mail server; empty writes letters into the folder
 * @param port its port
 * @param user who signs in there; empty for nobody
 * @param password with which password
 * @param from the sender's address
 * @param security how the way there is guarded
 * @param patience how long the server may be silent
 * @param folder where letters are written without a server; empty keeps them in the outbox
 */
record MailSettings(
    String host,
    int port,
    String user,
    String password,
    InternetAddress from,
    Security security,
    Duration patience,
    String folder) {
  private static final String START = "dondoc.mail.";
  private static final String NOBODY = "don-doc@dondoc.invalid";
  private static final int LARGEST_PORT = 65_535;
  private static final int LONGEST_PATIENCE = 300;

  /** Bảo vệ đường truyền. */
  enum Security {
    /** Plain at first, then encrypted or not at all. */
    STARTTLS,
    /** Encrypted from the start. */
    TLS,
    /** Never encrypted: a server on the same machine. */
    NONE
  }

  /**
   * Reads the settings.
   *
   * @throws Refusal naming the setting that cannot be meant
   */
  static MailSettings of(Environment environment) {
    String host = text(environment, "host", "");
    String user = text(environment, "user", "");
    Map<String, Security> ways = new TreeMap<>();
    List.of(Security.values())
        .forEach(way -> ways.put(way.name().toLowerCase(java.util.Locale.ROOT), way));
    String tls = text(environment, "tls", "starttls");
    Security security = ways.get(tls);
    if (security == null) {
      throw wrong("tls", tls, String.join(", ", ways.keySet()));
    }
    return new MailSettings(
        host,
        number(environment, "port", "587", LARGEST_PORT),
        user,
        environment.getProperty(START + "password", ""),
        from(text(environment, "from", host.isEmpty() ? NOBODY : "")),
        security,
        Duration.ofSeconds(number(environment, "patience", "20", LONGEST_PATIENCE)),
        text(environment, "folder", ""));
  }

  /** What an identifier of a letter ends with. */
  String domain() {
    String address = from.getAddress();
    return address.substring(address.indexOf('@') + 1);
  }

  private static InternetAddress from(String written) {
    try {
      InternetAddress from = new InternetAddress(written, true);
      if (from.getAddress().contains("@")) {
        return from;
      }
    } catch (AddressException e) {
      throw wrong("from", written, "don-doc@tinh.gov.vn");
    }
    throw wrong("from", written, "don-doc@tinh.gov.vn");
  }

  private static int number(Environment environment, String name, String otherwise, int most) {
    String written = text(environment, name, otherwise);
    if (!written.matches("\\d{1,5}")
        || Integer.parseInt(written) < 1
        || Integer.parseInt(written) > most) {
      throw wrong(name, written, "1–" + most);
    }
    return Integer.parseInt(written);
  }

  private static String text(Environment environment, String name, String otherwise) {
    String written = environment.getProperty(START + name, "").strip();
    return written.isEmpty() ? otherwise : written;
  }

  private static Refusal wrong(String name, String read, String remedy) {
    return Refusal.of(OutboxRefusal.SETTING, START + name, START + name, read, remedy);
  }

  /** Chooses the way letters go. */
  @Configuration(proxyBeanMethods = false)
  static class Choice {
    @Bean
    MailSettings mailSettings(Environment environment) {
      return MailSettings.of(environment);
    }

    @Bean
    MailRoute mailRoute(MailSettings settings) {
      if (!settings.host().isEmpty()) {
        return new SmtpRoute(settings);
      }
      return settings.folder().isEmpty()
          ? new NoRoute()
          : new FolderRoute(Path.of(settings.folder()).toAbsolutePath(), settings);
    }
  }
}
