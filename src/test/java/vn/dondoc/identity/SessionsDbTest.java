package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import vn.dondoc.testing.Province;

/** Sessions in the database, as several requests of one person hold them at once. */
class SessionsDbTest {
  private static final String NOTICE = "notice";
  private static Province province;

  @BeforeAll
  static void start() {
    province = Province.ofAugust2020();
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @Test
  void requestsOfADoubleClickBothLeaveTheirNotice() {
    leaveAtOnce(province.server().door(JdbcIndexedSessionRepository.class));
  }

  private static <S extends Session> void leaveAtOnce(SessionRepository<S> sessions) {
    S begun = sessions.createSession();
    sessions.save(begun);
    S first = Objects.requireNonNull(sessions.findById(begun.getId()));
    S second = Objects.requireNonNull(sessions.findById(begun.getId()));
    first.setAttribute(NOTICE, "Đã ghi sổ chuyển vốn.");
    second.setAttribute(NOTICE, "Đã ghi sổ chuyển vốn.");
    sessions.save(first);
    sessions.save(second);
    String kept = Objects.requireNonNull(sessions.findById(begun.getId())).getAttribute(NOTICE);
    assertThat(kept).isEqualTo("Đã ghi sổ chuyển vốn.");
  }
}
