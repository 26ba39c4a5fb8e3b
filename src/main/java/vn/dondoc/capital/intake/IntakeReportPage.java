package vn.dondoc.capital.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dondoc.capital.intake.staging.IntakeMappings;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** The file as it came, and its reconciliation as a workbook. */
@Controller
class IntakeReportPage {
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int MOST_LINES = 100_000;

  private final Intakes intakes;
  private final IntakeMappings mappings;
  private final IntakeSenders senders;
  private final Pages pages;

  IntakeReportPage(Intakes intakes, IntakeMappings mappings, IntakeSenders senders, Pages pages) {
    this.intakes = intakes;
    this.mappings = mappings;
    this.senders = senders;
    this.pages = pages;
  }

  @GetMapping(IntakePage.PATH + "/{id}/doi-chieu")
  void report(@PathVariable long id, HttpServletResponse response) throws IOException {
    Rights.require(Intakes.READ);
    Preview preview = intakes.preview(id, IntakePlanStore.Asked.ALL, MOST_LINES);
    Intake intake = preview.plan().intake();
    Page page = pages.page(IntakePage.SECTION);
    List<Plan.Line> lines = preview.lines();
    List<Plan.Line> apart = lines.stream().filter(line -> line.money().isApart()).toList();
    IntakeView view =
        new IntakeView(
            preview.plan(),
            preview.sides(),
            new IntakeView.Shown(IntakePlanStore.Asked.ALL, List.of(), false),
            List.of(),
            new IntakeView.Reading(
                List.of(),
                List.of(),
                List.of(),
                mappings.isRemembered(Objects.requireNonNull(intake.reading())),
                false),
            false,
            senders.told(intake, List.of(), Lowered.of(Map.of())));
    response.setContentType(SHEET_TYPE);
    attach(response, "doi-chieu-" + id + "-" + intake.what().cutOff() + ".xlsx");
    Sheets.write(response.getOutputStream(), ReportSheet.tabs(view, lines, apart, page));
  }

  @GetMapping(IntakePage.PATH + "/{id}/tep")
  void file(@PathVariable long id, HttpServletResponse response) throws IOException {
    Rights.require(Intakes.READ);
    Intake intake = intakes.one(id);
    byte[] bytes = intakes.file(id);
    response.setContentType("application/octet-stream");
    response.setContentLength(bytes.length);
    attach(response, intake.file().name());
    response.getOutputStream().write(bytes);
  }

  private static void attach(HttpServletResponse response, String name) {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }
}
