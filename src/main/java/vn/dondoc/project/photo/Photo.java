package vn.dondoc.project.photo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Ảnh công trình.
 *
 * @param id its id
 * @param name its file name
 * @param kilobytes its size
 * @param takenOn ngày chụp
 * @param caption chú thích
 * @param by who sent it
 */
public record Photo(
    long id, String name, int kilobytes, LocalDate takenOn, @Nullable String caption, String by) {}
