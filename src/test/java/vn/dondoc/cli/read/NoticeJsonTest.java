package vn.dondoc.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.reading.Assignment;
import vn.dondoc.reading.Deadline;
import vn.dondoc.reading.DocumentHead;
import vn.dondoc.reading.Notice;
import vn.dondoc.reading.Reference;
import vn.dondoc.reading.Sentence;
import vn.dondoc.reading.Target;

class NoticeJsonTest {
  @Test
  void writesWhatIsKnownAndLeavesOutWhatIsNot() {
    DocumentHead head =
        new DocumentHead("Thông báo", "/TB-UBND", null, null, null, null, null, null, List.of());
    Deadline deadline =
        new Deadline(
            Deadline.Kind.DATE,
            LocalDate.of(2020, 9, 25),
            LocalTime.of(7, 30),
            Deadline.Op.BEFORE,
            null,
            null,
            null,
            null,
            null,
            "trước 7 giờ 30 ngày 25/9",
            true);
    Notice notice = notice(head, deadline);

    assertThat(NoticeJson.pretty(NoticeJson.of("tb.txt", notice)).replaceAll("\\s+", " "))
        .isEqualTo(
            """
            { "file" : "tb.txt", "document" : { "kind" : "Thông báo", "number" : "/TB-UBND", "recipients" : [ ] },
             "tasks" : [ { "id" : "T01", "start" : 0, "end" : 4, "quote" : "giao", "action" : "rà soát",
             "lead" : [ "Sở A" ], "leadInferred" : [ ], "coordinate" : [ ], "implementer" : [ ],
             "reportTo" : [ ], "deadline" : { "kind" : "date", "date" : "2020-09-25",
             "time" : "07:30", "op" : "before", "text" : "trước 7 giờ 30 ngày 25/9",
             "yearInferred" : true }, "path" : [ "2", "c" ], "confidence" : 0.9 } ],
             "sentences" : [ { "start" : 0, "end" : 4, "class" : "task" } ],
             "targets" : [ { "text" : "13 xã", "start" : 1, "value" : 13, "unit" : "xã", "op" : "=" },
             { "text" : "11,5-12", "start" : 2, "value" : [ 11.5, 12 ], "op" : "range" } ],
             "references" : [ { "text" : "Kế hoạch 18", "start" : 3, "kind" : "Kế hoạch" } ] }\
            """
                .replaceAll("\\s+", " "));
  }

  @Test
  void writesTheMonthOfACycleBesideItsDay() {
    Deadline yearly =
        new Deadline(
            Deadline.Kind.RECURRING,
            null,
            null,
            Deadline.Op.BEFORE,
            Deadline.Every.YEAR,
            10,
            null,
            null,
            null,
            "trước ngày 10/12 hằng năm",
            false,
            12);
    DocumentHead head = new DocumentHead(null, null, null, null, null, null, null, null, List.of());
    JsonNode told =
        NoticeJson.of("tb.txt", notice(head, yearly)).path("tasks").get(0).path("deadline");
    assertThat(told.path("every").stringValue()).isEqualTo("year");
    assertThat(told.path("day").intValue()).isEqualTo(10);
    assertThat(told.path("month").intValue()).isEqualTo(12);
  }

  @Test
  void writesNullForADeadlineThatIsNotSaid() {
    DocumentHead head = new DocumentHead(null, null, null, null, null, null, null, null, List.of());
    JsonNode task = NoticeJson.of("tb.txt", notice(head, null)).path("tasks").get(0);

    assertThat(task.has("deadline")).isTrue();
    assertThat(task.path("deadline").isNull()).isTrue();
  }

  private static Notice notice(
      DocumentHead head, @org.jspecify.annotations.Nullable Deadline deadline) {
    Assignment task =
        new Assignment(
            "T01",
            0,
            4,
            "giao",
            "rà soát",
            new Assignment.Parties(List.of("Sở A"), List.of(), List.of(), List.of(), List.of()),
            deadline,
            null,
            null,
            List.of("2", "c"),
            0.9,
            List.of());
    return new Notice(
        head,
        List.of(),
        List.of(task),
        List.of(new Sentence(0, 4, Sentence.Kind.TASK)),
        List.of(
            new Target("13 xã", 1, new BigDecimal("13.0"), null, "xã", "=", null),
            new Target(
                "11,5-12",
                2,
                new BigDecimal("11.5"),
                new BigDecimal("1.2E+1"),
                null,
                "range",
                null)),
        List.of(new Reference("Kế hoạch 18", 3, "Kế hoạch", null, null)));
  }
}
