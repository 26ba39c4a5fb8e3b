package vn.dondoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.dondoc.testing.Program;

/** What the real program makes of the inputs a shell can give it. */
class StandardInputIT {
  private static final String NOTICE = "src/test/resources/reading/corpus/unseen/01.txt";

  @Test
  void saysThatAClosedStandardInputCannotBeRead() {
    Program read = Program.shell("./dondoc read - <&-");
    assertThat(read.exit()).isEqualTo(1);
    assertThat(read.output().lines().toList())
        .singleElement()
        .asString()
        .startsWith("Không đọc được đầu vào chuẩn");
  }

  @Test
  void findsAVietnameseFileNameInABareLocale() {
    Program read = Program.shell("LC_ALL=C ./dondoc read khô.txt");
    assertThat(read.exit()).isEqualTo(1);
    assertThat(read.output()).isEqualTo("Không tìm thấy tệp “khô.txt”; kiểm tra lại đường dẫn.");
  }

  @Test
  void readsPipesByName() {
    for (String command :
        new String[] {
          "cat " + NOTICE + " | ./dondoc read /dev/stdin",
          "cat " + NOTICE + " | ./dondoc read -",
          "bash -c './dondoc read <(cat " + NOTICE + ")'"
        }) {
      Program read = Program.shell(command);
      assertThat(read.exit()).as(command + ": " + read.output()).isZero();
      assertThat(read.output()).contains("NHIỆM VỤ");
    }
  }
}
