package vn.dondoc.rural.standard;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao một bộ tiêu chí, hay một quy tắc của nó, không dùng được. */
public enum StandardRefusal implements Refusal.Code {
  RULE_LONG,
  RULE_DEEP,
  RULE_WIDE,
  RULE_WORD,
  RULE_END,
  RULE_SIGN,
  RULE_NAME,
  RULE_THOUSANDS,
  RULE_FIGURE,
  RULE_AT,
  RESULTS,
  UNKNOWN,
  FILE;

  @Override
  public String key() {
    return "rural.refusal." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isMissing() {
    return this == UNKNOWN;
  }
}
