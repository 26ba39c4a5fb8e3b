package vn.dondoc.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dondoc.cli.CliRefusal;
import vn.dondoc.kernel.Refusal;

/**
 * Chạy không bằng quyền root: PostgreSQL refuses to run as root, so root starts it in a user
 * namespace of its own, or where the system forbids those, as the user "nobody".
 *
 * @param prefix words put before the command
 * @param owner uid that shall own the database's files; -1 leaves them as they are
 */
record Confined(List<String> prefix, int owner) {
  private static final int NOBODY = 65_534;
  private static final Duration PROBE = Duration.ofSeconds(10);

  /**
   * The way that works here.
   *
   * @throws Refusal when the program runs as root and neither way works
   */
  static Confined here(Path programs, DataFolder folder) {
    // "/proc/self" itself is a link that root owns; what lies behind it belongs to the process.
    if (!uidOf(Path.of("/proc/self/status")).equals(0)) {
      return new Confined(List.of(), -1);
    }
    String probe = programs.resolve("postgres").toString();
    List<String> namespace = List.of("unshare", "-U", "--");
    if (works(namespace, probe, "--version")) {
      return new Confined(namespace, 0);
    }
    String nobody = Integer.toString(NOBODY);
    List<String> other =
        List.of("setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups", "--");
    if (works(other, probe, "--version") && works(other, "test", "-x", folder.root().toString())) {
      return new Confined(other, NOBODY);
    }
    throw Refusal.of(CliRefusal.ROOT_CONFINED, folder.root().toString());
  }

  private static boolean works(List<String> prefix, String... command) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(List.of(command));
    return Run.of(words, Map.of(), PROBE).ok();
  }

  static Object uidOf(Path path) {
    try {
      return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Hands a file, or a folder with all it holds, to the user PostgreSQL runs as. */
  void own(Path tree) throws IOException {
    if (owner < 0 || uidOf(tree).equals(owner)) {
      return;
    }
    try (var files = Files.walk(tree)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** The command as it has to be called. */
  List<String> command(Path program, String... arguments) {
    List<String> words = new ArrayList<>(prefix);
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return words;
  }
}
