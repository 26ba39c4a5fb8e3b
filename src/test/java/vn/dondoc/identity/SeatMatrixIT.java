package vn.dondoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.directive.Directives;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.project.NewProject;
import vn.dondoc.project.ProjectFacts;
import vn.dondoc.project.Projects;
import vn.dondoc.publication.Figures;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.SeatMatrix;
import vn.dondoc.testing.WebPerson;

/**
 * Every route of the program, asked from every seat: who gets in, who is led away, who is refused.
 */
class SeatMatrixIT {
  private static final SeatMatrix MATRIX =
      SeatMatrix.read(Path.of("src/test/resources/identity/seats.csv"));
  private static final String VISITOR = "visitor";
  private static final String ONE_TIME = "one-time";
  private static final String OFFICE = "van-phong-ubnd";
  private static final String OWN = "mot cau that dai cua rieng toi";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** Served before any page by the library that signs in and out. */
  private static final Set<String> OF_FILTERS = Set.of("POST /dang-nhap", "POST /dang-xuat");

  private static final Set<String> OF_SESSION = Set.of("/dang-nhap", "/dang-xuat", "/doi-mat-khau");

  private static final Map<String, String> LOGINS =
      Map.ofEntries(
          Map.entry("quan-tri", "quan-tri"),
          Map.entry("van-phong-ubnd", "van-phong"),
          Map.entry("lanh-dao-ubnd", "lanh-dao"),
          Map.entry("ke-hoach-dau-tu", "ke-hoach"),
          Map.entry("so-nganh", "thong-tin"),
          Map.entry("kho-bac", "kho-bac"),
          Map.entry("chu-dau-tu", "chu-dau-tu"),
          Map.entry("van-phong-dieu-phoi", "dieu-phoi"),
          Map.entry("cap-huyen", "huyen-chi-lang"),
          Map.entry("cap-xa", "xa-y-tich"),
          Map.entry("mat-tran", "mat-tran"),
          Map.entry("kiem-tra", "kiem-tra"),
          Map.entry(ONE_TIME, "van-phong-hai"));

  private static final Set<String> CHANGED = new TreeSet<>();
  private static final Map<String, WebPerson> PEOPLE = new LinkedHashMap<>();
  private static final Map<String, String> WORLD = new LinkedHashMap<>();
  private static final Map<WebPerson, String> TOKENS = new HashMap<>();
  private static Province province;

  @BeforeAll
  static void openTheProvince() {
    province = Province.ofAugust2020();
    Acting.as(Actor.system("test"), SeatMatrixIT::arrange);
    for (String seat : MATRIX.seats()) {
      WebPerson person = enter(seat);
      PEOPLE.put(seat, person);
      if (!seat.equals(VISITOR) && !seat.equals(ONE_TIME)) {
        person.change(password(seat), OWN);
        CHANGED.add(seat);
      }
    }
  }

  private static WebPerson enter(String seat) {
    WebPerson person = WebPerson.at(province.server());
    if (!seat.equals(VISITOR)) {
      person.signIn(login(seat), CHANGED.contains(seat) ? OWN : password(seat));
    }
    return person;
  }

  private static String login(String seat) {
    return Objects.requireNonNull(LOGINS.get(seat), "no seat for " + seat);
  }

  private static String password(String seat) {
    return Objects.requireNonNull(province.passwords().get(login(seat)), seat);
  }

  @AfterAll
  static void close() {
    province.close();
  }

  private static void arrange() {
    province.server().door(Figures.class).recordAll("demo/facts.csv");
    int plan = province.body("Sở Kế hoạch và Đầu tư").id();
    int district = province.body("UBND huyện Chi Lăng").id();
    long notice =
        receive(
            """
            Số: 12/TB-UBND
            THÔNG BÁO
            Kết luận của Chủ tịch UBND tỉnh
            1. Giao Sở Kế hoạch và Đầu tư báo cáo UBND tỉnh trước ngày 31/8/2020.
            2. Giao UBND huyện Chi Lăng rà soát các công trình trước ngày 25/9/2020.
            """);
    owner()
        .sql("update directive.proposal set state = 'accepted' where document_id = ?")
        .param(notice)
        .update();
    assertThat(province.server().door(Directives.class).confirm(notice)).isEqualTo(2);
    WORLD.put("notice", Long.toString(notice));
    long draft = receive("Số: 13/TB-UBND\n1. Giao Sở Tài chính báo cáo trước ngày 31/8/2020.\n");
    WORLD.put("draft", Long.toString(draft));
    WORLD.put("plan-task", taskOf(plan));
    WORLD.put("district-task", taskOf(district));
    WORLD.put("plan-duty", text("select min(id)::text from task.duty where body_id = " + plan));
    WORLD.put("project", Long.toString(project(district)));
    WORLD.put("start-rule", startRule());
    WORLD.put("body", Integer.toString(plan));
    WORLD.put("commune", text("select unit_id::text from place.known_unit where name = 'Y Tịch'"));
    WORLD.put("place", text("select min(id)::text from place.unit"));
    WORLD.put("account", text("select min(id)::text from identity.account"));
    WORLD.put("figure", text("select min(code) from publication.fact"));
  }

