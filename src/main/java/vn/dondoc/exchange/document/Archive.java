package vn.dondoc.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;
import vn.dondoc.exchange.ExchangeLimits;
import vn.dondoc.exchange.ExchangeRefusal;

/**
 * The parts of a docx or xlsx, counted and unpacked once before anything reads them.
 *
 * <p>POI's own guard judges by the ratio of packing and turns honest files away; this one judges by
 * the size that comes out. Readers get the very entries that were measured, by the same directory.
 */
public final class Archive implements ZipEntrySource {
  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;
  private boolean closed;

  private Archive(ZipFile zip) {
    this.zip = zip;
    this.entries = Collections.list(zip.getEntries());
  }

  /** Opens an archive whose parts are all readable and together within the limits. */
  public static Archive measured(ExchangeLimits limits, String file, byte[] bytes) {
    try {
      Archive archive = new Archive(open(bytes));
      archive.measure(limits, file);
      return archive;
    } catch (IOException | IllegalArgumentException e) {
      throw ExchangeRefusal.BROKEN.of(file);
    }
  }

  /** Names of the parts as the archive lists them, nothing unpacked; none when it is broken. */
  public static List<String> listed(byte[] bytes) {
    try (Archive archive = new Archive(open(bytes))) {
      return archive.names();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private static ZipFile open(byte[] bytes) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
  }

  private void measure(ExchangeLimits limits, String file) throws IOException {
    if (entries.size() > limits.archiveEntries()) {
      throw ExchangeRefusal.OVERSIZED_ARCHIVE.of(file);
    }
    long left = limits.unpackedBytes();
    byte[] block = new byte[1 << 16];
    for (ZipArchiveEntry entry : entries) {
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw ExchangeRefusal.ENCRYPTED.of(file);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          left -= read;
          if (left < 0) {
            throw ExchangeRefusal.OVERSIZED_ARCHIVE.of(file);
          }
        }
      }
    }
  }

  public List<String> names() {
    return entries.stream().map(ZipArchiveEntry::getName).toList();
  }

  public InputStream open(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    return entry == null ? new ByteArrayInputStream(new byte[0]) : zip.getInputStream(entry);
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return Collections.enumeration(entries);
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    ZipArchiveEntry exact = zip.getEntry(path);
    if (exact != null) {
      return exact;
    }
    // Part names of the Office formats do not distinguish case.
    return entries.stream()
        .filter(e -> e.getName().equalsIgnoreCase(path))
        .findFirst()
        .orElse(null);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    zip.close();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
