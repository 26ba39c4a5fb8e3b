/**
 * Lấy chữ khỏi văn bản: one class per kind of file, behind {@link
 * vn.dondoc.exchange.DocumentTexts}.
 */
@NullMarked
package vn.dondoc.exchange.document;

import org.jspecify.annotations.NullMarked;
