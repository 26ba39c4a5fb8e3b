package vn.dondoc.task.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.audit.AuditTrail;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.task.reminder.ReminderWorld;
import vn.dondoc.testing.Program;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;

/** Letters on their way out: to a real mail server, to one that is away, refuses or is silent. */
class OutboxDbTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static final LocalDate DAY = LocalDate.of(2020, 8, 14);
  private static final int PORT = Program.freePort();
  @TempDir private Path folder;
  private static Province province;
  private static ReminderWorld world;
  private static Outbox outbox;
  private final GreenMail mail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));

  @BeforeAll
  static void start() {
    province =
        Province.ofAugust2020(
            Server.start(
                TestDatabase.ofProvince(),
                Map.of(
                    "dondoc.mail.host", "127.0.0.1",
                    "dondoc.mail.port", Integer.toString(PORT),
                    "dondoc.mail.tls", "none",
                    "dondoc.mail.from", "don-doc@lang-son.example")));
    world = ReminderWorld.in(province);
    outbox = province.server().door(Outbox.class);
  }

  @AfterAll
  static void stop() {
    province.close();
  }

  @BeforeEach
  void outboxIsEmpty() {
    world.forget();
  }

  @AfterEach
  void mailServerGoes() {
    mail.stop();
  }

  private static void queue(String login, String address, LocalDate day) {
    Letter letter =
        new Letter(
            world.account(login),
            "Cán bộ mẫu, Sở KH&ĐT",
            address,
            day,
            "Nhắc việc: 1 việc quá hạn (14/08/2020)",
            "Kính gửi Cán bộ mẫu,\n\n1. NV-2020-0001 – báo cáo giải ngân\n");
    Acting.as(SYSTEM, () -> outbox.queue(List.of(letter)));
  }

  private static List<Outbox.Outcome> send(Outbox by) {
    List<Outbox.Outcome> outcomes = new ArrayList<>();
    do {
      outcomes.add(Acting.call(SYSTEM, by::sendNext));
    } while (outcomes.getLast() != Outbox.Outcome.NOTHING && outcomes.size() < 100);
    return outcomes;
  }

  private static List<Outbox.Outcome> send() {
    return send(outbox);
  }

  private static List<String> states() {
    return world
        .owner()
        .sql("select address || ' ' || state || ' ' || attempts from task.outbox order by id")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static void timePasses() {
    world.owner().sql("update task.outbox set next_try_at = now() - interval '1 second'").update();
  }

  /** The same outbox with another way out. */
  private static Outbox with(MailRoute route) {
    Outbox other =
        new Outbox(
            province.server().door(OutboxStore.class),
            route,
            province.server().door(MailSettings.class),
            province.server().door(AuditTrail.class));
    TransactionTemplate transaction = province.server().door(TransactionTemplate.class);
    return new Outbox(
        province.server().door(OutboxStore.class),
        route,
        province.server().door(MailSettings.class),
        province.server().door(AuditTrail.class)) {
      @Override
      Outcome sendNext() {
        return Objects.requireNonNull(transaction.execute(status -> other.sendNext()));
      }
    };
  }

  private static MailSettings settings(int port, String tls) {
    return MailSettings.of(
        new MockEnvironment()
            .withProperty("dondoc.mail.host", "127.0.0.1")
            .withProperty("dondoc.mail.port", Integer.toString(port))
            .withProperty("dondoc.mail.tls", tls)
            .withProperty("dondoc.mail.from", "don-doc@lang-son.example")
            .withProperty("dondoc.mail.patience", "1"));
  }

  @Test
  void letterArrivesAsItWasWritten() throws MessagingException, IOException {
    mail.start();
    queue("ke-hoach", "ke-hoach@lang-son.example", DAY);
    assertThat(send()).containsExactly(Outbox.Outcome.SENT, Outbox.Outcome.NOTHING);
    MimeMessage[] arrived = mail.getReceivedMessages();
    assertThat(arrived).hasSize(1);
    assertThat(arrived[0].getSubject()).isEqualTo("Nhắc việc: 1 việc quá hạn (14/08/2020)");
    // What GreenMail keeps of a text has no line end at its end.
    assertThat(arrived[0].getContent().toString().stripTrailing())
        .isEqualToNormalizingNewlines(
            "Kính gửi Cán bộ mẫu,\n\n1. NV-2020-0001 – báo cáo giải ngân");
    assertThat(((InternetAddress) arrived[0].getAllRecipients()[0]).getPersonal())
        .isEqualTo("Cán bộ mẫu, Sở KH&ĐT");
    assertThat(arrived[0].getFrom()[0]).hasToString("don-doc@lang-son.example");
    assertThat(arrived[0].getMessageID()).endsWith("@lang-son.example>");
    assertThat(arrived[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(states()).containsExactly("ke-hoach@lang-son.example sent 1");
    assertThat(send()).containsExactly(Outbox.Outcome.NOTHING);
  }

  @Test
  void nothingIsLostWhileMailServerIsAwayAndAllIsSentOnceWhenItIsBack() {
    for (String login : List.of("ke-hoach", "kho-bac", "van-phong")) {
      queue(login, login + "@lang-son.example", DAY);
    }
    assertThat(Acting.call(SYSTEM, outbox::sendNext)).isEqualTo(Outbox.Outcome.NOBODY_THERE);
    timePasses();
    for (int times = 0; times < 5; times++) {
      send();
      timePasses();
    }
    assertThat(states()).allMatch(state -> state.contains(" queued "));
    assertThat(
            world
                .owner()
                .sql("select last_error from task.outbox where last_error is not null")
                .query((row, number) -> row.getString(1))
                .list())
        .isNotEmpty()
        .allMatch(error -> error.contains(Integer.toString(PORT)));
    mail.start();
    assertThat(send()).filteredOn(Outbox.Outcome.SENT::equals).hasSize(3);
    timePasses();
    assertThat(send()).containsExactly(Outbox.Outcome.NOTHING);
    assertThat(mail.getReceivedMessages()).hasSize(3);
    // It goes away and comes back once more.
    mail.stop();
    queue("ke-hoach", "ke-hoach@lang-son.example", DAY.plusDays(3));
    assertThat(Acting.call(SYSTEM, outbox::sendNext)).isEqualTo(Outbox.Outcome.NOBODY_THERE);
    timePasses();
    mail.start();
    assertThat(send()).containsExactly(Outbox.Outcome.SENT, Outbox.Outcome.NOTHING);
    assertThat(states()).allMatch(state -> state.contains(" sent "));
  }

  @Test
  void severalNodesSendEachLetterOnce() throws Exception {
    mail.start();
    IntStream.range(0, 40)
        .forEach(n -> queue("ke-hoach", "k" + n + "@lang-son.example", DAY.plusDays(n)));
    List<Outbox.Outcome> outcomes = new ArrayList<>();
    try (ExecutorService nodes = Executors.newFixedThreadPool(5)) {
      List<Callable<List<Outbox.Outcome>>> all = new ArrayList<>();
      IntStream.range(0, 5).forEach(n -> all.add(OutboxDbTest::send));
      for (Future<List<Outbox.Outcome>> node : nodes.invokeAll(all)) {
        outcomes.addAll(node.get());
      }
    }
    assertThat(outcomes).filteredOn(Outbox.Outcome.SENT::equals).hasSize(40);
    assertThat(mail.getReceivedMessages()).hasSize(40);
    assertThat(Stream.of(mail.getReceivedMessages()).map(OutboxDbTest::recipient).distinct())
        .hasSize(40);
  }

  private static String recipient(MimeMessage message) {
    try {
      return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusedRecipientFailsAloneAndCanBeTriedAgain() {
    try (ScriptedMailServer server = ScriptedMailServer.start(ScriptedMailServer.Manner.CHOOSY)) {
      Outbox choosy = with(new SmtpRoute(settings(server.port(), "none")));
      queue("ke-hoach", "khong-co@lang-son.example", DAY);
      queue("kho-bac", "ban@lang-son.example", DAY);
      queue("van-phong", "van-phong@lang-son.example", DAY);
      assertThat(send(choosy))
          .containsExactly(
              Outbox.Outcome.NOT_SENT,
              Outbox.Outcome.NOT_SENT,
              Outbox.Outcome.SENT,
              Outbox.Outcome.NOTHING);
      assertThat(states())
          .containsExactly(
              "khong-co@lang-son.example failed 1",
              "ban@lang-son.example queued 1",
              "van-phong@lang-son.example sent 1");
      assertThat(
              world
                  .owner()
                  .sql("select last_error from task.outbox where state = 'failed'")
                  .query((row, number) -> row.getString(1))
                  .single())
          .contains("550 5.1.1 khong co hop thu nay");
      assertThat(Acting.call(SYSTEM, () -> outbox.again(null))).isEqualTo(1);
      assertThat(states().getFirst()).isEqualTo("khong-co@lang-son.example queued 1");
      assertThatThrownBy(() -> Acting.call(SYSTEM, () -> outbox.again(null)))
          .isInstanceOf(Refusal.class);
      long sent =
          world
              .owner()
              .sql("select id from task.outbox where state = 'sent'")
              .query(Long.class)
              .single();
      assertThatThrownBy(() -> Acting.call(SYSTEM, () -> outbox.again(sent)))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void silentServerIsLeftAndTheLetterWaits() {
    try (ScriptedMailServer server = ScriptedMailServer.start(ScriptedMailServer.Manner.SILENT)) {
      queue("ke-hoach", "ke-hoach@lang-son.example", DAY);
      Outbox patient = with(new SmtpRoute(settings(server.port(), "none")));
      assertThat(Acting.call(SYSTEM, patient::sendNext)).isEqualTo(Outbox.Outcome.NOBODY_THERE);
      assertThat(states()).containsExactly("ke-hoach@lang-son.example queued 1");
    }
  }

  @Test
  void letterTakenBeforeTheLineWasCutIsNotSentAgain() {
    try (ScriptedMailServer server = ScriptedMailServer.start(ScriptedMailServer.Manner.HASTY)) {
      queue("ke-hoach", "ke-hoach@lang-son.example", DAY);
      assertThat(send(with(new SmtpRoute(settings(server.port(), "none")))))
          .containsExactly(Outbox.Outcome.SENT, Outbox.Outcome.NOTHING);
      assertThat(server.taken()).hasSize(1);
    }
  }

  @Test
  void letterIsNeverSentInTheClearWhenEncryptionIsAsked() {
    mail.start();
    queue("ke-hoach", "ke-hoach@lang-son.example", DAY);
    assertThat(Acting.call(SYSTEM, with(new SmtpRoute(settings(PORT, "starttls")))::sendNext))
        .isEqualTo(Outbox.Outcome.NOBODY_THERE);
    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(states()).containsExactly("ke-hoach@lang-son.example queued 1");
  }

  @Test
  void senderThatDiesBeforeItsCommitSendsTheSameLetterUnderTheSameName() {
    mail.start();
    queue("ke-hoach", "ke-hoach@lang-son.example", DAY);
    assertThatThrownBy(() ->
            world.inTransaction(() -> {
              outbox.sendNext();
              throw new IllegalStateException("mất điện");
            }))
        .hasMessage("mất điện");
    assertThat(states()).containsExactly("ke-hoach@lang-son.example queued 0");
    assertThat(send()).containsExactly(Outbox.Outcome.SENT, Outbox.Outcome.NOTHING);
    assertThat(Stream.of(mail.getReceivedMessages()).map(OutboxDbTest::name))
        .hasSize(2)
        .satisfies(names -> assertThat(names.stream().distinct()).hasSize(1));
  }

  private static String name(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void withoutServerEachLetterBecomesOneFile() throws IOException, MessagingException {
    MailSettings plain = MailSettings.of(new MockEnvironment());
    Outbox files = with(new FolderRoute(folder.resolve("mail"), plain));
    queue("ke-hoach", "ke-hoach@lang-son.example", DAY);
    send(files);
    world.owner().sql("update task.outbox set state = 'queued', sent_at = null").update();
    send(files);
    try (Stream<Path> found = Files.list(folder.resolve("mail"))) {
      List<Path> letters = found.toList();
      assertThat(letters).hasSize(1);
      try (InputStream in = Files.newInputStream(letters.getFirst())) {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()), in);
        assertThat(letter.getSubject()).startsWith("Nhắc việc");
      }
    }
    // A folder that cannot be written is no reason to lose one.
    Path inTheWay = Files.writeString(folder.resolve("tep"), "");
    queue("kho-bac", "kho-bac@lang-son.example", DAY);
    Outbox blocked = with(new FolderRoute(inTheWay, plain));
    assertThat(Acting.call(SYSTEM, blocked::sendNext)).isEqualTo(Outbox.Outcome.NOBODY_THERE);
    assertThat(Acting.call(SYSTEM, with(new NoRoute())::sendNext))
        .isEqualTo(Outbox.Outcome.NOTHING);
    assertThat(states()).contains("kho-bac@lang-son.example queued 1");
  }

  @Test
  void personHasOneLetterOfDay() {
    queue("ke-hoach", "ke-hoach@lang-son.example", DAY);
    queue("ke-hoach", "khac@lang-son.example", DAY);
    assertThat(states()).containsExactly("ke-hoach@lang-son.example queued 0");
  }

  @Test
  void pausesGrowToAnHour() {
    assertThat(IntStream.of(0, 1, 2, 5, 6, 99).mapToObj(Outbox::pause))
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(32),
            Duration.ofHours(1),
            Duration.ofHours(1));
  }

  @Test
  void settingThatCannotBeMeantIsNamed() {
    Map.of(
            "dondoc.mail.port", "0",
            "dondoc.mail.tls", "co",
            "dondoc.mail.from", "khong phai dia chi",
            "dondoc.mail.patience", "lau")
        .forEach((name, value) ->
            assertThatThrownBy(() ->
                    MailSettings.of(
                        new MockEnvironment()
                            .withProperty("dondoc.mail.host", "mail.example")
                            .withProperty("dondoc.mail.from", "a@b.example")
                            .withProperty(name, value)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(name));
  }
}
