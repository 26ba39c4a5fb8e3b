package vn.dondoc.cli;

import java.sql.Connection;
import java.sql.SQLException;
import vn.dondoc.kernel.Refusal;

/** Máy chủ PostgreSQL: asked before anything is built on it. */
public final class PostgresServer {
  private static final int OLDEST_MAJOR = 15;

  private PostgresServer() {}

  /**
   * Connects once and looks at the version.
   *
   * @throws Refusal when nobody answers, the role is not let in, or the server is too old
   */
  public static void requireUsable(DatabaseAddress address) {
    try (Connection connection = address.connect().getConnection()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST_MAJOR) {
        throw Refusal.of(
            CliRefusal.DATABASE_VERSION,
            address.url(),
            address.url(),
            Integer.toString(major),
            Integer.toString(OLDEST_MAJOR));
      }
    } catch (SQLException e) {
      throw refused(address, e);
    }
  }

  private static Refusal refused(DatabaseAddress address, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    // Class 28: not let in; 3D: no such database; 08: nobody answers.
    return state.startsWith("28") || state.startsWith("3D") || state.equals("08004")
        ? Refusal.of(
            CliRefusal.DATABASE_DENIED, address.url(), address.url(), address.user(), reason(e))
        : Refusal.of(CliRefusal.DATABASE_UNREACHABLE, address.url(), address.url(), reason(e));
  }

  /** The server's own words, on one line, from the innermost cause. */
  public static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
  }
}
