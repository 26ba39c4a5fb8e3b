package vn.dondoc.rural.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.rural.assessment.RuralWorld;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** A set that comes in a file beside results that are there already. */
class LoadedSetDbTest {
  private static final Actor SYSTEM = Actor.system("test");

  @TempDir private Path folder;

  @Test
  void setOfAFileTakesNoForceOnDaysThatHaveResults() throws IOException {
    try (RuralWorld world = RuralWorld.start()) {
      world.record(world.commune(), world.claim("Y Tịch", "8.3", "1", 0));
      provincialSet("2020-08-01");
      StandardReference reference = world.door(StandardReference.class);
      Refusal refusal =
          Objects.requireNonNull(
              catchThrowableOfType(
                  Refusal.class, () -> Acting.call(SYSTEM, () -> reference.load(folder))));
      assertThat(refusal.problems())
          .extracting(Texts.in(Language.VI)::tell)
          .containsExactly(
              "rural/sets.csv, dòng 2, cột from: 40/2020/QĐ-UBND sẽ có hiệu lực vào các kỳ đã có"
                  + " kết quả, mới nhất đến hết ngày 31/08/2020. Ngày sớm nhất đặt được:"
                  + " 01/09/2020.");
      provincialSet("2020-09-01");
      assertThat(Acting.call(SYSTEM, () -> reference.load(folder))).isEqualTo(1);
    }
  }

  private void provincialSet(String from) throws IOException {
    Files.createDirectories(folder.resolve("rural"));
    List<String> lines =
        List.of(
            "set,parent,kind,grade,name_vi,name_en,legal_act,issued_on,from,until,confidence",
            "40/2020/QĐ-UBND,1980/QĐ-TTg,xa,nong-thon-moi,Mẫu,Sample,Mẫu,,"
                + from
                + ",2022-03-08,memory");
    Files.write(folder.resolve("rural/sets.csv"), lines);
    for (String table : List.of("criteria", "indicators", "parts", "thresholds")) {
      Files.writeString(folder.resolve("rural/" + table + ".csv"), head(table));
    }
  }

  /** A table with its columns and no rows. */
  private static String head(String table) throws IOException {
    Path shipped = Path.of("src/main/resources/reference/rural", table + ".csv");
    return Files.readAllLines(shipped).getFirst() + "\n";
  }
}
