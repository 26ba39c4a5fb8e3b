package vn.dondoc.cli.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Chương trình PostgreSQL kèm theo: unpacked once when the program is built, next to its jar.
 *
 * <p>Started by {@code ./dondoc} with the trial's own class path, so that the server's class path
 * never carries the archive or what unpacks it.
 */
public final class Unpacking {
  private Unpacking() {}

  /**
   * Unpacks the archive of a jar into a folder.
   *
   * @param args the jar, the folder that shall appear complete or not at all
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[1]);
    Path half = target.resolveSibling(target.getFileName() + ".half");
    Tree.delete(half);
    try (ZipFile jar = new ZipFile(args[0]);
        InputStream packed = new BufferedInputStream(jar.getInputStream(archiveIn(jar)));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      unpack(tar, half);
    }
    Tree.delete(target);
    Files.move(half, target);
  }

  private static ZipEntry archiveIn(ZipFile jar) throws IOException {
    Enumeration<? extends ZipEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (entry.getName().endsWith(".txz")) {
        return entry;
      }
    }
    throw new IOException("no archive of PostgreSQL in " + jar.getName());
  }

  private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
    for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
      Path file = folder.resolve(entry.getName()).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException("the archive names a file outside its folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(file);
        continue;
      }
      Files.createDirectories(file.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else {
        Files.copy(tar, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
