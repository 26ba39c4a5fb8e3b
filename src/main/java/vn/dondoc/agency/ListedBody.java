package vn.dondoc.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body as a line of the list and of the sheet.
 *
 * @param place title of the place in charge, "huyện Chi Lăng"
 * @param placeCode official code of that place on the day of the list
 * @param parent name of the body above
 * @param head title of its head
 * @param aliases other names, separated by {@code ;}
 */
record ListedBody(
    Body body,
    @Nullable String place,
    @Nullable String placeCode,
    @Nullable String parent,
    @Nullable String parentCode,
    @Nullable String head,
    @Nullable String aliases,
    LocalDate from,
    @Nullable LocalDate until,
    String source,
    boolean illustrative) {}
