package vn.dondoc.project.entry;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import vn.dondoc.kernel.Acting;

/** Ai nói, ngày nào: what every fact of the register carries. */
public final class Said {
  private Said() {}

  /** The parameters {@code day}, {@code account} and {@code who}. */
  public static StatementSpec on(LocalDate day, StatementSpec asked) {
    return asked
        .param("day", day)
        .param("account", Acting.current().accountId())
        .param("who", Acting.current().name());
  }
}
