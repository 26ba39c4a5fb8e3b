package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/** Sessions in the database, as several requests of one person hold them at once. */
class SessionsDbTest {
  private static final String NOTICE = "notice";
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final String TOKEN =
      "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN";
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

  @Test
  void formsOpenedTogetherRightAfterSigningInAreAllTaken() {
    String oneTime = Objects.requireNonNull(province.passwords().get("ke-hoach"));
    WebPerson first = WebPerson.at(province.server());
    first.signIn("ke-hoach", oneTime);
    first.change(oneTime, OWN);
    WebPerson person = WebPerson.at(province.server());
    person.signIn("ke-hoach", OWN);
    String session =
        new String(Base64.getDecoder().decode(person.cookie("phien")), StandardCharsets.UTF_8);
    assertThat(hasToken(province.server().door(JdbcIndexedSessionRepository.class), session))
        .as("made at sign-in, before any form")
        .isTrue();
    List<String> tokens =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(tab -> person.get("/doi-mat-khau").body())
            .map(SessionsDbTest::token)
            .toList();
    assertThat(tokens)
        .allSatisfy(token ->
            assertThat(
                    person
                        .post(
                            "/doi-mat-khau",
                            Map.of("old", "sai", "fresh", OWN, "again", OWN),
                            token)
                        .statusCode())
                .as("led back to the form, not refused")
                .isEqualTo(302));
  }

  private static <S extends Session> boolean hasToken(SessionRepository<S> sessions, String id) {
    return Objects.requireNonNull(sessions.findById(id)).getAttributeNames().contains(TOKEN);
  }

  private static String token(String page) {
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