  /** A project of the board's that lies in the district. */
  private static long project(int district) {
    int board = province.body("Ban Quản lý dự án đầu tư xây dựng tỉnh").id();
    String lies = text("select place_id::text from agency.body where id = " + district);
    ProjectFacts facts =
        new ProjectFacts(
            new ProjectFacts.Codes("MAU-0001", null),
            "Dự án mẫu 01",
            board,
            new ProjectFacts.Classing("tinh", "xay-dung", "C", "giao-thong"),
            new ProjectFacts.Time(null, null),
            null,
            List.of(Integer.valueOf(lies)));
    return province
        .server()
        .door(Projects.class)
        .register(new NewProject(facts, "de-xuat", null, false));
  }

  /** A start-by rule of the district's task: everybody may know what was ordered. */
  private static String startRule() {
    String rule =
        text(
            """
            insert into project.start_rule (task_id, on_day, by_account, by_name)
            values (%s, '2020-08-14', -1, 'mẫu') returning id::text
            """
                .formatted(WORLD.get("district-task")));
    owner()
        .sql(
            """
            insert into project.start_rule_fact (rule_id, step, name, clause, year, class_code, last_day,
                                                 ended, on_day, by_account, by_name)
            values (?::bigint, 1, 'Khởi công mẫu', 'Khởi công trước 31/8 (mẫu)', 2020, 'khoi-cong-moi',
                    '2020-08-31', false, '2020-08-14', -1, 'mẫu')
            """)
        .param(rule)
        .update();
    return rule;
  }

  private static long receive(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    return province.server().door(Directives.class).receive("mau.txt", bytes, true).documentId();
  }

  private static String taskOf(int body) {
    return text(
        "select min(task_id)::text from task.party where part = 'lead' and body_id = " + body);
  }

  private static String text(String sql) {
    return Objects.requireNonNull(owner().sql(sql).query(String.class).single(), sql);
  }

  private static JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  @Test
  void everyRouteAndEveryRoleHasItsPlaceInTheMatrix() {
    Set<String> roles = province.server().door(Accounts.class).roles().keySet();
    assertThat(MATRIX.seats()).containsAll(roles).contains(VISITOR, ONE_TIME);
    assertThat(MATRIX.seats()).hasSize(roles.size() + 2);
    Set<String> told =
        MATRIX.lines().stream().map(SeatMatrix.Line::named).collect(Collectors.toSet());
    assertThat(told).as("routes without a line, and lines without a route").isEqualTo(served());
  }

  /** As "GET /nhiem-vu/{id}"; a route for any method is asked with GET. */
  private static Set<String> served() {
    RequestMappingHandlerMapping routes =
        (RequestMappingHandlerMapping)
            province.server().context().getBean("requestMappingHandlerMapping");
    Set<String> served = new TreeSet<>(OF_FILTERS);
    for (RequestMappingInfo route : routes.getHandlerMethods().keySet()) {
      for (String method : methods(route)) {
        route.getPatternValues().forEach(path -> served.add(method + " " + path));
      }
    }
    return served;
  }

  private static List<String> methods(RequestMappingInfo route) {
    Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
    return methods.isEmpty() ? List.of("GET") : methods.stream().map(RequestMethod::name).toList();
  }

