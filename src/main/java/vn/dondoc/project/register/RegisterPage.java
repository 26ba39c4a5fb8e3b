package vn.dondoc.project.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.exchange.Sheets;
import vn.dondoc.project.Choices;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.PlaceNames;
import vn.dondoc.web.ListAddress;
import vn.dondoc.web.MenuItem;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;

/** Sổ dự án: the list, narrowed and sorted, page by page, and as a sheet. */
@Controller
class RegisterPage {
  static final String SECTION = vn.dondoc.project.entry.Paths.SECTION;
  static final String PATH = vn.dondoc.project.entry.Paths.LIST;
  private static final int EXPORT = 20_000;
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Register register;
  private final ProjectReference reference;
  private final Pages pages;

  RegisterPage(Register register, ProjectReference reference, Pages pages) {
    this.register = register;
    this.reference = reference;
    this.pages = pages;
  }

  @Bean
  static MenuItem projectMenu() {
    return new MenuItem(25, SECTION, PATH, "project.menu", Projects.READ);
  }

  @GetMapping(PATH)
  ModelAndView list(@RequestParam Map<String, String> asked) {
    Rights.require(Projects.READ);
    RegisterFilter filter = RegisterFilter.of(asked);
    List<Register.Line> found = register.lines(filter, Register.PAGE + 1);
    boolean more = found.size() > Register.PAGE;
    RegisterView view =
        new RegisterView(
            filter,
            new ListAddress(PATH, asked),
            more ? found.subList(0, Register.PAGE) : found,
            register.count(filter),
            reference.choices(),
            register.owners(),
            register.map(),
            register.districts(),
            more);
    return pages.show("project/register/list", SECTION, Map.of("view", view));
  }

  @GetMapping(PATH + "/xuat")
  void export(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Rights.require(Projects.READ);
    RegisterFilter filter = RegisterFilter.of(asked);
    Page page = pages.page(SECTION);
    Choices choices = reference.choices();
    RegisterSheet sheet = new RegisterSheet(page, choices, new PlaceNames(register.map()));
    List<Register.Line> lines = register.lines(filter, EXPORT);
    response.setContentType(SHEET_TYPE);
    response.setHeader("Content-Disposition", "attachment; filename=\"so-du-an.xlsx\"");
    Sheets.write(response.getOutputStream(), sheet.head(), sheet.columns(), lines.stream());
  }
}
