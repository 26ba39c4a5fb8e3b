package vn.dondoc.capital.intake.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.capital.intake.Intake;
import vn.dondoc.capital.intake.Intakes;
import vn.dondoc.capital.intake.cell.Notation;
import vn.dondoc.capital.intake.cell.Unit;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.layout.Head;
import vn.dondoc.capital.intake.layout.Mapping;
import vn.dondoc.capital.intake.layout.Role;
import vn.dondoc.capital.source.Sources;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Ghép cột: a person says what the columns of a sender's table hold. */
@Controller
class IntakeMappingPage {
  private static final String SECTION = "capital";
  private static final String PATH = "/von/nhap/{id}/ghep";
  private static final int MOST_COLUMNS = 200;

  private final Intakes intakes;
  private final IntakeMappings mappings;
  private final IntakeWorker worker;
  private final Sources sources;
  private final Pages pages;

  IntakeMappingPage(
      Intakes intakes, IntakeMappings mappings, IntakeWorker worker, Sources sources, Pages pages) {
    this.intakes = intakes;
    this.mappings = mappings;
    this.worker = worker;
    this.sources = sources;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(Intakes.READ);
    Intake intake = intakes.one(id);
    boolean unpacked = !mappings.tabs(intake).isEmpty();
    return intake.isWaiting() && unpacked
        ? show(intake, asked(intake, values), List.of())
        : new ModelAndView("redirect:" + intake.path());
  }

  private Mapping asked(Intake intake, Map<String, String> values) {
    return mappings.propose(
        intake, values.getOrDefault("trang", ""), number(values.getOrDefault("dong", "")));
  }

  private ModelAndView show(Intake intake, Mapping mapping, List<String> problems) {
    Head head = mappings.head(intake, mapping.tab(), mapping.from(), mapping.to());
    return pages.show(
        "capital/intake/staging/mapping",
        SECTION,
        Map.of(
            "view",
            new IntakeMappingView(
                intake,
                mappings.tabs(intake),
                head,
                mappings.top(intake, mapping.tab()),
                mapping,
                sources.pools(intake.what().budgetYear()),
                mappings.listsVouchers(intake, mapping) && Intakes.may(Content.VOUCHERS),
                problems)));
  }

  @PostMapping(PATH)
  ModelAndView read(@PathVariable long id, @RequestParam Map<String, String> values) {
    Rights.require(Intakes.READ);
    Intake intake = intakes.one(id);
    intakes.requireOpen(intake);
    if (mappings.tabs(intake).isEmpty()) {
      return new ModelAndView("redirect:" + intake.path());
    }
    Mapping told = told(intake, values);
    try {
      mappings.read(intake, told);
      worker.nudge();
      return new ModelAndView("redirect:" + intake.path());
    } catch (Refusal refusal) {
      Page page = pages.page(SECTION);
      ModelAndView again =
          show(intake, told, refusal.problems().stream().map(page.texts()::tell).toList());
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
  }

  /**
   * The mapping as it was filled in; a sheet or row the file does not have is taken as proposed.
   */
  private Mapping told(Intake intake, Map<String, String> values) {
    Mapping seen = asked(intake, Map.of("trang", tab(intake, values)));
    Integer from = number(values.getOrDefault("dong", ""));
    Integer to = number(values.getOrDefault("den-dong", ""));
    int first = from == null ? seen.from() : Math.max(1, from);
    int last = to == null ? seen.to() : Math.max(first, to);
    Head head = mappings.head(intake, seen.tab(), first, last);
    List<Mapping.Column> columns = new ArrayList<>();
    for (int at = 1; at <= MOST_COLUMNS; at++) {
      int column = at;
      Role.coded(values.getOrDefault("cot-" + at, ""))
          .filter(role -> role.isOf(intake.what().content()))
          .ifPresent(role ->
              columns.add(
                  new Mapping.Column(
                      column,
                      head.title(column),
                      role,
                      role.isAmount() ? pool(values, "nguon-" + column, intake) : null,
                      role.isAmount()
                          ? Unit.coded(values.getOrDefault("don-vi-" + column, "")).orElse(null)
                          : null)));
    }
    return new Mapping(
        seen.tab(),
        first,
        last,
        Unit.coded(values.getOrDefault("don-vi", "")).orElse(null),
        Notation.coded(values.getOrDefault("cach-viet", "")).orElse(Notation.EACH),
        pool(values, "nguon", intake),
        columns,
        head.titles());
  }

  private String tab(Intake intake, Map<String, String> values) {
    String asked = values.getOrDefault("trang", "");
    return mappings.tabs(intake).stream().anyMatch(tab -> tab.name().equals(asked)) ? asked : "";
  }

  private @Nullable String pool(Map<String, String> values, String field, Intake intake) {
    String code = values.getOrDefault(field, "");
    return sources.pools(intake.what().budgetYear()).stream()
        .map(pool -> pool.code())
        .filter(code::equals)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Integer number(String text) {
    return text.matches("\\d{1,4}") && !text.matches("0+") ? Integer.valueOf(text) : null;
  }
}
