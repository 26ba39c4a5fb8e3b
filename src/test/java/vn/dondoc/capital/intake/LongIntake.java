package vn.dondoc.capital.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.Application;
import vn.dondoc.capital.intake.layout.Content;
import vn.dondoc.capital.intake.staging.IntakeMappings;
import vn.dondoc.capital.intake.staging.IntakeWorker;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.TestDatabase;

/** A program: a server with as much memory as it was given takes in a list of vouchers. */
final class LongIntake {
  static final int ROWS = 50_000;

  private LongIntake() {}

  /** Its database, the number of the Treasury's body. */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            "0",
            "server.address",
            "127.0.0.1",
            "spring.datasource.url",
            args[0],
            "spring.datasource.username",
            TestDatabase.APP_ROLE,
            "spring.datasource.password",
            TestDatabase.APP_PASSWORD));
    try (ConfigurableApplicationContext server = application.run()) {
      Actor clerk =
          new Actor(
              7_001,
              "Kho bạc mẫu",
              Set.of(Intakes.READ, Intakes.PAY),
              false,
              List.of(Integer.parseInt(args[1])),
              List.of());
      Acting.as(clerk, () -> take(server, Integer.parseInt(args[1])));
    }
    System.exit(0);
  }

  private static void take(ConfigurableApplicationContext server, int sender) {
    Intakes intakes = server.getBean(Intakes.class);
    IntakeMappings mappings = server.getBean(IntakeMappings.class);
    IntakeWorker worker = server.getBean(IntakeWorker.class);
    LocalDate day = LocalDate.of(2020, 7, 31);
    Intake.What what = new Intake.What(Content.VOUCHERS, sender, "", 2020, day, null, null, null);
    long start = System.nanoTime();
    long id = intakes.stage(what, "dai.xlsx", vouchers(ROWS, "50.000"));
    worker.drain();
    Intake intake = intakes.one(id);
    mappings.read(intake, mappings.propose(intake, "", null));
    worker.drain();
    tell("read", start);
    Plan plan = intakes.plan(id);
    tell("weighed " + plan.written() + " " + plan.problems(), start);
    int written = intakes.commit(id, new Lowered(null, Map.of()));
    tell("committed " + written, start);
    System.out.println("written=" + written);
  }

  private static void tell(String what, long start) {
    System.out.println(what + " after " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  /** One voucher a row, each of the same amount. */
  static byte[] vouchers(int rows, String amount) {
    return vouchers(rows, IntakeWorld.NAMES.size(), amount);
  }

  /** The same of so many projects in turn. */
  static byte[] vouchers(int rows, int projects, String amount) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Workbook book = new Workbook(out, "mau", "1.0");
      Worksheet sheet = book.newWorksheet("Chứng từ");
      String[] titles = {
        "STT",
        "Số chứng từ",
        "Ngày chứng từ",
        "Mã dự án",
        "Tên dự án",
        "Nguồn vốn",
        "Thanh toán KLHT"
      };
      sheet.value(0, 0, "ĐVT: đồng");
      for (int column = 0; column < titles.length; column++) {
        sheet.value(1, column, titles[column]);
      }
      for (int row = 0; row < rows; row++) {
        int project = row % projects;
        sheet.value(row + 2, 0, row + 1);
        sheet.value(row + 2, 1, "CT-" + (row + 1));
        sheet.value(row + 2, 2, "1" + row % 10 + "/0" + (1 + row % 7) + "/2020");
        sheet.value(row + 2, 3, "DA-000" + (project + 1));
        sheet.value(row + 2, 4, IntakeWorld.NAMES.get(project));
        sheet.value(row + 2, 5, "Cân đối ngân sách địa phương");
        sheet.value(row + 2, 6, amount);
        if (row % 1_000 == 0) {
          sheet.flush();
        }
      }
      book.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
