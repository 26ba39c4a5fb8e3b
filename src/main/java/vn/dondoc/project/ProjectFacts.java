package vn.dondoc.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Điều ghi về một dự án.
 *
 * @param codes mã dự án
 * @param name tên dự án
 * @param ownerId chủ đầu tư
 * @param classing cấp quản lý, loại, nhóm, lĩnh vực
 * @param time thời gian thực hiện
 * @param capacity quy mô, năng lực thiết kế
 * @param places địa bàn, on the map of the day they were said
 */
public record ProjectFacts(
    Codes codes,
    String name,
    int ownerId,
    Classing classing,
    Time time,
    @Nullable String capacity,
    List<Integer> places) {
  public ProjectFacts {
    places = places.stream().distinct().sorted().toList();
  }

  /**
   * Mã dự án.
   *
   * @param national of the national system of public investment
   * @param budget mã số đơn vị có quan hệ với ngân sách, seven digits
   */
  public record Codes(@Nullable String national, @Nullable String budget) {}

  /**
   * Phân loại, each a code of the reference data.
   *
   * @param level cấp quản lý
   * @param nature có hay không có cấu phần xây dựng
   * @param group nhóm as it was recorded
   * @param sector lĩnh vực
   */
  public record Classing(String level, String nature, String group, String sector) {}

  /**
   * Thời gian thực hiện, as it was decided.
   *
   * @param fromYear năm bắt đầu
   * @param untilYear năm hoàn thành
   */
  public record Time(@Nullable Integer fromYear, @Nullable Integer untilYear) {}
}
