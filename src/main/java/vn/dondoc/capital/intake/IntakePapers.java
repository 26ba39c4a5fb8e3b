package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;

/**
 * Có phải một chứng từ: a voucher of the same number, day, line and amount is booked, with a series
 * where the file has none, or the other way round; a person says whether it is the same.
 */
@Component
@Transactional
class IntakePapers {
  /** Vouchers of a reading that are asked about, each with the one that is booked. */
  static final String PAPERS =
      """
      papers as (
        select min(w.number) as at, min(w.document) as document, min(w.series) as series,
               w.value_on, min(coalesce(k.name, k.code, k.budget_code, '–')) as project,
               min(b.number) as booked_number, min(b.series) as booked_series,
               min(b.issuer) as booked_issuer,
               jsonb_agg(jsonb_build_object('place', w.place, 'vnd', w.said_vnd) order by w.number)
                 as cells
          from me
          join w on w.state = 'asked' and w.why = 'one_paper'
         cross join lateral capital.papers_like(
                 w.line_id, w.value_on, w.entry_kind, w.direction, abs(w.said_vnd),
                 capital.paper_key(w.document, coalesce(w.series, '')),
                 capital.issuer_key(me.issuer)) b
          left join capital.intake_key k on k.reading_id = :reading and k.number = w.project_key
         group by capital.paper_key(w.document, coalesce(w.series, '')), b.paper_key, w.value_on
         order by 1 limit :questions),
      """;

  private final Intakes intakes;
  private final IntakeMatchStore matches;
  private final AuditTrail audit;

  IntakePapers(Intakes intakes, IntakeMatchStore matches, AuditTrail audit) {
    this.intakes = intakes;
    this.matches = matches;
    this.audit = audit;
  }

  /**
   * Hai cách ghi một chứng từ.
   *
   * @param number of its first row in the reading
   * @param said as the file writes it
   * @param booked as the ledger has it
   * @param on ngày chứng từ
   * @param project as the file calls it
   * @param cells where it stands and with how much
   */
  record Twin(
      int number,
      String said,
      String booked,
      LocalDate on,
      String project,
      List<IntakeSections.Several.Cell> cells) {}

  static Twin twin(JsonNode row) {
    List<IntakeSections.Several.Cell> cells = new ArrayList<>();
    for (JsonNode cell : row.get("cells")) {
      cells.add(
          new IntakeSections.Several.Cell(cell.get("place").asString(), cell.get("vnd").asLong()));
    }
    String series = Objects.requireNonNullElse(IntakeSections.text(row, "series"), "");
    return new Twin(
        row.get("at").asInt(),
        (row.get("document").asString() + " " + series).strip(),
        String.join(
                " ",
                row.get("booked_number").asString(),
                row.get("booked_series").asString(),
                "(" + row.get("booked_issuer").asString() + ")")
            .replaceAll(" +", " "),
        Objects.requireNonNull(IntakeSections.day(row, "value_on")),
        row.get("project").asString(),
        List.copyOf(cells));
  }

  /**
   * Keeps whether vouchers of a file are those that are booked.
   *
   * @param same by the first row of each
   */
  void answer(long id, Map<Integer, Boolean> same) {
    Intake intake = intakes.held(id);
    long reading = Objects.requireNonNull(intake.reading());
    same.forEach((row, one) -> matches.sayPaper(reading, row, one));
    audit.record(
        new Act(
            "capital.intake.answer",
            "capital.intake",
            Long.toString(id),
            null,
            Map.of(),
            Map.of(
                "samePapers", same.values().stream().filter(one -> one).count(),
                "otherPapers", same.values().stream().filter(one -> !one).count())));
  }
}
