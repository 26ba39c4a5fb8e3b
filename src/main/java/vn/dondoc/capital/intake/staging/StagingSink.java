package vn.dondoc.capital.intake.staging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.intake.Intake;
import vn.dondoc.capital.intake.cell.Words;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Item;
import vn.dondoc.capital.intake.layout.Sink;

/** Gathers what is read into batches, and gives each name of the file one key. */
final class StagingSink implements Sink {
  private static final int MOST_NOTES = 2_000;

  private final Intake intake;
  private final PoolNames names;
  private final Function<Collection<String>, Map<String, Integer>> owners;
  private final Map<String, Integer> keys = new HashMap<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<IntakeRowStore.Note> notes = new ArrayList<>();
  private Map<Integer, IntakeRowStore.Key> fresh = new LinkedHashMap<>();
  private List<IntakeRowStore.Row> rows = new ArrayList<>();
  private int number;
  private int read;

  /**
   * @param owners tells which bodies words name, those it is sure of
   */
  StagingSink(
      Intake intake, PoolNames names, Function<Collection<String>, Map<String, Integer>> owners) {
    this.intake = intake;
    this.names = names;
    this.owners = owners;
  }

  /** Rows and keys not kept yet. */
  record Batch(List<IntakeRowStore.Row> rows, List<IntakeRowStore.Key> keys) {}

  /** How many rows were read, with these. */
  int read(int more) {
    read += more;
    return read;
  }

  Batch take() {
    List<IntakeRowStore.Key> named = new ArrayList<>();
    resolve();
    for (IntakeRowStore.Key key : fresh.values()) {
      Item.Subject subject = key.subject();
      String owner = subject == null ? "" : subject.owner();
      Integer id = owner.isEmpty() ? reporting(subject) : known.get(owner);
      named.add(
          new IntakeRowStore.Key(
              key.number(), key.words(), key.said(), subject, id, key.pool(), key.place()));
    }
    Batch batch = new Batch(rows, named);
    rows = new ArrayList<>();
    fresh = new LinkedHashMap<>();
    return batch;
  }

  /** Who reports without saying who owns a project reports of its own. */
  private @Nullable Integer reporting(Item.@Nullable Subject subject) {
    return subject != null && intake.what().content() == Content.REPORT
        ? intake.what().senderId()
        : null;
  }

  private void resolve() {
    Set<String> words = new HashSet<>();
    for (IntakeRowStore.Key key : fresh.values()) {
      if (key.subject() != null && !key.subject().owner().isEmpty()) {
        words.add(key.subject().owner());
      }
    }
    words.removeAll(asked);
    if (!words.isEmpty()) {
      known.putAll(owners.apply(words));
      asked.addAll(words);
    }
  }

  List<IntakeRowStore.Note> notes() {
    return notes;
  }

  @Override
  public void item(Item item) {
    Item.Subject subject = item.project();
    int project = key("p " + subject.words(), at -> projectKey(at, subject, item.place()));
    Item.PoolWords pool = item.pool();
    Integer poolKey = null;
    if (!pool.words().isEmpty()) {
      poolKey =
          key("n " + Words.folded(pool.words()), at -> poolKey(at, pool.words(), pool.place()));
    }
    Integer of = pool.code() == null ? null : names.id(pool.code());
    rows.add(
        new IntakeRowStore.Row(
            ++number,
            item.row(),
            item.place(),
            "item",
            null,
            new IntakeRowStore.Of(project, poolKey, of),
            told(item.told())));
  }

  private int key(String words, Function<Integer, IntakeRowStore.Key> made) {
    Integer at = keys.get(words);
    if (at == null) {
      at = keys.size() + 1;
      keys.put(words, at);
      fresh.put(at, made.apply(at));
    }
    return at;
  }

  private static IntakeRowStore.Key projectKey(int at, Item.Subject subject, String place) {
    return new IntakeRowStore.Key(at, subject.words(), null, subject, null, null, place);
  }

  private IntakeRowStore.Key poolKey(int at, String words, String place) {
    return new IntakeRowStore.Key(
        at, Words.folded(words), Words.tidy(words), null, null, names.meant(words), place);
  }

  /** A document without number or day of its own has those of the file. */
  private Item.Told told(Item.Told told) {
    if (!(told instanceof Item.Entry entry)) {
      return told;
    }
    Intake.What what = intake.what();
    return new Item.Entry(
        entry.series().isEmpty() ? Objects.requireNonNullElse(what.annex(), "") : entry.series(),
        entry.number().isEmpty() ? Objects.requireNonNullElse(what.document(), "") : entry.number(),
        entry.day() == null ? what.cutOff() : entry.day(),
        entry.kind(),
        entry.direction(),
        entry.amountVnd());
  }

  @Override
  public void heading(int row, String place, String title, boolean total) {
    rows.add(
        new IntakeRowStore.Row(
            ++number,
            row,
            place,
            total ? "total" : "group",
            title,
            IntakeRowStore.Of.NOBODY,
            null));
  }

  @Override
  public void refused(int row, String place) {
    rows.add(
        new IntakeRowStore.Row(
            ++number, row, place, "refused", null, IntakeRowStore.Of.NOBODY, null));
  }

  @Override
  public void stop(String place, String key, Object... arguments) {
    note(true, place, key, arguments);
  }

  @Override
  public void look(String place, String key, Object... arguments) {
    note(false, place, key, arguments);
  }

  private void note(boolean stops, String place, String key, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(place));
    all.addAll(List.of(arguments));
    if (notes.size() < MOST_NOTES) {
      notes.add(new IntakeRowStore.Note(stops, place, key, all));
    } else if (notes.size() == MOST_NOTES) {
      notes.add(
          new IntakeRowStore.Note(true, place, "exchange.sheet.more", List.of(place, MOST_NOTES)));
    }
  }
}
