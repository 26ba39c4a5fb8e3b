package vn.dondoc.capital.source;

/**
 * Mức vốn trung hạn của một dự án.
 *
 * @param projectId the project
 * @param source a source, or a group of them
 * @param fromYear first year of the period
 * @param untilYear its last year
 * @param amountVnd số vốn, đồng
 * @param document by which document
 */
public record Ceiling(
    long projectId, String source, int fromYear, int untilYear, long amountVnd, String document) {}
