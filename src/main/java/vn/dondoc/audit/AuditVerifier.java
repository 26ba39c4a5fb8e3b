package vn.dondoc.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.dondoc.audit.Verdict.Kind;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Kiểm tra nhật ký: reads the whole chain and compares it with the anchors kept outside.
 *
 * <p>What an anchor never saw can be altered unnoticed by whoever owns the database: the entries
 * since the last one. Whoever alters both database and anchors is found only by a copy of the
 * anchors kept elsewhere.
 */
public final class AuditVerifier {
  // Sees every entry also with the server's own role; one snapshot, whatever is added meanwhile.
  private static final String SCOPE = "select set_config('app.whole', 't', true)";
  private static final String ENTRIES =
      """
      select number, (extract(epoch from at) * 1000000)::bigint as at, account_id, actor, act,
             subject_kind, subject_id, why, before::text as before, after::text as after,
             previous, hash
        from audit.entry
       order by number
      """;
  private static final String KNOWN = "select exists (select from audit.entry where hash = ?)";
  private static final int BATCH = 2_000;
  private static final HexFormat HEX = HexFormat.of();

  private final Connection connection;
  private final List<AnchorFile.Line> anchors;
  private final Map<Long, String> heads = new TreeMap<>();

  private AuditVerifier(Connection connection, List<AnchorFile.Line> anchors) {
    this.connection = connection;
    this.anchors = anchors;
  }

  /**
   * Verifies the audit of a database.
   *
   * @param database with the owner's role or the server's
   * @param anchors the directory the server writes anchors to, or the file itself
   * @throws UncheckedIOException when the anchors cannot be read
   * @throws IllegalStateException when the database cannot be read
   */
  public static Verdict verify(DataSource database, Path anchors) {
    AnchorFile file = Files.isDirectory(anchors) ? AnchorFile.in(anchors) : new AnchorFile(anchors);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        // Anchors first: one written after the snapshot would count entries it does not show.
        return new AuditVerifier(connection, file.lines()).verdict();
      } finally {
        connection.rollback();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the audit: " + e.getMessage(), e);
    }
  }

  private Verdict verdict() throws SQLException {
    long changed = changedAnchor();
    if (changed > 0) {
      return told(Kind.ANCHOR_CHANGED, changed, 0);
    }
    for (AnchorFile.Line line : anchors) {
      Anchor anchor = line.anchor();
      if (anchor != null) {
        String other = heads.putIfAbsent(anchor.count(), anchor.head());
        if (other != null && !other.equals(anchor.head())) {
          return told(Kind.REHASHED, anchor.count(), 0);
        }
      }
    }
    try (Statement scope = connection.createStatement()) {
      scope.execute(SCOPE);
    }
    return chain();
  }

  /** Line of the first anchor that does not hold; 0 when all do. */
  private long changedAnchor() {
    String previous = Anchor.NONE;
    for (int i = 0; i < anchors.size(); i++) {
      AnchorFile.Line line = anchors.get(i);
      Anchor anchor = line.anchor();
      boolean torn = anchor == null && i + 1 < anchors.size();
      boolean holds =
          anchor != null
              && anchor.line() == i + 1
              && anchor.previous().equals(previous)
              && anchor.hash().equals(anchor.reckonedHash());
      if (!torn && !holds) {
        return i + 1L;
      }
      // A line torn by a power failure is vouched for by the next one, which names its bytes.
      previous = line.link();
    }
    return 0;
  }

  private Verdict chain() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.setFetchSize(BATCH);
      try (ResultSet row = statement.executeQuery()) {
        return chain(row);
      }
    }
  }

  private Verdict chain(ResultSet row) throws SQLException {
    String beforeLast = "";
    String last = Anchor.NONE;
    long count = 0;
    while (row.next()) {
      long number = row.getLong("number");
      if (number != count + 1) {
        return told(Kind.DELETED, count + 1, count);
      }
      String previous = HEX.formatHex(row.getBytes("previous"));
      String hash = HEX.formatHex(row.getBytes("hash"));
      if (!hash.equals(reckoned(row))) {
        return told(Kind.EDITED, number, count);
      }
      if (!previous.equals(last)) {
        return broken(row, number, last, previous.equals(beforeLast));
      }
      count = number;
      String seen = heads.get(count);
      if (seen != null && !seen.equals(hash)) {
        return told(Kind.REHASHED, lastAgreed(count) + 1, count);
      }
      beforeLast = last;
      last = hash;
    }
    return end(count);
  }

  private Verdict end(long count) {
    long anchored = heads.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    if (anchored > count) {
      return told(Kind.CUT_TAIL, count + 1, count);
    }
    if (anchors.isEmpty()) {
      return told(Kind.NO_ANCHORS, 0, count);
    }
    Anchor first = anchors.getFirst().anchor();
    long unseen = first == null ? 0 : first.count();
    if (unseen == 0) {
      return told(Kind.INTACT, anchored, count);
    }
    // Whoever took the first anchors away took with them what they would have shown.
    String sentence =
        Texts.in(Language.VI).get("audit.verdict.intact_since", anchored, count, unseen);
    return new Verdict(Kind.INTACT, anchored, count, sentence);
  }

  /** Which way the chain broke at an entry that holds in itself. */
  private Verdict broken(ResultSet row, long number, String last, boolean sameAsOneBefore)
      throws SQLException {
    if (sameAsOneBefore) {
      return told(Kind.INSERTED, number - 1, number - 1);
    }
    if (known(row.getBytes("previous"))) {
      return told(Kind.SWAPPED, number, number - 1);
    }
    boolean joinedWithout = row.next() && last.equals(HEX.formatHex(row.getBytes("previous")));
    return told(joinedWithout ? Kind.INSERTED : Kind.DELETED, number, number - 1);
  }

  private boolean known(byte[] hash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setBytes(1, hash);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private long lastAgreed(long count) {
    return heads.keySet().stream()
        .filter(c -> c < count)
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static String reckoned(ResultSet row) throws SQLException {
    HashedText text = new HashedText();
    for (String column :
        List.of(
            "at",
            "account_id",
            "actor",
            "act",
            "subject_kind",
            "subject_id",
            "why",
            "before",
            "after")) {
      @Nullable String value = row.getString(column);
      text.add(value);
    }
    return HEX.formatHex(text.hash(row.getBytes("previous")));
  }

  private static Verdict told(Kind kind, long entry, long entries) {
    String sentence = Texts.in(Language.VI).get(kind.key(), entry, entries);
    return new Verdict(kind, entry, entries, sentence);
  }
}
