package vn.dondoc.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.Due;

/** A deadline made to come back keeps nothing of the deadline it was before. */
class ProposalFormTest {
  private static final LocalDate DAY = LocalDate.of(2020, 9, 25);

  private static ProposalContent read(Due due) {
    return new ProposalContent(
        new ProposalContent.Span(0, 4),
        "mẫu",
        "mẫu",
        List.of(),
        List.of(),
        due,
        null,
        null,
        List.of("1"),
        1.0,
        List.of());
  }

  private static Due recurring(Due before, String every) {
    LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    sent.add("due", "recurring");
    sent.add("every", every);
    return ProposalForm.of(sent).due(read(before));
  }

  private static Due cycle(String every, int day) {
    return new Due(
        Due.Kind.RECURRING, DAY, null, Due.Op.BY, every, day, null, null, "2021", "mẫu", false);
  }

  @Test
  void ofADayNothingIsKept() {
    Due due = recurring(Due.by(DAY), "month");
    assertThat(due.on()).isNull();
    assertThat(due.day()).isNull();
    Due event =
        new Due(Due.Kind.EVENT, DAY, null, null, null, 3, null, null, "khi họp", "mẫu", false);
    assertThat(recurring(event, "month").from()).isNull();
    assertThat(recurring(event, "month").day()).isNull();
  }

  @Test
  void lengthOfTimeNobodySaidIsNoDeadline() {
    LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    sent.add("due", "relative");
    ProposalForm form = ProposalForm.of(sent);
    assertThatThrownBy(() -> form.due(read(Due.none())))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(DirectiveRefusal.NO_LENGTH));
    Due said =
        new Due(Due.Kind.RELATIVE, null, null, null, null, null, 10, "day", null, "mẫu", false);
    assertThat(form.due(read(said)).within()).isEqualTo(10);
  }

  @Test
  void ofACycleItsBeginningAndItsDayAreKept() {
    Due due = recurring(cycle("month", 25), "quarter");
    assertThat(due.on()).isEqualTo(DAY);
    assertThat(due.day()).isEqualTo(25);
    assertThat(due.from()).isEqualTo("2021");
    assertThat(recurring(cycle("month", 25), "week").day()).isNull();
  }
}
