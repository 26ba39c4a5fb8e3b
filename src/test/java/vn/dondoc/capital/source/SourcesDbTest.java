package vn.dondoc.capital.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.dondoc.kernel.Acting;
import vn.dondoc.kernel.Actor;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.ProjectReference;
import vn.dondoc.testing.Server;
import vn.dondoc.testing.TestDatabase;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/** The tree of sources and the pools of a year: each ring once, in its own years. */
class SourcesDbTest {
  private static final LocalDate OPENS = LocalDate.of(2019, 12, 31);
  private static final Term TERM =
      Term.until(LocalDate.of(2021, 1, 31), LocalDate.of(2020, 12, 31));
  private static Server server;
  private static Sources sources;

  @BeforeAll
  static void start() {
    server = Server.start(TestDatabase.fresh());
    sources = server.door(Sources.class);
    Acting.as(system(), () -> server.door(ProjectReference.class).load());
    Acting.as(system(), () -> sources.load());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Actor system() {
    return Actor.system("test");
  }

  private static String refused(NewPool pool) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> Acting.call(system(), () -> sources.open(pool)));
    assertThat(refusal).as(pool.code()).isNotNull();
    Texts.in(Language.EN).tell(refusal);
    return Texts.in(Language.VI).tell(refusal);
  }

  private static NewPool pool(String code, Pool.Ring ring) {
    return NewPool.ofYear(code, "Nhóm vốn mẫu", ring, OPENS, TERM);
  }

  private static Pool.Ring ring(String source, @Nullable String sector, @Nullable String loan) {
    return new Pool.Ring(source, sector, "tinh", loan);
  }

  @Test
  void treeLoadsOnceAndKeepsParentsBeforeTheirParts() {
    List<Source> all = Acting.call(system(), () -> sources.all());
    assertThat(all).hasSizeGreaterThan(15);
    assertThat(all.stream().map(Source::code)).contains("NSTW.MTQG.NTM", "NSDP.SDD", "HT");
    assertThat(Acting.call(system(), () -> sources.load())).isZero();
  }

  @Test
  void sameSourceOfTwoVintagesIsTwoPools() {
    NewPool year = pool("CD-2020", ring("NSDP.CD", null, null));
    NewPool carried =
        new NewPool(
            "CD-2020-KD",
            "Kéo dài từ 2019",
            ring("NSDP.CD", null, null),
            2020,
            Vintage.CARRIED,
            2019,
            OPENS,
            TERM);
    Acting.as(system(), () -> sources.open(year));
    Acting.as(system(), () -> sources.open(carried));
    assertThat(Acting.call(system(), () -> sources.pools(2020)))
        .extracting(Pool::code, Pool::vintage)
        .contains(
            org.assertj.core.groups.Tuple.tuple("CD-2020", Vintage.THIS_YEAR),
            org.assertj.core.groups.Tuple.tuple("CD-2020-KD", Vintage.CARRIED));
    assertThat(refused(pool("CD-2020-B", ring("NSDP.CD", null, null)))).contains("Đã có nhóm vốn");
  }

  @Test
  void refusesSourceOfAnotherYearAndIncompleteRing() {
    assertThat(refused(pool("DTTS-2020", ring("NSTW.MTQG.DTTS", null, null))))
        .contains("nguồn NSTW.MTQG.DTTS không có hiệu lực trong năm 2020");
    assertThat(refused(pool("MTQG-2020", ring("NSTW.MTQG", null, null)))).contains("là nhóm nguồn");
    assertThat(refused(pool("TN-2020", ring("NSTW.TN", null, null)))).contains("giao theo ngành");
    assertThat(refused(pool("NN-2020", ring("NSTW.NN", null, null)))).contains("ghi hiệp định");
    assertThat(refused(pool("XX-2020", ring("XX", null, null))))
        .contains("Không có nguồn vốn “XX”");
    NewPool wrongYears =
        new NewPool(
            "SDD-2020",
            "Sai niên độ",
            ring("NSDP.SDD", null, null),
            2020,
            Vintage.CARRIED,
            2020,
            OPENS,
            TERM);
    assertThat(refused(wrongYears)).contains("năm gốc 2020 không hợp với niên độ");
    NewPool wrongDays =
        NewPool.ofYear(
            "SDD-2020",
            "Sai ngày",
            ring("NSDP.SDD", null, null),
            OPENS,
            Term.until(LocalDate.of(2020, 12, 31), LocalDate.of(2021, 1, 31)));
    assertThat(refused(wrongDays)).contains("phải theo thứ tự ấy");
  }

  @Test
  void termIsExtendedByDocumentAndTheOldOneStaysKnown() {
    Acting.as(system(), () -> sources.open(pool("TT-2020", ring("NSDP.TT", null, null))));
    Term longer =
        new Term(
            LocalDate.of(2021, 12, 31),
            LocalDate.of(2021, 12, 31),
            "bất khả kháng",
            "HĐND tỉnh mẫu",
            "NQ 01 mẫu");
    Acting.as(system(), () -> sources.extend("TT-2020", longer));
    assertThat(Acting.call(system(), () -> sources.pool("TT-2020")).term()).isEqualTo(longer);
    assertThatThrownBy(() -> Acting.as(system(), () -> sources.extend("KHONG-CO", longer)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void ownerOfProjectsOpensNoPool() {
    Actor owner = new Actor(9, "Ban QLDA mẫu 01", Set.of(), false, List.of(), List.of());
    NewPool pool = pool("HT-2020", ring("HT", null, null));
    assertThatThrownBy(() -> Acting.call(owner, () -> sources.open(pool)))
        .isInstanceOf(DataAccessException.class);
  }
}
