package vn.dondoc.task.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form of a deed sends.
 *
 * @param step the last step the person saw
 * @param day a day as typed
 * @param body name of the competent body as typed
 * @param words the report or the reason
 * @param document số, ký hiệu of a paper
 * @param files the evidence
 * @param whole the same for every duty of the task it is possible of
 */
record DeedForm(
    int step,
    @Nullable String day,
    @Nullable String body,
    @Nullable String words,
    @Nullable String document,
    @Nullable List<MultipartFile> files,
    @Nullable Boolean whole) {
  /** A form nobody has filled in yet. */
  static DeedForm empty(int step, String day) {
    return new DeedForm(step, day, null, null, null, null, null);
  }

  // The database holds no zero character.
  private static String clean(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\u0000", "").strip();
  }

  boolean isForWhole() {
    return Boolean.TRUE.equals(whole);
  }

  String typedDay() {
    return clean(day);
  }

  String typedBody() {
    return clean(body);
  }

  String typedWords() {
    return clean(words);
  }

  String typedDocument() {
    return clean(document);
  }

  /** The files that were chosen. */
  List<EvidenceFile> evidence() {
    return EvidenceFile.sent(files);
  }
}
