package vn.dondoc.agency;

import java.util.Locale;
import java.util.Optional;

/** Loại cơ quan, đơn vị. */
public enum BodyKind {
  /** Ủy ban nhân dân. */
  PEOPLES_COMMITTEE,
  /** Hội đồng nhân dân. */
  PEOPLES_COUNCIL,
  /** Sở và cơ quan ngang sở. */
  DEPARTMENT,
  /** Văn phòng. */
  OFFICE,
  /** Cơ quan ngành dọc của trung ương đặt tại địa phương. */
  CENTRAL_BODY,
  /** Kho bạc Nhà nước. */
  STATE_TREASURY,
  /** Công an, quân sự, biên phòng. */
  FORCE,
  /** Cấp ủy đảng. */
  PARTY,
  /** Mặt trận Tổ quốc và các đoàn thể. */
  FRONT,
  /** Báo, đài. */
  PRESS,
  /** Ban quản lý dự án, ban quản lý khu. */
  PROJECT_BOARD,
  /** Đơn vị sự nghiệp. */
  PUBLIC_UNIT,
  /** Doanh nghiệp, hợp tác xã và liên minh. */
  COMPANY,
  /** Nhóm cơ quan mà văn bản gọi chung. */
  GROUP,
  /** Loại khác. */
  OTHER;

  /** Message key of the kind's words. */
  String key() {
    return "agency.kind." + name().toLowerCase(Locale.ROOT);
  }

  static Optional<BodyKind> of(String name) {
    for (BodyKind kind : values()) {
      if (kind.name().equalsIgnoreCase(name.strip())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
