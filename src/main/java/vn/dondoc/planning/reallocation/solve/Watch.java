package vn.dondoc.planning.reallocation.solve;

import vn.dondoc.planning.reallocation.Progress;

/** Looks some times a second whether the search is to stop, and stops the solver then. */
final class Watch {
  private static final long GLANCE_MILLIS = 50;

  private final Thread thread;

  Watch(Progress progress, Runnable stop) {
    thread =
        Thread.ofVirtual()
            .unstarted(() -> {
              try {
                while (!progress.stopped()) {
                  Thread.sleep(GLANCE_MILLIS);
                }
                stop.run();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    if (progress != Progress.SILENT) {
      thread.start();
    }
  }

  void end() {
    thread.interrupt();
  }
}
