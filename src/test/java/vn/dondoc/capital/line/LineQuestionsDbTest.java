package vn.dondoc.capital.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.dondoc.capital.ledger.EntryKind;
import vn.dondoc.capital.review.ReviewWorld;
import vn.dondoc.kernel.Acting;
import vn.dondoc.project.ProjectWorld;

/** What is asked before a payment or a correction is booked by hand. */
class LineQuestionsDbTest extends LineActsGround {
  private static LineQuestions questions() {
    return world.door(LineQuestions.class);
  }

  private static Function<LineActForm, LineAct> asked(long line) {
    return form -> questions().asked(form.paying(line, DAY), form);
  }

  @Test
  void voucherWithoutItsSeriesIsAskedAboutAndTheWordOfAPersonStaysWithTheAct() {
    long line = slow();
    Map<String, String> typed = paid("payment", "700");
    typed.put("series", "KB-2020");
    LineAct first = Acting.call(world.planning(), () -> asked(line).apply(form(typed)));
    book(first, UUID.randomUUID(), preview(first).seen());
    Map<String, String> bare = new HashMap<>(typed);
    bare.remove("series");
    assertThat(told(bare, asked(line)))
        .containsOnlyKeys("twin")
        .extractingByKey("twin")
        .asString()
        .contains(typed.get("document") + " KB-2020", "700.000.000", "có phải một chứng từ?");
    assertThat(told(new HashMap<>(paid("payment", "700")), asked(line)))
        .as("another number is another voucher")
        .isEmpty();
    bare.put("twin", "other");
    LineAct other = Acting.call(world.planning(), () -> asked(line).apply(form(bare)));
    book(other, UUID.randomUUID(), preview(other).seen());
    assertThat(balance(line).disbursed()).isEqualTo(1_400_000_000L);
    assertThat(
            world
                .projects()
                .owner()
                .sql(
                    """
                    select p.reason from capital.posting p join capital.entry e on e.posting_id = p.id
                     where e.line_id = :line order by e.id desc limit 1
                    """)
                .param("line", line)
                .query(String.class)
                .single())
        .contains("xác nhận khác chứng từ " + typed.get("document") + " KB-2020");
  }

  @Test
  void correctionIsNoWayAroundHearingTheOwnerOfASlowLine() {
    long slow = slow();
    BookedEntry entry = allocated(slow);
    Map<String, String> less = fields("9.000", "signer", "Kế toán trưởng mẫu");
    Function<LineActForm, LineAct> correcting =
        form -> questions().asked(form.correcting(entry, DAY));
    assertThat(told(less, correcting))
        .containsOnlyKeys("document")
        .extractingByKey("document")
        .asString()
        .contains("nghe " + ProjectWorld.BOARD + " trước", "trang Cắt giảm", less.get("document"));
    String[] own =
        world
            .projects()
            .owner()
            .sql("select number || '|' || issuer from capital.entry where id = :entry")
            .param("entry", entry.id())
            .query(String.class)
            .single()
            .split("\\|");
    less.put("document", own[0]);
    less.put("issuer", own[1].toUpperCase(Locale.ROOT));
    assertThat(told(less, correcting))
        .as("a slip of the pen in that very document: what is entered is lowered first")
        .containsOnlyKeys("amount");
    long settled = line(ReviewWorld.LOCAL);
    BookedEntry surplus = allocated(settled);
    assertThat(
            told(
                fields("9.000", "signer", "Kế toán trưởng mẫu"),
                form -> questions().asked(form.correcting(surplus, DAY))))
        .as("the register shows that it needs no more")
        .doesNotContainKey("document");
    world.book(EntryKind.PAYMENT, slow, LocalDate.of(2020, 6, 1), BILLION);
    BookedEntry payment = last(slow);
    assertThat(
            told(
                fields("900", "signer", "Kế toán trưởng mẫu"),
                form -> questions().asked(form.correcting(payment, DAY))))
        .as("of a payment nobody is heard")
        .isEmpty();
  }

  private static BookedEntry allocated(long line) {
    long entry =
        world
            .projects()
            .owner()
            .sql(
                """
                select min(id) from capital.entry where line_id = :line and kind = 'allocate'
                """)
            .param("line", line)
            .query(Long.class)
            .single();
    return entry(line, entry);
  }
}
