/**
 * Nhóm vốn của một năm: opened by a person, and plan assigned to them by the Prime Minister or the
 * province.
 */
@NullMarked
package vn.dondoc.capital.pool;

import org.jspecify.annotations.NullMarked;
