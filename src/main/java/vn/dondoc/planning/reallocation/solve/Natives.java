package vn.dondoc.planning.reallocation.solve;

import com.google.ortools.Loader;
import org.jspecify.annotations.Nullable;

/** Whether the integer solver's own code runs on this machine; loaded once, when first needed. */
final class Natives {
  private static @Nullable Boolean loaded;

  private Natives() {}

  static synchronized boolean available() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  /** Elsewhere than on linux-x86-64 plans come from the tables and the network alone, bounded. */
  private static boolean load() {
    if (!System.getProperty("os.name", "").equals("Linux")
        || !System.getProperty("os.arch", "").equals("amd64")) {
      return false;
    }
    Loader.loadNativeLibraries();
    return true;
  }
}
