package vn.dondoc.rural.matrix;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.SheetColumn;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.standard.Standards;
import vn.dondoc.web.Asked;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.SheetFile;

/** Ma trận nông thôn mới: communes by criteria, what they come to, and both as sheets. */
@Controller
class MatrixPage {
  static final String SECTION = "rural";
  static final String READ = "rural.read";

  private final MatrixReading reading;
  private final Matrices matrices;
  private final Standards standards;
  private final Pages pages;
  private final ProvinceDay day;

  MatrixPage(
      MatrixReading reading, Matrices matrices, Standards standards, Pages pages, ProvinceDay day) {
    this.reading = reading;
    this.matrices = matrices;
    this.standards = standards;
    this.pages = pages;
    this.day = day;
  }

  @GetMapping(MatrixView.PATH)
  ModelAndView matrix(@RequestParam Map<String, String> asked) {
    Rights.require(READ);
    return view(asked)
        .map(view -> pages.show("rural/matrix/matrix", SECTION, Map.of("view", view)))
        .orElseGet(() -> pages.show("rural/matrix/none", SECTION, Map.of()));
  }

  @GetMapping(MatrixView.PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    MatrixView view = inForce(asked);
    OtherMap map = view.matrix().otherMap();
    if (map == null) {
      Stream<Commune> rows = MatrixSheet.communes(view).stream();
      send(response, view, "ma-tran", MatrixSheet.columns(view), rows);
    } else {
      Stream<OtherMapView.Row> rows = OtherMapView.rows(map, view.page()).stream();
      send(response, view, "ma-tran", MatrixSheet.columns(view, map), rows);
    }
  }

  @GetMapping(MatrixView.PATH + "/tong-hop/xuat")
  void totals(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(READ);
    MatrixView view = inForce(asked);
    Stream<TotalsView.Line> rows = TotalsView.lines(view).stream();
    send(response, view, "tong-hop", MatrixSheet.totals(view), rows);
  }

  private MatrixView inForce(Map<String, String> asked) {
    return view(asked)
        .orElseThrow(() ->
            Refusal.of(
                MatrixRefusal.NO_SET, MatrixFilter.DAY, asked.getOrDefault(MatrixFilter.DAY, "")));
  }

  private Optional<MatrixView> view(Map<String, String> values) {
    Asked asked = Asked.of(values);
    LocalDate on = MatrixFilter.day(asked, day.today());
    return standards
        .yardstick(Matrices.KIND, on)
        .map(yardstick -> {
          List<Band> bands = matrices.bands(yardstick);
          MatrixFilter filter = MatrixFilter.of(asked, on, yardstick, bands);
          return new MatrixView(
              reading.read(filter, yardstick, bands), values, pages.page(SECTION));
        });
  }

  private static <T> void send(
      HttpServletResponse response,
      MatrixView view,
      String name,
      List<SheetColumn<T>> columns,
      Stream<T> rows)
      throws IOException {
    String file = name + "-" + view.filter().day() + ".xlsx";
    SheetFile.named(response, file);
    String sheet = name.equals("ma-tran") ? "rural.matrix.sheet" : "rural.matrix.totals";
    Sheets.write(response.getOutputStream(), MatrixSheet.head(view, sheet), columns, rows);
  }
}
