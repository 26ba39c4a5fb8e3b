package vn.dondoc.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Từ điển: the phrases of {@code reading/lexicon/*.txt} with their senses, as a tree over words
 * without accents. A phrase of two words or more is still known when one of them lost or changed
 * its accents, as scanners do.
 */
final class Lexicon {
  private static final List<String> FILES =
      List.of("orders", "verbs", "agencies", "deadlines", "classes");

  private final Node root = new Node();
  private final Set<String> common = new HashSet<>();
  private final Map<String, String> bares = new HashMap<>();

  private Lexicon() {}

  static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    for (String file : FILES) {
      lexicon.read("/reading/lexicon/" + file + ".txt");
    }
    return lexicon;
  }

  Set<String> common() {
    return common;
  }

  private void read(String path) {
    try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("lexicon file missing from the program: " + path);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Sense sense = Sense.ORDER;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          sense = Sense.valueOf(line.substring(1, line.indexOf(']')));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          for (String phrase : line.split("\\|")) {
            add(phrase.strip(), sense);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon file unreadable: " + path, e);
    }
  }

  private void add(String phrase, Sense sense) {
    Words words = Words.of(phrase, Set.of());
    if (words.count() == 0) {
      return;
    }
    List<String> keys = new ArrayList<>();
    Node node = root;
    for (int i = 0; i < words.count(); i++) {
      String key = words.key(i);
      keys.add(key);
      common.add(key);
      String bare = Syllables.bare(key);
      bares.put(key, bare);
      node = node.children.computeIfAbsent(bare, unused -> new Node());
    }
    for (Entry entry : node.entries) {
      if (entry.keys.equals(keys)) {
        entry.senses |= 1L << sense.ordinal();
        return;
      }
    }
    node.entries.add(new Entry(keys, 1L << sense.ordinal()));
  }

  /** Gives the words of a text without accents the keys of the longest phrases they can be. */
  void restore(Words words) {
    int i = 0;
    while (i < words.count()) {
      List<String> keys = longest(words, i);
      if (keys.size() < 2) {
        String alone = BareText.alone(words, i);
        words.restore(i, alone.equals(words.key(i)) && !keys.isEmpty() ? keys.getFirst() : alone);
        i++;
        continue;
      }
      for (String key : keys) {
        words.restore(i, key);
        i++;
      }
    }
  }

  private List<String> longest(Words words, int at) {
    List<String> found = List.of();
    Node node = root.children.get(words.key(at));
    for (int length = 1; node != null; length++) {
      if (!node.entries.isEmpty()) {
        found = node.entries.getFirst().keys;
      }
      node = at + length < words.count() ? node.children.get(words.key(at + length)) : null;
    }
    return found;
  }

  /** Every phrase of the lexicon in the words, the longest of each sense at each place. */
  Senses scan(Words words) {
    int n = words.count();
    Senses senses = new Senses(n);
    String[] bare = new String[n];
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < n; i++) {
      String key = words.key(i);
      String known = bares.get(key);
      if (known == null) {
        known = seen.get(key);
      }
      if (known == null) {
        known = Syllables.bare(key);
        if (key.length() <= 8) {
          seen.put(key, known);
        }
      }
      bare[i] = known;
    }
    for (int i = 0; i < n; i++) {
      Node node = root.children.get(bare[i]);
      for (int length = 1; node != null; length++) {
        for (Entry entry : node.entries) {
          if (fits(entry, words, i)) {
            senses.add(i, entry.senses, length);
          }
        }
        node = i + length < n ? node.children.get(bare[i + length]) : null;
      }
    }
    return senses;
  }

  /**
   * Whether the phrase stands at a place, a slip of one accent allowed; in a pair of words the slip
   * may not itself be a word the lexicon knows ("tỉnh đến" is not "tính đến").
   */
  private boolean fits(Entry entry, Words words, int at) {
    int size = entry.keys.size();
    int wrong = 0;
    for (int k = 0; k < size; k++) {
      if (k > 0 && words.lines(at + k) > 2) {
        return false;
      }
      if (!words.key(at + k).equals(entry.keys.get(k))) {
        wrong++;
        String read = words.key(at + k);
        boolean lost = read.equals(Syllables.bare(read));
        if (size == 2 && !lost && common.contains(read)) {
          return false;
        }
      }
    }
    return wrong == 0 || (wrong == 1 && size > 1);
  }

  private static final class Node {
    private final Map<String, Node> children = new HashMap<>(4);
    private final List<Entry> entries = new ArrayList<>(1);
  }

  private static final class Entry {
    private final List<String> keys;
    private long senses;

    private Entry(List<String> keys, long senses) {
      this.keys = keys;
      this.senses = senses;
    }
  }

  /** Where phrases stand, by sense. */
  static final class Senses {
    private final byte[] @Nullable [] length = new byte[Sense.values().length][];
    private final int n;

    private Senses(int n) {
      this.n = n;
    }

    private void add(int at, long senses, int words) {
      long rest = senses;
      while (rest != 0) {
        int sense = Long.numberOfTrailingZeros(rest);
        rest &= rest - 1;
        byte[] row = length[sense];
        if (row == null) {
          row = new byte[n];
          length[sense] = row;
        }
        row[at] = (byte) Math.max(row[at], words);
      }
    }

    /** Number of words of the longest phrase of this sense starting here; 0 when none does. */
    int at(Sense sense, int i) {
      byte[] row = length[sense.ordinal()];
      return row == null || i < 0 || i >= n ? 0 : row[i];
    }

    /** Whether the lexicon knows anything that starts at i. */
    boolean any(int i) {
      for (Sense sense : Sense.values()) {
        if (at(sense, i) > 0) {
          return true;
        }
      }
      return false;
    }

    boolean has(Sense sense, int i) {
      return at(sense, i) > 0;
    }

    /** First place in [from, to) where the sense starts, or -1. */
    int find(Sense sense, int from, int to) {
      byte[] row = length[sense.ordinal()];
      if (row == null) {
        return -1;
      }
      for (int i = Math.max(from, 0); i < Math.min(to, n); i++) {
        if (row[i] > 0) {
          return i;
        }
      }
      return -1;
    }
  }
}
