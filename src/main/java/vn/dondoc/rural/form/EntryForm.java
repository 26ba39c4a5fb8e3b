package vn.dondoc.rural.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.rural.standard.Criterion;
import vn.dondoc.rural.standard.Criterion.Indicator;
import vn.dondoc.rural.standard.Criterion.Part;
import vn.dondoc.web.UploadedName;

/**
 * What the form of a criterion sends.
 *
 * @param key the sender's own key
 * @param typed what was typed, by indicator
 */
record EntryForm(UUID key, Map<Integer, Typed> typed) {
  /** Name of the field with the sender's key. */
  static final String KEY = "lan-gui";

  private static final int LONGEST = 4000;

  /** Whose figure stands where two people wrote. */
  enum Choice {
    NONE,
    THEIRS,
    MINE
  }

  /**
   * What was typed of one indicator.
   *
   * @param seen how many facts the person had seen
   * @param now how many there were when they were asked about another's figure
   * @param choice what they answered
   * @param figures by the name of the part
   * @param nothing "không có nội dung"
   * @param sure "giữ nguyên"
   * @param again the figure stands after a return
   * @param note ghi chú
   * @param reason why what was looked at is replaced
   * @param waits another's result is waited for
   * @param whom whose
   * @param expires ngày hết hạn of the files, as typed
   * @param files the files that were chosen
   */
  record Typed(
      int seen,
      int now,
      Choice choice,
      Map<String, String> figures,
      boolean nothing,
      boolean sure,
      boolean again,
      String note,
      String reason,
      boolean waits,
      String whom,
      String expires,
      List<MultipartFile> files) {}

  /** Reads the fields of the indicators of a criterion; what is not sent is left alone. */
  static EntryForm of(
      Criterion criterion,
      MultiValueMap<String, String> fields,
      MultiValueMap<String, MultipartFile> files) {
    Map<Integer, Typed> typed = new LinkedHashMap<>();
    for (Indicator indicator : criterion.indicators()) {
      Reader read = new Reader(indicator.id(), fields, files);
      if (fields.containsKey(Field.SEEN.of(indicator.id()))) {
        typed.put(indicator.id(), read.typed(indicator));
      }
    }
    return new EntryForm(key(fields.getFirst(KEY)), typed);
  }

  /** What is taken back of one indicator. */
  static Entries.Withdrawal withdrawal(Indicator indicator, MultiValueMap<String, String> fields) {
    Reader read = new Reader(indicator.id(), fields, new LinkedMultiValueMap<>());
    return new Entries.Withdrawal(
        key(fields.getFirst(KEY)),
        read.number(Field.WITHDRAWN),
        read.words(Field.WITHDRAWAL.of(indicator.id())));
  }

  @Nullable Typed of(Indicator indicator) {
    return typed.get(indicator.id());
  }

  /** They looked at another's figure and keep it. */
  boolean keepsTheirs() {
    return typed.values().stream().anyMatch(one -> one.choice() == Choice.THEIRS);
  }

  private static UUID key(@Nullable String sent) {
    try {
      return sent == null ? UUID.randomUUID() : UUID.fromString(sent);
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID();
    }
  }

  /** Fields of one indicator. */
  private record Reader(
      int id, MultiValueMap<String, String> fields, MultiValueMap<String, MultipartFile> files) {
    Typed typed(Indicator indicator) {
      Map<String, String> figures = new LinkedHashMap<>();
      for (Part part : indicator.parts()) {
        figures.put(part.code(), words(Field.figure(id, part)));
      }
      return new Typed(
          number(Field.SEEN),
          number(Field.NOW),
          switch (words(Field.CHOICE.of(id))) {
            case "ho" -> Choice.THEIRS;
            case "toi" -> Choice.MINE;
            default -> Choice.NONE;
          },
          figures,
          ticked(Field.NOTHING),
          ticked(Field.SURE),
          ticked(Field.AGAIN),
          words(Field.NOTE.of(id)),
          words(Field.REASON.of(id)),
          ticked(Field.WAITS),
          words(Field.WHOM.of(id)),
          words(Field.EXPIRES.of(id)),
          chosen());
    }

    /** A field left alone sends an empty file without a name. */
    private List<MultipartFile> chosen() {
      List<MultipartFile> chosen = new ArrayList<>();
      for (MultipartFile file : files.getOrDefault(Field.FILES.of(id), List.of())) {
        if (!file.isEmpty() || !UploadedName.of(file, "").isEmpty()) {
          chosen.add(file);
        }
      }
      return chosen;
    }

    private boolean ticked(Field field) {
      return !words(field.of(id)).isEmpty();
    }

    private int number(Field field) {
      String text = words(field.of(id));
      return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    // The database holds no zero character.
    private String words(String name) {
      String text = fields.getFirst(name);
      String clean = text == null ? "" : text.replace("\u0000", "").replace("\r\n", "\n").strip();
      return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
  }
}
