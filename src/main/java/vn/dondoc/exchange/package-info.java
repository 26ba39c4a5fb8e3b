/**
 * Trao đổi tệp: what comes in as a file and what goes out as one.
 *
 * <p>Two doors, both plain Java:
 *
 * <ul>
 *   <li>{@link vn.dondoc.exchange.DocumentTexts} takes the text out of an official document (txt,
 *       docx, doc, pdf, html), whatever its name says it is.
 *   <li>{@link vn.dondoc.exchange.Sheets} writes a list to XLSX and reads one back. Writing: {@code
 *       Sheets.write(out, head, columns, items)} with a {@link vn.dondoc.exchange.SheetHead}
 *       (title, period, source, as-of day) and a {@link vn.dondoc.exchange.SheetColumn} per column.
 *       Reading: {@code Sheets.read(fileName, in)} gives a {@link vn.dondoc.exchange.SheetBook} of
 *       typed cells, each with its sheet and address, and what a careful clerk would notice about
 *       the file; {@code book.table(columns)} finds the header row and gives cells by column key,
 *       so a list that was written can be read back with the same columns.
 * </ul>
 *
 * <p>A file that cannot be taken is a {@link vn.dondoc.kernel.Refusal} with an {@link
 * vn.dondoc.exchange.ExchangeRefusal}; its sentence names the file, the cause and the remedy. Sizes
 * are bounded by {@link vn.dondoc.exchange.ExchangeLimits}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package vn.dondoc.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
