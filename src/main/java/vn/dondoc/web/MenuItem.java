package vn.dondoc.web;

import org.jspecify.annotations.Nullable;

/**
 * Mục trình đơn: a section a module offers in the bar.
 *
 * @param order from left to right
 * @param section name of the section, the one a page says it belongs to
 * @param path where it leads
 * @param key message key of its words
 * @param right who sees it; null for everybody
 */
public record MenuItem(
    int order, String section, String path, String key, @Nullable String right) {}
