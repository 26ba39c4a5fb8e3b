package vn.dondoc.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;

/**
 * Nhật ký: the door through which every module says what a person did.
 *
 * <p>Entries are written as the last thing before the commit, so the chain's lock is held for a
 * moment only and never waited for while holding another; entry and act stand or fall together.
 */
@Component
public class AuditTrail {
  private static final String APPEND =
      "select audit.append(:account, :actor, :act, :kind, :id, :why, :before, :after)";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final JdbcClient jdbc;
  private final Anchors anchors;

  AuditTrail(JdbcClient jdbc, Anchors anchors) {
    this.jdbc = jdbc;
    this.anchors = anchors;
  }

  /**
   * Records what the current actor did, in the caller's transaction.
   *
   * @throws IllegalStateException outside a transaction, or in one that only reads
   */
  public void record(Act act) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException(act.act() + " is recorded outside a writing transaction");
    }
    Actor actor = Acting.current();
    Line line =
        new Line(actor.accountId(), actor.name(), act, json(act.before()), json(act.after()));
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
    if (pending == null) {
      pending = new Pending();
      TransactionSynchronizationManager.bindResource(this, pending);
      TransactionSynchronizationManager.registerSynchronization(pending);
    }
    pending.lines.add(line);
  }

  private static String json(Map<String, ?> facts) {
    return JSON.writeValueAsString(facts);
  }

  private record Line(long account, String actor, Act act, String before, String after) {}

  private final class Pending implements TransactionSynchronization {
    private final List<Line> lines = new ArrayList<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(AuditTrail.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(AuditTrail.this, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      for (Line line : lines) {
        append(line);
      }
    }

    @Override
    public void afterCommit() {
      anchors.recorded(lines.size());
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(AuditTrail.this);
    }
  }

  private void append(Line line) {
    @Nullable String why = line.act().why();
    jdbc.sql(APPEND)
        .param("account", line.account())
        .param("actor", line.actor())
        .param("act", line.act().act())
        .param("kind", line.act().subjectKind())
        .param("id", line.act().subjectId())
        .param("why", why, java.sql.Types.VARCHAR)
        .param("before", line.before())
        .param("after", line.after())
        .query(Long.class)
        .single();
  }
}
