/**
 * Phần việc của cơ quan phối hợp: what of the whole a helper does, said by the office or by the
 * body that leads.
 */
@NullMarked
package vn.dondoc.task.part;

import org.jspecify.annotations.NullMarked;
