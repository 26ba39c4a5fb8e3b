package vn.dondoc.project;

import org.jspecify.annotations.Nullable;

/**
 * Dự án mới vào sổ.
 *
 * @param facts what it is
 * @param stage giai đoạn it has come to
 * @param yearClass loại trong kế hoạch năm nay; null while it is in none
 * @param different a person has looked at those of the same name and owner, and says it is another
 */
public record NewProject(
    ProjectFacts facts, String stage, @Nullable String yearClass, boolean different) {}
