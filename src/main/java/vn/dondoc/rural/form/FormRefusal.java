package vn.dondoc.rural.form;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Vì sao biểu tự đánh giá không mở được hay không gửi được. */
enum FormRefusal implements Refusal.Code {
  MONTH,
  AHEAD,
  NOT_OPEN,
  NO_COMMUNE {
    @Override
    public boolean isMissing() {
      return true;
    }
  },
  NO_CRITERION {
    @Override
    public boolean isMissing() {
      return true;
    }
  },
  NO_INDICATOR {
    @Override
    public boolean isMissing() {
      return true;
    }
  },
  NO_SET {
    @Override
    public boolean isMissing() {
      return true;
    }
  },
  DAY_ALONE,
  NOTHING_NEW;

  @Override
  public String key() {
    return "rural.refusal.entry." + name().toLowerCase(Locale.ROOT);
  }
}
