package vn.dondoc.audit;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Mốc neo: what the chain was at one moment, kept outside the database.
 *
 * @param line its place among the anchors, from 1
 * @param count how many entries there were
 * @param head hash of the last of them, in hexadecimal
 * @param firstAt when the first entry was made
 * @param lastAt when the last one was
 * @param writtenAt when this anchor was
 * @param previous hash of the anchor before
 * @param hash hash over all of the above
 */
record Anchor(
    long line,
    long count,
    String head,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    Instant writtenAt,
    String previous,
    String hash) {
  static final String NONE = "0".repeat(64);

  /** The state of the chain. */
  record State(long count, String head, @Nullable Instant firstAt, @Nullable Instant lastAt) {}

  static Anchor next(long line, State state, Instant writtenAt, String previous) {
    Anchor open =
        new Anchor(
            line,
            state.count(),
            state.head(),
            state.firstAt(),
            state.lastAt(),
            writtenAt,
            previous,
            "");
    return new Anchor(
        line,
        state.count(),
        state.head(),
        state.firstAt(),
        state.lastAt(),
        writtenAt,
        previous,
        open.reckonedHash());
  }

  /** What {@code hash} must be. */
  String reckonedHash() {
    return HexFormat.of()
        .formatHex(
            new HashedText()
                .add(Long.toString(line))
                .add(Long.toString(count))
                .add(head)
                .add(firstAt == null ? null : firstAt.toString())
                .add(lastAt == null ? null : lastAt.toString())
                .add(writtenAt.toString())
                .add(previous)
                .hash(new byte[0]));
  }
}
