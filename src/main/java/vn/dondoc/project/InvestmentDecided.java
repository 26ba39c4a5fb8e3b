package vn.dondoc.project;

/**
 * Tổng mức hoặc giá trị quyết toán đã đổi: what the project may be paid at most is another from now
 * on.
 *
 * @param projectId dự án
 */
public record InvestmentDecided(long projectId) {}
