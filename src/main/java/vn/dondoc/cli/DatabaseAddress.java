package vn.dondoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import vn.dondoc.kernel.Refusal;

/**
 * Địa chỉ cơ sở dữ liệu: a PostgreSQL server, a database in it, and who connects.
 *
 * <p>A password never stands among the arguments, where every user of the machine could read it: it
 * comes from a file, from PGPASSWORD, or from the driver's own reading of {@code .pgpass}.
 *
 * @param url as the driver wants it
 * @param user the login role
 * @param password null when the driver shall look for it in {@code .pgpass}
 */
public record DatabaseAddress(String url, String user, @Nullable String password) {
  private static final Pattern PLAIN =
      Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^@/:?]+)@)?(?<rest>[^@]*)");
  private static final Pattern WITH_PASSWORD =
      Pattern.compile("postgres(?:ql)?://[^/@]*:[^/@]*@|[?&]password=");
  private static final Pattern USER_PARAMETER = Pattern.compile("[?&]user=(?<user>[^&]+)");

  /**
   * Reads {@code --db}, {@code --user} and {@code --password-file}.
   *
   * @throws Refusal when the address cannot be read, or carries a password
   */
  public static DatabaseAddress from(Options options) {
    String written = options.required("--db");
    if (WITH_PASSWORD.matcher(written).find()) {
      throw Refusal.of(CliRefusal.PASSWORD_IN_ADDRESS, "--db");
    }
    Matcher address = PLAIN.matcher(written);
    if (!address.matches()) {
      throw Refusal.of(CliRefusal.DATABASE_ADDRESS, "--db", written);
    }
    Matcher parameter = USER_PARAMETER.matcher(written);
    String user =
        options
            .value("--user")
            .orElse(
                address.group("user") != null
                    ? address.group("user")
                    : parameter.find() ? parameter.group("user") : standardUser());
    return new DatabaseAddress(
        "jdbc:postgresql://" + address.group("rest"), user, password(options));
  }

  private static String standardUser() {
    String user = System.getenv("PGUSER");
    return user == null || user.isBlank() ? System.getProperty("user.name") : user;
  }

  private static @Nullable String password(Options options) {
    Path file = options.path("--password-file").orElse(null);
    if (file == null) {
      return System.getenv("PGPASSWORD");
    }
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw Refusal.of(CliRefusal.PASSWORD_FILE, file.toString(), file, reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT);
  }

  /** Connects for a single piece of work, without a pool. */
  public DataSource connect() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(10);
    return source;
  }
}
