package vn.dondoc.capital.reallocation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.capital.cut.CutAuthorities;
import vn.dondoc.capital.reallocation.reading.MoveRules;

/** Cấp quyết định cắt giảm: whoever the rules of the year let move plan of the pool. */
@Component
@Transactional(readOnly = true)
class CutDeciders implements CutAuthorities {
  private final Scenarios scenarios;
  private final LineStands stands;

  CutDeciders(Scenarios scenarios, LineStands stands) {
    this.scenarios = scenarios;
    this.stands = stands;
  }

  @Override
  public Optional<Ruled> of(int poolId, String issuer) {
    MoveRules law = scenarios.law(year(poolId));
    return law.annual(poolId).map(one -> new Ruled(one.organ(), one.basis(), law.is(one, issuer)));
  }

  @Override
  public int year(int poolId) {
    return stands.year(poolId);
  }
}
