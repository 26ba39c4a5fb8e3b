package vn.dondoc.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Page;

/**
 * Các danh mục: every list a person picks from, as the reference data has it.
 *
 * @param lists choices by code, by the name of their list
 */
public record Choices(Map<String, Map<String, Choice>> lists) {
  public static final String GROUP = "group";
  public static final String LEVEL = "level";
  public static final String NATURE = "nature";
  public static final String YEAR_CLASS = "year_class";
  public static final String SECTOR = "sector";
  public static final String DECISION = "decision";
  public static final String STAGE = "stage";
  public static final String SIDE = "side";
  public static final String MILESTONE = "milestone";
  public static final String CONTRACT = "contract";
  public static final String FINDING = "finding";
  public static final String CLEARANCE = "clearance";
  public static final String BLOCKER = "blocker";

  /** One row of any list. */
  record Listed(String list, Choice choice) {}

  static Choices of(List<Listed> rows) {
    Map<String, Map<String, Choice>> lists = new LinkedHashMap<>();
    rows.forEach(row ->
        lists
            .computeIfAbsent(row.list(), name -> new LinkedHashMap<>())
            .put(row.choice().code(), row.choice()));
    return new Choices(lists);
  }

  /** The choices of a list, in its order. */
  public List<Choice> of(String list) {
    return List.copyOf(lists.getOrDefault(list, Map.of()).values());
  }

  public boolean has(String list, @Nullable String code) {
    return code != null && lists.getOrDefault(list, Map.of()).containsKey(code);
  }

  /** What a code is called; a dash for none. */
  public String name(String list, @Nullable String code, Page page) {
    Choice choice = code == null ? null : lists.getOrDefault(list, Map.of()).get(code);
    return choice == null ? Objects.requireNonNullElse(code, "–") : choice.name(page);
  }

  /** The choice somebody means: by its code or by what it is called in either language. */
  public @Nullable Choice meant(String list, String words) {
    String said = words.strip();
    return of(list).stream()
        .filter(choice ->
            choice.code().equalsIgnoreCase(said)
                || choice.nameVi().equalsIgnoreCase(said)
                || choice.nameEn().equalsIgnoreCase(said))
        .findFirst()
        .orElse(null);
  }
}
