package vn.dondoc.task.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.exchange.FileKind;
import vn.dondoc.kernel.Refusal.Problem;
import vn.dondoc.web.UploadedName;

/**
 * Minh chứng: a file that proves a report.
 *
 * @param name its file name
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go straight to the database
public record EvidenceFile(String name, byte[] content) {
  /** Bytes one file may have. */
  public static final int LIMIT = 10 * 1024 * 1024;

  /** Files one report may have. */
  public static final int MOST = 10;

  private static final int LONGEST_NAME = 200;

  /** The media type, when the name's ending and the first bytes agree; null for anything else. */
  public @Nullable String mediaType() {
    FileKind kind = FileKind.of(name, content);
    return kind == null ? null : kind.mediaType();
  }

  /** The files that were chosen; a field left alone sends an empty one without a name. */
  public static List<EvidenceFile> sent(@Nullable List<MultipartFile> files) {
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

  /** Everything that is wrong with files sent together: how many, their names, sizes and types. */
  public static List<Problem> problems(String place, List<EvidenceFile> files) {
    List<Problem> problems = new ArrayList<>();
    if (files.size() > MOST) {
      problems.add(Problem.at(place, LifeRefusal.EVIDENCE_COUNT.key(), files.size(), MOST));
    }
    for (EvidenceFile file : files) {
      if (file.name().length() > LONGEST_NAME) {
        problems.add(
            Problem.at(
                file.name(),
                LifeRefusal.EVIDENCE_NAME.key(),
                file.name().substring(0, 40) + "…",
                file.name().length(),
                LONGEST_NAME));
      } else if (file.content().length == 0) {
        problems.add(Problem.at(file.name(), LifeRefusal.EVIDENCE_EMPTY.key(), file.name()));
      } else if (file.content().length > LIMIT) {
        problems.add(
            Problem.at(
                file.name(),
                LifeRefusal.EVIDENCE_SIZE.key(),
                file.name(),
                file.content().length / 1_048_576.0,
                LIMIT / 1_048_576));
      } else if (file.mediaType() == null) {
        problems.add(Problem.at(file.name(), LifeRefusal.EVIDENCE_TYPE.key(), file.name()));
      }
    }
    return problems;
  }
}
