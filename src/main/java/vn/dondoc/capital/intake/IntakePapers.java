package vn.dondoc.capital.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import vn.dondoc.audit.Act;
import vn.dondoc.audit.AuditTrail;

/**
 * Có phải một chứng từ: a voucher of the same number, day, line and amount is booked, with a series
 * where the file has none, or the other way round, or stands in the file with one; a person says
 * whether it is the same.
 */
@Component
@Transactional
class IntakePapers {
  /**
   * Vouchers of a reading that are asked about, each with the one that is booked, or with the one
   * of the same file.
   */
  static final String PAPERS =
      """
      keyed as materialized (
        select w.*, capital.paper_key(w.document, coalesce(w.series, '')) as said_key
          from me join w on w.state in ('new', 'asked') and w.document is not null),
      beside as (
        select distinct on (x.number) x.number, y.said_key as paper_key, y.document, y.series, y.place
          from keyed x
          join keyed y on split_part(y.said_key, '/', 1) = split_part(x.said_key, '/', 1)
                      and y.line_id = x.line_id and y.value_on = x.value_on
                      and y.entry_kind = x.entry_kind and y.direction = x.direction
                      and y.vnd = x.vnd and starts_with(y.said_key, x.said_key || '/')
         where x.why = 'one_paper'
         order by x.number, y.number),
      pairs as (
        select x.number, coalesce(b.paper_key, n.paper_key) as paper_key,
               coalesce(b.number, n.document) as booked_number,
               coalesce(b.series, n.series) as booked_series, b.issuer as booked_issuer,
               case when b.id is null then n.place end as beside
          from me
          join keyed x on x.why = 'one_paper'
          left join lateral capital.papers_like(
                 x.line_id, x.value_on, x.entry_kind, x.direction, abs(x.vnd), x.said_key,
                 capital.issuer_key(me.issuer)) b on true
          left join beside n on n.number = x.number),
      papers as (
        select min(w.number) as at, min(w.document) as document, min(w.series) as series,
               w.value_on, min(coalesce(k.name, k.code, k.budget_code, '–')) as project,
               min(p.booked_number) as booked_number, min(p.booked_series) as booked_series,
               min(p.booked_issuer) as booked_issuer, min(p.beside) as beside,
               jsonb_agg(jsonb_build_object('place', w.place, 'vnd', w.said_vnd) order by w.number)
                 as cells
          from keyed w
          join pairs p on p.number = w.number and p.paper_key is not null
          left join capital.intake_key k on k.reading_id = :reading and k.number = w.project_key
         group by w.said_key, p.paper_key, w.value_on
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
   * @param booked as the ledger has it, or the other row of the file
   * @param beside cell of that other row; null when it is booked
   * @param on ngày chứng từ
   * @param project as the file calls it
   * @param cells where it stands and with how much
   */
  record Twin(
      int number,
      String said,
      String booked,
      @Nullable String beside,
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
    String issuer = IntakeSections.text(row, "booked_issuer");
    String behind = Objects.requireNonNullElse(IntakeSections.text(row, "booked_series"), "");
    return new Twin(
        row.get("at").asInt(),
        (row.get("document").asString() + " " + series).strip(),
        String.join(
                " ",
                row.get("booked_number").asString(),
                behind,
                issuer == null ? "" : "(" + issuer + ")")
            .replaceAll(" +", " ")
            .strip(),
        IntakeSections.text(row, "beside"),
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
