package vn.dondoc.capital.source;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một nguồn vốn hay nhóm vốn không ghi được. */
public enum SourceRefusal implements Refusal.Code {
  /** A row of the sources' table that is wrong. */
  FILE,
  /** The code, or the ring, has a pool already. */
  POOL_EXISTS,
  /** No source of that code. */
  NO_SOURCE,
  /** No pool of that code. */
  NO_POOL,
  /** The source does not serve in that year. */
  SOURCE_OF_ANOTHER_YEAR,
  /** A group of sources has no money of its own. */
  SOURCE_IS_A_GROUP,
  /** The split by sector is binding and none was given. */
  SECTOR_IS_BINDING,
  /** A loan agreement is needed, or given where there is none. */
  LOAN_IS_BINDING,
  /** The years do not fit the vintage. */
  VINTAGE_TELLS_ORIGIN,
  /** The first day does not fit the year, or a deadline comes before another. */
  DAYS;

  @Override
  public String key() {
    return "capital.refusal.source." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == NO_SOURCE || this == NO_POOL;
  }
}
