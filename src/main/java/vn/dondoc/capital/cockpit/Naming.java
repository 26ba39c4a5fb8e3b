package vn.dondoc.capital.cockpit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.capital.source.Source;
import vn.dondoc.capital.source.Vintage;
import vn.dondoc.project.Choice;
import vn.dondoc.project.Choices;
import vn.dondoc.web.Language;
import vn.dondoc.web.Page;
import vn.dondoc.web.Texts;

/**
 * Tên gọi: what keys are called in the viewer's language.
 *
 * @param page whose language
 * @param year năm ngân sách
 * @param sources nguồn vốn by code, in their order
 * @param owners names of owners by key
 * @param choices the register's lists
 * @param regions places below the province
 */
record Naming(
    Page page,
    int year,
    Map<String, Source> sources,
    Map<String, String> owners,
    Choices choices,
    Regions regions) {

  static Naming of(Page page, int year, List<Source> sources, Map<String, String> owners) {
    Map<String, Source> byCode =
        sources.stream()
            .collect(
                Collectors.toMap(
                    Source::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    return new Naming(
        page, year, byCode, owners, new Choices(Map.of()), new Regions(Map.of(), Map.of()));
  }

  Naming with(Choices lists, Regions map) {
    return new Naming(page, year, sources, owners, lists, map);
  }

  /** What the key of a dimension is called. */
  String of(Dimension dimension, String key) {
    if (key.equals(Dimension.NONE)) {
      return page.t(dimension.key() + ".none");
    }
    return switch (dimension) {
      case SOURCE -> sourceKey(key);
      case OWNER -> owners.getOrDefault(key, page.t("capital.by.owner.unknown", key));
      case SECTOR -> choices.name(Choices.SECTOR, key, page);
      case PLACE -> place(key);
      case CLASS -> choices.name(Choices.YEAR_CLASS, key, page);
      case PROGRAMME -> programme(key);
    };
  }

  /** A source of a vintage. */
  String source(String code, Vintage vintage, int originYear) {
    return vintage == Vintage.THIS_YEAR
        ? source(code)
        : page.t("capital.source." + vintage.code(), source(code), Integer.toString(originYear));
  }

  String cause(String code) {
    return choices.name(Choices.BLOCKER, code, page);
  }

  /** Values a question is narrowed to that no list knows, each as a sentence with its remedy. */
  List<String> unknown(CockpitFilter filter) {
    List<String> told = new ArrayList<>();
    filter.chosen().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(one -> !knows(one.getKey(), one.getValue()))
        .forEach(one -> tell(one.getValue(), one.getKey().key() + ".name", told));
    String cause = filter.cause();
    if (!cause.isEmpty() && !cause.equals("*") && !choices.has(Choices.BLOCKER, cause)) {
      tell(cause, "capital.column.blocked", told);
    }
    return told;
  }

  private boolean knows(Dimension dimension, String key) {
    String code = dimension == Dimension.SOURCE ? key.split(":", -1)[0] : key;
    return key.equals(Dimension.NONE) || choicesOf(dimension).containsKey(code);
  }

  private void tell(String value, String label, List<String> told) {
    told.add(page.t("web.unknown_choice", Texts.onOneLine(value), page.t(label)));
  }

  /** Everything a dimension can be narrowed to. */
  Map<String, String> choicesOf(Dimension dimension) {
    Map<String, String> all = new LinkedHashMap<>();
    switch (dimension) {
      case SOURCE -> sources.keySet().forEach(code -> all.put(code, depth(code) + source(code)));
      case OWNER ->
          owners.entrySet().stream()
              .sorted(Map.Entry.comparingByValue())
              .forEach(owner -> all.put(owner.getKey(), owner.getValue()));
      case SECTOR -> list(Choices.SECTOR, all);
      case CLASS -> list(Choices.YEAR_CLASS, all);
      case PLACE -> {
        regions.titles().forEach((id, title) -> all.put(id.toString(), title));
        all.put(Dimension.SEVERAL, place(Dimension.SEVERAL));
      }
      case PROGRAMME -> programmes().forEach(code -> all.put(code, programme(code)));
    }
    return all;
  }

  private List<String> programmes() {
    List<String> codes = new ArrayList<>();
    for (Source source : sources.values()) {
      String programme = source.programme();
      if (programme != null && !codes.contains(programme)) {
        codes.add(programme);
      }
    }
    return codes;
  }

  private void list(String name, Map<String, String> all) {
    for (Choice choice : choices.of(name)) {
      all.put(choice.code(), choice.name(page));
    }
  }

  private static String depth(String code) {
    return "\u2003".repeat(code.length() - code.replace(".", "").length());
  }

  private String sourceKey(String key) {
    String[] parts = key.split(":", -1);
    return parts.length != 3
        ? source(key)
        : source(parts[0], Vintage.of(parts[1]), year + Integer.parseInt(parts[2]));
  }

  private String source(String code) {
    return name(sources.get(code), code);
  }

  private String programme(String code) {
    Source source =
        sources.values().stream()
            .filter(one -> code.equals(one.programme()))
            .findFirst()
            .orElse(null);
    return name(source, code);
  }

  private String name(@Nullable Source source, String code) {
    if (source == null) {
      return code;
    }
    return page.texts().language() == Language.EN ? source.name().en() : source.name().vi();
  }

  private String place(String key) {
    return key.equals(Dimension.SEVERAL)
        ? page.t("capital.by.place.several")
        : key.matches("\\d{1,9}") ? regions.titles().getOrDefault(Integer.valueOf(key), key) : key;
  }
}
