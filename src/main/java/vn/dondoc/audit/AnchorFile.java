package vn.dondoc.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tệp mốc neo: {@code audit-anchors.jsonl}, one anchor a line, each chained to the one before.
 *
 * @param path where it is
 */
record AnchorFile(Path path) {
  static final String NAME = "audit-anchors.jsonl";
  private static final int LONGEST_LINE = 8192;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  // Two servers of one Java process share no file lock.
  private static final Object ONE_WRITER = new Object();

  /**
   * One line.
   *
   * @param text as it stands in the file
   * @param anchor what it says; null when it cannot be read
   */
  record Line(String text, @Nullable Anchor anchor) {
    /** What the next line must name as the one before. */
    String link() {
      return anchor != null
          ? anchor.hash()
          : HexFormat.of()
              .formatHex(HashedText.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  static AnchorFile in(Path directory) {
    return new AnchorFile(directory.resolve(NAME));
  }

  boolean exists() {
    return Files.exists(path);
  }

  List<Line> lines() throws IOException {
    if (!exists()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    // Decoded leniently: a damaged byte is a line that says something else, not a broken reader.
    for (String text : new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n")) {
      if (!text.isEmpty()) {
        lines.add(new Line(text, parse(text)));
      }
    }
    return lines;
  }

  /** Adds an anchor and forces it to the disk. */
  void append(Anchor.State state, Instant now) throws IOException {
    synchronized (ONE_WRITER) {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (FileChannel file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        file.lock();
        Anchor anchor = next(file, state, now.truncatedTo(ChronoUnit.MICROS));
        // A line cut short by a power failure stays as it is; the new one starts below it.
        String start = endsWithinLine(file) ? "\n" : "";
        ByteBuffer bytes =
            ByteBuffer.wrap(
                (start + JSON.writeValueAsString(anchor) + "\n").getBytes(StandardCharsets.UTF_8));
        file.position(file.size());
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
    }
  }

  /** Behind the last line; only where that cannot be read are all of them. */
  private Anchor next(FileChannel file, Anchor.State state, Instant now) throws IOException {
    Anchor last = last(file);
    if (last != null) {
      return Anchor.next(last.line() + 1, state, now, last.hash());
    }
    List<Line> before = lines();
    String previous = before.isEmpty() ? Anchor.NONE : before.getLast().link();
    return Anchor.next(before.size() + 1L, state, now, previous);
  }

  private static @Nullable Anchor last(FileChannel file) throws IOException {
    int length = (int) Math.min(file.size(), LONGEST_LINE);
    ByteBuffer tail = ByteBuffer.allocate(length);
    while (tail.hasRemaining() && file.read(tail, file.size() - tail.remaining()) >= 0) {
      continue; // Until the whole tail is read.
    }
    String text = new String(tail.array(), StandardCharsets.UTF_8).stripTrailing();
    int start = text.lastIndexOf('\n') + 1;
    boolean whole = start > 0 || length == file.size();
    return whole && start < text.length() ? parse(text.substring(start)) : null;
  }

  private static boolean endsWithinLine(FileChannel file) throws IOException {
    if (file.size() == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    file.read(last, file.size() - 1);
    return last.get(0) != '\n';
  }

  private static @Nullable Anchor parse(String text) {
    try {
      return JSON.readValue(text, Anchor.class);
    } catch (JacksonException e) {
      // Said by the verifier, with the line's number.
      return null;
    }
  }
}
