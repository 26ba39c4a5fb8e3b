package vn.dondoc.task.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.web.UploadedName;

/**
 * What the form of a deed sends.
 *
 * @param step the last step the person saw
 * @param day a day as typed
 * @param body name of the competent body as typed
 * @param words the report or the reason
 * @param document số, ký hiệu of a paper
 * @param files the evidence
 */
record DeedForm(
    int step,
    @Nullable String day,
    @Nullable String body,
    @Nullable String words,
    @Nullable String document,
    @Nullable List<MultipartFile> files) {
  /** A form nobody has filled in yet. */
  static DeedForm empty(int step, String day) {
    return new DeedForm(step, day, null, null, null, null);
  }

  // The database holds no zero character.
  private static String clean(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\u0000", "").strip();
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

  /** The files that were chosen; a field left alone sends an empty one without a name. */
  List<EvidenceFile> evidence() {
    List<EvidenceFile> evidence = new ArrayList<>();
    for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
      String name = UploadedName.of(file, "");
      if (!name.isEmpty() || !file.isEmpty()) {
        evidence.add(new EvidenceFile(name.isEmpty() ? file.getName() : name, bytes(file)));
      }
    }
    return evidence;
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
