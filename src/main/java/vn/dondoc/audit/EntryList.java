package vn.dondoc.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.web.ListAddress;

/**
 * Nhật ký, a page of it.
 *
 * @param filter what was asked
 * @param address the same as the address says it
 * @param choice what there is to choose from
 * @param entries of this page
 * @param next key of the next page; null on the last one
 */
record EntryList(
    EntryFilter filter,
    ListAddress address,
    EntryFilter.Choice choice,
    List<Entry> entries,
    @Nullable Long next) {}
