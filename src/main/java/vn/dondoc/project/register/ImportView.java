package vn.dondoc.project.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.project.Choices;
import vn.dondoc.project.Project;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.web.Page;

/**
 * Bảng nhập as a page shows it.
 *
 * @param rows what was read
 * @param isRead something was read
 * @param file its name
 * @param answers what was answered so far, by row
 * @param choices the lists codes are of
 * @param places names of the places
 */
record ImportView(
    List<ImportedRow> rows,
    boolean isRead,
    String file,
    Map<Integer, String> answers,
    Choices choices,
    PlaceNames places) {
  /** Điều khác nhau: the column, as it stands, as the sheet says. */
  record Difference(String label, String now, String said) {}

  long count(ImportedRow.Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).count();
  }

  /** Rows that change something, those that ask first. */
  List<ImportedRow> telling() {
    List<ImportedRow> telling = new ArrayList<>(rows.stream().filter(ImportedRow::asks).toList());
    rows.stream()
        .filter(row -> !row.asks() && row.kind() != ImportedRow.Kind.SAME)
        .forEach(telling::add);
    return telling;
  }

  String answer(ImportedRow row) {
    return answers.getOrDefault(row.number(), "");
  }

  /** What of a project the row says differently. */
  List<Difference> differences(Project project, ImportedRow row, Page page) {
    ProjectFacts now = project.facts();
    ProjectFacts said = row.fresh().facts();
    List<Difference> all = new ArrayList<>();
    add(all, "project.code", now.codes().national(), said.codes().national());
    add(all, "project.budget", now.codes().budget(), said.codes().budget());
    add(all, "project.name", now.name(), said.name());
    add(all, "project.owner", now.ownerId(), said.ownerId());
    for (String list : List.of(Choices.LEVEL, Choices.NATURE, Choices.GROUP, Choices.SECTOR)) {
      String before = code(list, now.classing());
      String after = code(list, said.classing());
      if (!before.equals(after)) {
        all.add(
            new Difference(
                "project." + list,
                choices.name(list, before, page),
                choices.name(list, after, page)));
      }
    }
    add(all, "project.from", now.time().fromYear(), said.time().fromYear());
    add(all, "project.until", now.time().untilYear(), said.time().untilYear());
    add(all, "project.capacity", now.capacity(), said.capacity());
    if (!now.places().equals(said.places())) {
      all.add(
          new Difference(
              "project.places", places.written(now.places()), places.written(said.places())));
    }
    return all;
  }

  private static String code(String list, ProjectFacts.Classing classing) {
    return switch (list) {
      case Choices.LEVEL -> classing.level();
      case Choices.NATURE -> classing.nature();
      case Choices.GROUP -> classing.group();
      default -> classing.sector();
    };
  }

  private static void add(
      List<Difference> all, String label, @Nullable Object now, @Nullable Object said) {
    if (!Objects.equals(now, said)) {
      all.add(new Difference(label, written(now), written(said)));
    }
  }

  private static String written(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }
}
