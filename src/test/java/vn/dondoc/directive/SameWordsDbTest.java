package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.testing.Province;

/** A text whose words are there already, with or without its number. */
class SameWordsDbTest {
  private static Province province;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
  }

  @AfterAll
  static void close() {
    province.close();
  }

  @Test
  void nineteenSentencesOfTwentyAreOnePaperEighteenAreTwo() {
    receive(paper("Số: 31/TB-UBND\n", "đường", 0));
    assertThat(receive(paper("", "đường", 1)).twin()).isTrue();
    assertThat(receive(paper("", "đường", 2)).twin()).isFalse();
  }

  @Test
  void samePaperEndsItsOwnReviewAndLeadsToTheOneThatIsThere() {
    Receipt first = receive(paper("Số: 32/TB-UBND\n", "trường", 0));
    Receipt second = receive(paper("Số:    /TB-UBND\n", "trường", 0));
    assertThat(second.twin()).isTrue();
    Versions versions = province.server().door(Versions.class);
    long there = Acting.call(office(), () -> versions.takeAsSame(second.documentId()));
    assertThat(there).isEqualTo(first.documentId());
    Receipt third = receive(paper("Số:    /TB-UBND\n", "trường", 0));
    assertThat(third).isEqualTo(new Receipt(first.documentId(), true, false));
    assertThatThrownBy(() -> confirm(second.documentId())).isInstanceOf(Refusal.class);
  }

  @Test
  void refusesToTakeAPaperWithNewTasksForTheOneThatIsThere() {
    receive(paper("Số: 33/TB-UBND\n", "chợ", 0));
    Receipt other = receive(paper("", "chợ", 1));
    Versions versions = province.server().door(Versions.class);
    assertThatThrownBy(() -> Acting.call(office(), () -> versions.takeAsSame(other.documentId())))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void differentNumbersAreDifferentPapers() {
    receive(paper("Số: 34/TB-UBND\n", "cầu", 0));
    assertThat(receive(paper("Số: 35/TB-UBND\n", "cầu", 0)).twin()).isFalse();
  }

  @Test
  void sentencesOfTextsTakenInBeforeAreComparedAsThoseOfNewOnes() {
    receive(paper("Số: 36/TB-UBND\n", "kênh", 0));
    JdbcClient owner = JdbcClient.create(province.server().database().owner());
    long different =
        owner
            .sql(
                """
                select count(*) from directive.sentence s join directive.file f on f.id = s.file_id
                 where s.kind not in ('header', 'recipient', 'signature')
                   and s.print is distinct from
                       directive.print(substr(f.text, s.starts + 1, s.ends - s.starts))
                """)
            .query(Long.class)
            .single();
    assertThat(different).isZero();
    assertThat(owner.sql("select count(print) from directive.sentence").query(Long.class).single())
        .isPositive();
  }

  private static Receipt receive(String text) {
    Directives directives = province.server().door(Directives.class);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Acting.call(office(), () -> directives.receive("mau.txt", bytes, true));
  }

  private static void confirm(long id) {
    Acting.as(office(), () -> province.server().door(Directives.class).confirm(id));
  }

  private static Actor office() {
    return Actor.system("test");
  }

  /** Twenty orders, the last of them in other words. */
  private static String paper(String number, String what, int others) {
    String orders =
        IntStream.rangeClosed(1, 20)
            .mapToObj(n ->
                n
                    + ". Giao Sở Xây dựng kiểm tra "
                    + what
                    + " số "
                    + (n > 20 - others ? n + 100 * others : n)
                    + " trước ngày 31/8/2020.\n")
            .collect(Collectors.joining());
    return number + "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh\n" + orders;
  }
}