  @Test
  void everySeatGetsTheAnswerThatIsWritten() {
    List<String> wrong = new ArrayList<>();
    for (SeatMatrix.Line line : MATRIX.lines()) {
      for (String seat : MATRIX.seats()) {
        boolean leaves = line.route().equals("/dang-xuat");
        WebPerson person = leaves ? enter(seat) : person(seat);
        String answer = told(ask(line, person), line.answer(seat));
        if (!answer.equals(line.answer(seat))) {
          wrong.add(
              "%s %s as %s: %s, not %s"
                  .formatted(line.method(), line.address(), seat, answer, line.answer(seat)));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noFormIsTakenWithoutItsToken() {
    WebPerson office = person(OFFICE);
    for (SeatMatrix.Line line : MATRIX.lines()) {
      if (line.method().equals("POST") && !line.route().equals("/dang-nhap")) {
        HttpResponse<String> answer = office.post(address(line), line.fields(), "");
        assertThat(answer.statusCode()).as(line.named()).isEqualTo(403);
      }
    }
  }

  @Test
  void methodNoRouteHasIsRefusedToEverybody() throws Exception {
    Set<String> served = served();
    String token = token(person(OFFICE));
    for (SeatMatrix.Line line : MATRIX.lines()) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
        boolean has = served.contains(method + " " + line.route());
        boolean ofAnyMethod = line.route().equals("/error");
        boolean ofFilter = OF_FILTERS.contains("POST " + line.route());
        if (!has && !ofAnyMethod && !ofFilter && !isOtherRoute(served, method, line)) {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(URI.create(province.address(address(line))))
                  .header("X-CSRF-TOKEN", token)
                  .method(method, HttpRequest.BodyPublishers.noBody());
          assertThat(send(person(OFFICE), request).statusCode())
              .as("%s %s", method, line.address())
              .isEqualTo(405);
        }
      }
    }
  }

  /** "/chi-dao/tiep-nhan" is also "/chi-dao/{id}" to a method it does not have itself. */
  private static boolean isOtherRoute(Set<String> served, String method, SeatMatrix.Line line) {
    String path = address(line).replaceAll("\\?.*", "");
    return served.stream()
        .filter(route -> route.startsWith(method + " "))
        .map(route -> route.substring(method.length() + 1).replaceAll("\\{[^}]+}", "[^/]+"))
        .anyMatch(path::matches);
  }

  private static WebPerson person(String seat) {
    return Objects.requireNonNull(PEOPLE.get(seat), seat);
  }

  private static String address(SeatMatrix.Line line) {
    String address = line.address();
    for (Map.Entry<String, String> thing : WORLD.entrySet()) {
      address = address.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return address;
  }

  private static HttpResponse<String> ask(SeatMatrix.Line line, WebPerson person) {
    if (line.method().equals("GET")) {
      return person.get(address(line));
    }
    Map<String, String> fields = new LinkedHashMap<>(line.fields());
    String file = fields.remove("file");
    String token = token(person);
    if (OF_SESSION.contains(line.route())) {
      // A session that begins or ends takes its token with it.
      TOKENS.remove(person);
    }
    if (file == null) {
      return person.post(address(line), fields, token);
    }
    fields.put("_csrf", token);
    return sendFile(person, address(line), file, fields);
  }

  /** From whichever page shows this person a form. */
  private static String token(WebPerson person) {
    return TOKENS.computeIfAbsent(person, SeatMatrixIT::readToken);
  }

  private static String readToken(WebPerson person) {
    return Stream.of("/doi-mat-khau", "/dang-nhap")
        .map(page -> TOKEN.matcher(person.get(page).body()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> sendFile(
      WebPerson person, String address, String name, Map<String, String> fields) {
    String between = "--giua-cac-phan\r\nContent-Disposition: form-data; name=\"";
    StringBuilder parts = new StringBuilder();
    fields.forEach((field, value) ->
        parts.append(between).append(field).append("\"\r\n\r\n").append(value).append("\r\n"));
    String body =
        parts + between + name + "\"; filename=\"trong.xlsx\"\r\n\r\n\r\n--giua-cac-phan--\r\n";
    return send(
        person,
        HttpRequest.newBuilder(URI.create(province.address(address)))
            .header("Content-Type", "multipart/form-data; boundary=giua-cac-phan")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(WebPerson person, HttpRequest.Builder request) {
    try {
      return person.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A redirect is told by where it leads when the matrix tells it so. */
  private static String told(HttpResponse<String> answer, String expected) {
    String location = answer.headers().firstValue("Location").orElse("");
    boolean byPlace = !expected.equals("302");
    if (answer.statusCode() == 302 && location.contains("/dang-nhap")) {
      return "sign-in";
    }
    return answer.statusCode() == 302 && byPlace && location.contains("/doi-mat-khau")
        ? "change"
        : Integer.toString(answer.statusCode());
  }
}
