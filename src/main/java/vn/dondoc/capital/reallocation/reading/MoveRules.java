package vn.dondoc.capital.reallocation.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.Language;
import vn.dondoc.web.Texts;

/**
 * Quy định về điều chuyển that count for a year: who decides by when, and who may receive.
 *
 * @param authorities by pool
 * @param receivers điều kiện của bên nhận
 * @param province whose own organs decide; empty where it is not known
 */
public record MoveRules(List<Authority> authorities, List<Receiver> receivers, String province) {
  public MoveRules {
    authorities = List.copyOf(authorities);
    receivers = List.copyOf(receivers);
  }

  /**
   * Cấp quyết định trong một nhóm vốn.
   *
   * @param poolId nhóm vốn
   * @param pool its code and name
   * @param mediumTerm of the medium-term plan, or of the year's
   * @param code mã
   * @param name tên
   * @param times its days, and whether they fit today
   * @param clause what the rule says
   * @param basis căn cứ
   */
  public record Authority(
      int poolId,
      String pool,
      boolean mediumTerm,
      String code,
      Words name,
      Times times,
      String clause,
      String basis) {
    /** Its name without what else is to be done. */
    public String organ() {
      return name.vi().split(",", 2)[0];
    }

    /** The same in the reader's language: to be read, never to be matched. */
    public String organ(Texts texts) {
      return name.in(texts).split(",", 2)[0];
    }

    /** Whether it is one body, and not each of a level. */
    public boolean isOne() {
      return Organ.read(organ()).isOne();
    }
  }

  public record Words(String vi, String en) {
    public String in(Texts texts) {
      return texts.language() == Language.EN ? en : vi;
    }
  }

  /**
   * Thời hạn.
   *
   * @param deadline hạn quyết định; null for none
   * @param leadDays from a proposal to its decision
   * @param payDays what has to be left to pay
   * @param fit whether a proposal of that day comes in time
   */
  public record Times(@Nullable LocalDate deadline, int leadDays, int payDays, boolean fit) {}

  /**
   * Điều kiện, thứ tự của bên nhận.
   *
   * @param kind what it rules
   * @param key whom
   * @param number years or rank
   * @param clause what the rule says
   * @param basis căn cứ
   */
  public record Receiver(String kind, String key, int number, String clause, String basis) {}

  /** Who decides a move of the year's plan within a pool. */
  public Optional<Authority> annual(int pool) {
    return of(pool, false);
  }

  /** Who decides a change of the medium-term plan of a pool's source. */
  public Optional<Authority> mediumTerm(int pool) {
    return of(pool, true);
  }

  private Optional<Authority> of(int pool, boolean mediumTerm) {
    return authorities.stream()
        .filter(one -> one.mediumTerm() == mediumTerm && one.poolId() == pool)
        .findFirst();
  }

  /** Whether who issued a decision is this authority, in this province. */
  public boolean is(Authority authority, String issuer) {
    return Organ.read(authority.name().vi()).is(Organ.read(issuer), province);
  }
}
