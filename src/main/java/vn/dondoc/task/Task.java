package vn.dondoc.task;

import java.time.Instant;
import java.util.List;

/**
 * Nhiệm vụ, as its latest version says.
 *
 * @param id its id
 * @param code mã, {@code "NV-2020-0020"}
 * @param content what it says and who takes part
 * @param version number of the version, from 1
 * @param recordedAt when that version was recorded
 * @param recordedBy by whom
 */
public record Task(
    long id, String code, NewTask content, int version, Instant recordedAt, String recordedBy) {

  /** Bodies with a part, in the order of the source. */
  public List<Party> withPart(Party.Part part) {
    return content.parties().stream().filter(party -> party.part() == part).toList();
  }
}
