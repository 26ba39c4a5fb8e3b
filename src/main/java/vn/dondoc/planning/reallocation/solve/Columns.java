package vn.dondoc.planning.reallocation.solve;

/** A sum of columns, each with a weight. */
record Columns(int[] at, double[] weight) {
  static final Columns NONE = new Columns(new int[0], new double[0]);

  static Columns one(int column, double weight) {
    return new Columns(new int[] {column}, new double[] {weight});
  }

  /** What takes a column and its weight. */
  @FunctionalInterface
  interface Sink {
    void add(int column, double weight);
  }

  /** Puts that many times the sum. */
  void put(double by, Sink sink) {
    for (int each = 0; each < at.length; each++) {
      sink.add(at[each], by * weight[each]);
    }
  }
}
