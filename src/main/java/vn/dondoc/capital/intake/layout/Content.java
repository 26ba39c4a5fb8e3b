package vn.dondoc.capital.intake.layout;

import java.util.Locale;

/** Nội dung của tệp: what its rows tell of. */
public enum Content {
  /** Kho bạc xác nhận giải ngân lũy kế theo dự án. */
  TREASURY,
  /** Kho bạc: từng chứng từ. */
  VOUCHERS,
  /** Chủ đầu tư báo cáo. */
  REPORT,
  /** Phân bổ kế hoạch, nhập dự toán theo quyết định. */
  PLAN;

  /** As the database and addresses call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  public String key() {
    return "capital.intake.content." + code();
  }

  /** Its rows are entries of documents, not what stands on a day. */
  public boolean isEntries() {
    return this == VOUCHERS || this == PLAN;
  }

  /** The content the database calls so. */
  public static Content of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
