package vn.dondoc.task.head;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.task.life.EvidenceFile;

/**
 * What the form of an explanation or of a decision sends.
 *
 * @param outcome what was decided
 * @param words what is said
 * @param document số, ký hiệu of the paper
 * @param files what proves it
 */
record MatterForm(
    @Nullable String outcome,
    @Nullable String words,
    @Nullable String document,
    @Nullable List<MultipartFile> files) {
  static MatterForm empty() {
    return new MatterForm(null, null, null, null);
  }

  // The database holds no zero character.
  private static String clean(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  String said() {
    return clean(words);
  }

  String paper() {
    return clean(document);
  }

  @Nullable Standing kind() {
    int at = Standing.words().indexOf(clean(outcome));
    return at < 0 ? null : Standing.values()[at];
  }

  Explanation.Draft draft() {
    return new Explanation.Draft(said(), paper(), EvidenceFile.sent(files));
  }
}
