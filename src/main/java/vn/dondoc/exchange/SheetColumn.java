package vn.dondoc.exchange;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cột: one column of a list.
 *
 * @param key name of the column that no translation changes, {@code "due_on"}
 * @param title what the header cell says
 * @param value its value for an item: text, a whole number, a BigDecimal, a LocalDate, a Boolean,
 *     or null for an empty cell
 */
public record SheetColumn<T>(
    String key, String title, Function<? super T, ? extends @Nullable Object> value) {}
