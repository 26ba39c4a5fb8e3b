package vn.dondoc.publication;

import java.time.Instant;

/**
 * Số liệu đã ghi: a fact with when and by whom it was recorded.
 *
 * @param fact what was said
 * @param recordedAt when it was stored
 * @param recordedBy by whom
 */
public record RecordedFact(Fact fact, Instant recordedAt, String recordedBy) {}
