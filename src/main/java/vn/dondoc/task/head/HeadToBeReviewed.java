package vn.dondoc.task.head;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Một vụ việc cần xem xét, kiểm điểm vừa vào hồ sơ người đứng đầu; told once.
 *
 * @param dutyId the duty that is late
 * @param bodyId its body
 * @param postId the head's post; null when the directory has none
 * @param lateOn the day it became late
 */
public record HeadToBeReviewed(
    long dutyId, int bodyId, @Nullable Integer postId, LocalDate lateOn) {}
