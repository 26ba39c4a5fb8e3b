package vn.dondoc.cli.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Tỉnh dùng thử đóng gói sẵn: the data directory of a PostgreSQL that holds the demonstration
 * province and no account, packed by the build next to the programs. A first start unpacks it
 * instead of composing the province again.
 *
 * @param file the archive, which may not be there
 */
record ProvinceArchive(Path file) {
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** The anchors stand in a folder of the cluster until a first start takes them out of it. */
  static final String ANCHORS = "dondoc-anchors";

  /** Where a build leaves it. */
  static ProvinceArchive here() {
    return new ProvinceArchive(
        Path.of(System.getProperty("dondoc.home", "target/dist"), "province.zip"));
  }

  boolean isThere() {
    return Files.isReadable(file);
  }

  /** Packs a stopped cluster with the anchors of its audit chain, whole or not at all. */
  void pack(Path cluster, Path anchors) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    try (OutputStream out = Files.newOutputStream(half);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      put(zip, cluster, "");
      zip.putNextEntry(new ZipEntry(ANCHORS + "/"));
      put(zip, anchors, ANCHORS + "/");
    }
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(ZipOutputStream zip, Path folder, String under) throws IOException {
    for (Path path : tree(folder)) {
      String name = under + folder.relativize(path);
      if (Files.isDirectory(path)) {
        zip.putNextEntry(new ZipEntry(name + "/"));
      } else if (Files.isRegularFile(path)) {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(path, zip);
      }
      zip.closeEntry();
    }
  }

  private static List<Path> tree(Path cluster) throws IOException {
    try (Stream<Path> files = Files.walk(cluster)) {
      return files.filter(path -> !path.equals(cluster)).sorted().toList();
    }
  }

  /** Unpacks it into an empty folder only its owner may read. */
  void unpack(Path into) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path, FOLDER);
        } else {
          Files.createFile(path, FILE);
          try (OutputStream out = Files.newOutputStream(path)) {
            zip.transferTo(out);
          }
        }
      }
    }
  }
}
