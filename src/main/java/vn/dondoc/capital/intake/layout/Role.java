package vn.dondoc.capital.intake.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cột chứa gì. */
public enum Role {
  /** Số thứ tự. */
  ORDINAL(""),
  /** Mã dự án của hệ thống quốc gia. */
  CODE(""),
  /** Mã số đơn vị có quan hệ với ngân sách. */
  BUDGET_CODE(""),
  /** Tên dự án. */
  NAME(""),
  /** Chủ đầu tư. */
  OWNER(""),
  /** Nguồn vốn. */
  POOL(""),
  /** Số chứng từ, số quyết định. */
  NUMBER("VOUCHERS PLAN"),
  /** Ký hiệu chứng từ. */
  SERIES("VOUCHERS"),
  /** Ngày chứng từ, ngày ký. */
  DAY("VOUCHERS PLAN"),
  /** Loại nghiệp vụ, in words. */
  KIND("VOUCHERS"),
  /** Khó khăn, vướng mắc. */
  DIFFICULTY("REPORT"),
  /** Số tiền, of the kind told beside it. */
  AMOUNT("VOUCHERS"),
  /** Tạm ứng. */
  ADVANCE("VOUCHERS"),
  /** Thanh toán khối lượng. */
  PAYMENT("VOUCHERS"),
  /** Thu hồi tạm ứng. */
  RECOVER("VOUCHERS"),
  /** Nộp trả tạm ứng. */
  REFUND_ADVANCE("VOUCHERS"),
  /** Nộp trả, giảm thanh toán. */
  REFUND("VOUCHERS"),
  /** Phân bổ chi tiết. */
  ALLOCATE("PLAN"),
  /** Nhập dự toán. */
  ENTER("PLAN"),
  /** Điều chỉnh tăng, giảm. */
  ADJUST("PLAN"),
  /** Kế hoạch vốn, to compare with. */
  PLAN("TREASURY REPORT"),
  /** Tạm ứng chưa thu hồi. */
  OUTSTANDING("TREASURY"),
  /** Khối lượng đã thanh toán, with what was recovered. */
  VOLUME("TREASURY"),
  /** Tổng giải ngân. */
  DISBURSED("TREASURY REPORT"),
  /** Giá trị khối lượng thực hiện. */
  WORK_DONE("REPORT"),
  /** Giá trị nghiệm thu. */
  ACCEPTED("REPORT"),
  /** Đăng ký giải ngân tháng sau. */
  PROMISED_NEXT("REPORT"),
  /** Ước đến 31/12. */
  EXPECTED_31_12("REPORT"),
  /** Ước đến 31/01 năm sau. */
  EXPECTED_31_1("REPORT");

  private final List<String> contents;

  Role(String contents) {
    this.contents = contents.isEmpty() ? List.of() : List.of(contents.split(" "));
  }

  /** Holds money. */
  public boolean isAmount() {
    return ordinal() >= AMOUNT.ordinal();
  }

  /** A column of such a file may hold it. */
  public boolean isOf(Content content) {
    return contents.isEmpty() || contents.contains(content.name());
  }

  /** It is booked or kept, not only compared with. */
  public boolean isKept() {
    return isAmount() && this != PLAN;
  }

  /** As forms and the database call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its words. */
  public String key() {
    return "capital.intake.role." + code();
  }

  /** What columns of such a file may hold. */
  public static List<Role> of(Content content) {
    return Arrays.stream(values()).filter(role -> role.isOf(content)).toList();
  }

  /** The role of that code. */
  public static Optional<Role> coded(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
