/**
 * Soạn bộ tiêu chí: drafts of criteria sets, edited until they are put in force from a day. {@link
 * vn.dondoc.rural.standard.draft.Drafts} keeps them, {@link vn.dondoc.rural.standard.draft.Forces}
 * puts them in force.
 */
@NullMarked
package vn.dondoc.rural.standard.draft;

import org.jspecify.annotations.NullMarked;
