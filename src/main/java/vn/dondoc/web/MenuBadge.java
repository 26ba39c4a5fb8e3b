package vn.dondoc.web;

import java.util.function.IntSupplier;

/**
 * Con số cạnh một mục trình đơn: how much there waits for whoever looks, asked once a page.
 *
 * @param section the section of the menu it stands beside
 * @param key message key of the figure in words, {@code {0}} being the figure
 * @param count tells the figure of the running request
 */
public record MenuBadge(String section, String key, IntSupplier count) {}
