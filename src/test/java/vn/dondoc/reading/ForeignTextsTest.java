package vn.dondoc.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no official paper, though words of theirs look like an order. */
class ForeignTextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"quote\": \"Giao Sở Tài chính báo cáo trước ngày 20/9/2020\", \"lead\": [\"Sở Tài chính\"]}",
        "[{\"action\": \"Yêu cầu UBND huyện Chi Lăng hoàn thành trước ngày 20/9/2020\"}]",
        "import java.util.List;\n\nclass A {\n  String a = \"Giao Sở Y tế báo cáo\";\n  int b = 1;\n}\n",
        "def read(text):\n    tasks = find(text, \"giao Sở Y tế báo cáo\")\n    return [t for t in tasks]\n",
        "<task id=\"1\"><lead>Sở Y tế</lead><due>20/9/2020</due></task>",
        "id,name,amount\n1,foo,22\n2,bar,33\n",
        "Luộc khoai trong nồi lớn.\nĐề nghị cho quế, hồi trước khi tắt bếp.\n",
      })
  void giveNothing(String text) {
    Notice notice = Reads.read(text);
    assertThat(notice.assignments()).isEmpty();
    assertThat(notice.looksOfficial()).isFalse();
    assertThat(notice.sentences().getLast().end()).isEqualTo(text.length());
  }

  @Test
  void aProgramIsNoPaper() throws IOException {
    String source = Files.readString(Path.of("src/main/java/vn/dondoc/reading/OrderGrammar.java"));
    Notice notice = Reads.read(source);
    assertThat(notice.assignments()).isEmpty();
    assertThat(notice.looksOfficial()).isFalse();
  }

  @Test
  void anOrderAloneIsStillRead() {
    assertThat(Reads.tasks("Đề nghị báo cáo Chủ tịch UBND tỉnh trước ngày 20/9/2020.")).hasSize(1);
    assertThat(Reads.tasks("Giao Sở Y tế rà soát \"hồ sơ\" [bản gốc] trước ngày 20/9/2020."))
        .hasSize(1);
  }
}
