package vn.dondoc.task.succession;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.agency.Succession;

/**
 * Cơ quan đã kết thúc hoạt động còn việc chưa xong.
 *
 * @param bodyId the body
 * @param name its last name
 * @param until the first day on which it was no more
 * @param open duties still owed
 * @param overdue those of them past their day
 * @param heirs who carries on
 */
public record CeasedBody(
    int bodyId,
    String name,
    @Nullable LocalDate until,
    int open,
    int overdue,
    List<Succession> heirs) {}
