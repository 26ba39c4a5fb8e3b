package vn.dondoc.directive.circulation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dondoc.directive.Directives;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.testing.Province;
import vn.dondoc.testing.WebPerson;

/**
 * Notices confirmed and sent in the province of August 2020, and who acts with them.
 *
 * @param province where
 */
record CirculationWorld(Province province) {
  static final String OWN_PASSWORD = "mot cau that dai cua rieng toi";

  /** Friday 14 August 2020. */
  static final LocalDate FRIDAY = LocalDate.of(2020, 8, 14);

  static final String NOTICE =
      """
      UBND TỈNH LẠNG SƠN
      Số: 41/TB-UBND
      Lạng Sơn, ngày 14 tháng 8 năm 2020

      THÔNG BÁO
      Kết luận của Chủ tịch UBND tỉnh về xây dựng nông thôn mới

      1. Đánh giá chung
      Thời gian qua các xã đã đạt nhiều kết quả. Đến nay có 40 xã đạt chuẩn.
      2. Nhiệm vụ
      a) Giao Sở Kế hoạch và Đầu tư báo cáo UBND tỉnh trước ngày 31/8/2020.
      b) Giao UBND huyện Chi Lăng rà soát các công trình trước ngày 25/9/2020.
      c) Giao UBND xã Y Tịch lấy mẫu nước sinh hoạt trước ngày 20/9/2020.
      3. Giải ngân
      Giao Kho bạc Nhà nước tỉnh tổng hợp số liệu giải ngân trước ngày 10/9/2020.

      Nơi nhận:
      - Thường trực Tỉnh ủy;
      - HĐND, UBND các huyện thành phố (phổ biến đến xã, phường, thị trấn);
      - Sở Kế hoạch và Đầu tư, Kho bạc Nhà nước tỉnh, Sở Tài chính;
      - Ban quản lý chợ mẫu;
      - Lưu: VT, KT.

      TL. CHỦ TỊCH
      CHÁNH VĂN PHÒNG
      Trần Văn Mẫu
      """;

  static CirculationWorld in(Province province) {
    return new CirculationWorld(province);
  }

  /**
   * Takes a text in and confirms whatever it asks, each by its lead or, where it has none, by the
   * planning department.
   */
  long confirmed(String text) {
    long id = received(text);
    accept(id);
    Acting.as(Actor.system("test"), () -> province.server().door(Directives.class).confirm(id));
    return id;
  }

  long received(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Directives directives = province.server().door(Directives.class);
    return Acting.call(
        Actor.system("test"), () -> directives.receive("mau.txt", bytes, true).documentId());
  }

  void accept(long id) {
    owner()
        .sql(
            """
            update directive.proposal p
               set state = 'accepted',
                   content = case
                     when jsonb_path_exists(content,
                            '$.parties[*] ? (@.part == "LEAD" && @.bodyId != null)') then content
                     else jsonb_set(content, '{parties}', jsonb_build_array(jsonb_build_object(
                       'part', 'LEAD', 'written', 'mẫu', 'bodyId', :body::int, 'name', 'mẫu')))
                   end
             where document_id = :document
            """)
        .param("document", id)
        .param("body", id("Sở Kế hoạch và Đầu tư"))
        .update();
  }

  int id(String name) {
    return province.body(name).id();
  }

  /** Somebody of one body, who sees nothing but that body's. */
  Actor of(String body) {
    Set<String> rights = Set.of("directive.read", "directive.acknowledge", "task.read");
    return new Actor(
        900 + id(body), "người của " + body, rights, false, List.of(id(body)), List.of());
  }

  /** Somebody of a district: its own bodies, its communes' and the places within. */
  Actor district() {
    JdbcClient owner = owner();
    int place = Objects.requireNonNull(province.body("UBND huyện Chi Lăng").placeId());
    List<Integer> places =
        owner
            .sql(
                "select :place::int union select unit_id from place.version where parent_id = :place"
                    + " and valid @> date '2020-08-14'")
            .param("place", place)
            .query((row, number) -> row.getInt(1))
            .list();
    List<Integer> bodies =
        owner
            .sql(
                "select id from agency.body where place_id = any(:places) and valid @> date '2020-08-14'")
            .param("places", places.toArray(Integer[]::new))
            .query((row, number) -> row.getInt(1))
            .list();
    return new Actor(
        700,
        "người của huyện",
        Set.of("directive.read", "directive.acknowledge", "task.read"),
        false,
        bodies,
        places);
  }

  Actor office() {
    Set<String> rights =
        Set.of("directive.read", "directive.confirm", "directive.acknowledge", "task.read");
    return new Actor(800, "văn phòng", rights, true, List.of(id("Văn phòng UBND tỉnh")), List.of());
  }

  Circulation circulation() {
    return province.server().door(Circulation.class);
  }

  Distribution distribution() {
    return province.server().door(Distribution.class);
  }

  ReceiptListing listing() {
    return province.server().door(ReceiptListing.class);
  }

  JdbcClient owner() {
    return JdbcClient.create(province.server().database().owner());
  }

  /** Rows of a table as the application reads it for this actor, without any condition. */
  long rows(Actor actor, String table) {
    TransactionTemplate transaction = province.server().door(TransactionTemplate.class);
    JdbcClient application = province.server().door(JdbcClient.class);
    return Acting.<Long, RuntimeException>call(
        actor,
        () ->
            Objects.requireNonNull(
                transaction.<Long>execute(status ->
                    application.sql("select count(*) from " + table).query(Long.class).single())));
  }

  void standOn(LocalDate day) {
    owner().sql("update database.province_day set day = :day").param("day", day).update();
  }

  WebPerson person(String login) {
    WebPerson person = WebPerson.at(province.server());
    String password = Objects.requireNonNull(province.passwords().get(login), login);
    person.signIn(login, password);
    if (!password.equals(OWN_PASSWORD)) {
      person.change(password, OWN_PASSWORD);
      province.passwords().put(login, OWN_PASSWORD);
    }
    return person;
  }
}
