package vn.dondoc.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.kernel.Refusal;

/**
 * Thư mục dữ liệu: the one folder a demonstration lives in, held by one process at a time.
 *
 * <p>The file {@code dondoc.lock} marks the folder as ours: nothing is ever written into, or
 * deleted from, a folder that holds other things and lacks it.
 */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "dondoc.lock";
  private static final Set<PosixFilePermission> OURS_ALONE =
      PosixFilePermissions.fromString("rw-------");
  private static final long FIRST_START_BYTES = 200L << 20;
  private static final long LATER_START_BYTES = 40L << 20;

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;
  private final List<Path> made;

  private DataFolder(Path root, FileChannel channel, FileLock lock, List<Path> made) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
    this.made = made;
  }

  /**
   * Takes the folder, making it if need be.
   *
   * @throws Refusal when it is another program's, another process has it, or it cannot be written
   */
  static DataFolder take(Path wanted) {
    Path root = wanted.toAbsolutePath().normalize();
    List<Path> made = missingUpwards(root);
    try {
      make(root);
      Path file = root.resolve(LOCK);
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(OURS_ALONE));
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String[] holder = holder(channel);
        channel.close();
        throw Refusal.of(CliRefusal.DEMO_RUNNING, root.toString(), root, holder[0], holder[1]);
      }
      if (!Files.exists(file)) {
        // Whoever held it a moment ago took it away: what is locked here is no file any more.
        channel.close();
        return take(wanted);
      }
      return new DataFolder(root, channel, lock, made);
    } catch (IOException e) {
      throw refused(root, e);
    }
  }

  /** The folders that must be made for this one to be there, the innermost first. */
  private static List<Path> missingUpwards(Path root) {
    List<Path> missing = new ArrayList<>();
    for (Path each = root; each != null && Files.notExists(each); each = each.getParent()) {
      missing.add(each);
    }
    return missing;
  }

  private static void make(Path root) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw Refusal.of(CliRefusal.FOLDER_NOT_FOLDER, root.toString(), root);
    }
    Files.createDirectories(root);
    if (!Files.isWritable(root)) {
      throw Refusal.of(CliRefusal.FOLDER_NOT_WRITABLE, root.toString(), root);
    }
    List<Path> entries = Tree.entries(root);
    // A disk's own top folder is empty but for this one.
    entries.removeIf(entry -> entry.endsWith("lost+found"));
    if (!entries.isEmpty() && !Files.exists(root.resolve(LOCK))) {
      throw Refusal.of(CliRefusal.FOLDER_FOREIGN, root.toString(), root);
    }
  }

  private static String[] holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    channel.read(bytes, 0);
    String[] lines =
        new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).split("\n");
    return lines.length < 2 ? new String[] {"?", "?"} : lines;
  }

  /** What a failure of the file system means to the person who started the program. */
  static RuntimeException refused(Path root, IOException failure) {
    String words = String.valueOf(failure.getMessage());
    if (words.contains("No space left") || words.contains("quota")) {
      return Refusal.of(CliRefusal.DISK_FULL, root.toString(), root, "40");
    }
    if (failure instanceof java.nio.file.AccessDeniedException
        || failure instanceof java.nio.file.NoSuchFileException
        || failure instanceof java.nio.file.FileSystemException && words.contains("Not a directory")
        || words.contains("Read-only file system")) {
      return Refusal.of(CliRefusal.FOLDER_NOT_WRITABLE, root.toString(), root);
    }
    return new UncheckedIOException(failure);
  }

  /** Leaves who holds the folder where a second start will read it. */
  void announce(String address) {
    try {
      String words = ProcessHandle.current().pid() + "\n" + address + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      throw refused(root, e);
    }
  }

  /**
   * Asks the disk before anything is half written on it.
   *
   * @throws Refusal when there is too little room
   */
  void requireRoom() {
    long needed = Files.exists(cluster()) ? LATER_START_BYTES : FIRST_START_BYTES;
    if (usableBytes() < needed) {
      throw Refusal.of(CliRefusal.DISK_FULL, root.toString(), root, Long.toString(needed >> 20));
    }
  }

  private long usableBytes() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw refused(root, e);
    }
  }

  /** True when what just failed most likely failed for want of room. */
  boolean isFull() {
    return usableBytes() < 20L << 20;
  }

  /** Empties it, its lock excepted. */
  void empty() {
    try {
      for (Path entry : Tree.entries(root)) {
        if (!entry.endsWith(LOCK) && !entry.endsWith("lost+found")) {
          Tree.delete(entry);
        }
      }
    } catch (IOException e) {
      throw refused(root, e);
    }
  }

  Path root() {
    return root;
  }

  /** PostgreSQL's own data directory. */
  Path cluster() {
    return root.resolve("postgresql");
  }

  /** Where the heads of the audit chain are written, outside the database. */
  Path anchors() {
    return root.resolve("anchors");
  }

  Path secrets() {
    return root.resolve("secrets.properties");
  }

  Path accounts() {
    return root.resolve("accounts.txt");
  }

  /** Written last: the demonstration is in the database, whole. */
  Path loaded() {
    return root.resolve("loaded");
  }

  Path serverLog() {
    return root.resolve("server.log");
  }

  Path databaseLog() {
    return root.resolve("postgresql.log");
  }

  /** Writes a file only the owner may read, whole or not at all. */
  void writePrivately(Path file, String words) {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    try {
      Files.deleteIfExists(half);
      Files.createFile(half, PosixFilePermissions.asFileAttribute(OURS_ALONE));
      try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(half, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw refused(root, e);
    }
  }

  /** The first of these that is missing, as a name within the folder. */
  @Nullable String missing(String... names) {
    for (String name : names) {
      if (!Files.exists(root.resolve(name))) {
        return name;
      }
    }
    return null;
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      leaveNothingOfNothing();
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A start that was refused before it began takes its mark away again, still holding it. */
  private void leaveNothingOfNothing() throws IOException {
    Path file = root.resolve(LOCK);
    if (!Tree.entries(root).stream().allMatch(entry -> entry.equals(file))) {
      return;
    }
    Files.deleteIfExists(file);
    for (Path folder : made) {
      if (!Tree.entries(folder).isEmpty()) {
        return;
      }
      Files.delete(folder);
    }
  }
}
