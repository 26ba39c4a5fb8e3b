package vn.dondoc.rural.standard.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * The province of August 2020 with somebody who writes criteria sets.
 *
 * @param rural its communes and their claims
 */
public record DraftWorld(RuralWorld rural) {
  public static final String OF_2016 = "1980/QĐ-TTg";
  static final String OF_2021 = "318/QĐ-TTg";

  /** Văn phòng Điều phối: sits at the province's own level. */
  Actor office() {
    return new Actor(
        104,
        "Điều phối mẫu",
        Set.of("rural.read", "rural.standards"),
        false,
        List.of(rural.body("Văn phòng Điều phối nông thôn mới tỉnh")),
        List.of());
  }

  Drafts drafts() {
    return rural.door(Drafts.class);
  }

  Forces forces() {
    return rural.door(Forces.class);
  }

  int set(String code) {
    return Acting.call(office(), () -> rural.door(Standards.class).find(code).orElseThrow().id());
  }

  /** A copy of a set, for hamlets: nothing stands in its way. */
  Draft forHamlets(String code) {
    int id = Acting.call(office(), () -> drafts().copy(set(OF_2016), code, null));
    edit(
        id,
        DraftTable.SET,
        "",
        row -> row.with("kind", "thon").with("legal_act", "Quyết định " + code));
    return find(id);
  }

  Draft copy(String of, String code) {
    int id = Acting.call(office(), () -> drafts().copy(set(of), code, null));
    edit(id, DraftTable.SET, "", row -> row.with("legal_act", "Quyết định " + code));
    return find(id);
  }

  /** A provincial set that gives one level. */
  Draft filling(String of, String code, Map<String, String> level) {
    int id = Acting.call(office(), () -> drafts().fill(set(of), code, null));
    edit(
        id,
        DraftTable.SET,
        "",
        row ->
            row.with("legal_act", "Quyết định " + code)
                .with("name_vi", "Mức của tỉnh")
                .with("name_en", "Levels of the province"));
    save(find(id), find(id).paper().added(DraftTable.LEVELS, new DraftRow(level)));
    return find(id);
  }

  static Map<String, String> level(String indicator, String rule) {
    return Map.of(
        "indicator", indicator, "unit_group", "TDMNPB", "rule", rule, "confidence", "memory");
  }

  Draft find(int id) {
    return Acting.call(office(), () -> drafts().find(id));
  }

  List<DraftChange> save(Draft draft, DraftPaper paper) {
    return Acting.call(office(), () -> drafts().save(draft.id(), draft.step(), paper));
  }

  /** The draft with a row changed, by the name people call it by; nothing is saved. */
  static DraftPaper changed(
      Draft draft, DraftTable table, String name, UnaryOperator<DraftRow> change) {
    int at = at(draft, table, name);
    return draft.paper().replaced(table, at, change.apply(draft.paper().rows(table).get(at)));
  }

  static int at(Draft draft, DraftTable table, String name) {
    List<DraftRow> rows = draft.paper().rows(table);
    return IntStream.range(0, rows.size())
        .filter(i -> table == DraftTable.SET || table.name(rows.get(i)).equals(name))
        .findFirst()
        .orElseThrow();
  }

  void edit(int id, DraftTable table, String name, UnaryOperator<DraftRow> change) {
    Draft draft = find(id);
    save(draft, changed(draft, table, name, change));
  }

  int put(Draft draft, ForcePlan.Days days) {
    return Acting.call(office(), () -> forces().put(draft.id(), draft.step(), days));
  }

  /** A copy of a set follows it from a day until another does. */
  public void follow(String of, String code, LocalDate from, LocalDate until) {
    put(copy(of, code), new ForcePlan.Days(from, until, true));
  }

  static ForcePlan.Days from(LocalDate day) {
    return new ForcePlan.Days(day, null, false);
  }

  /** What a person is told when it is refused. */
  static List<String> refused(Runnable act) {
    Refusal refusal =
        Objects.requireNonNull(Assertions.catchThrowableOfType(Refusal.class, act::run));
    Texts texts = Texts.in(Language.VI);
    return refusal.problems().stream().map(texts::tell).toList();
  }
}
