package vn.dondoc.web;

/**
 * Tên ô: a field as a problem names it, in the language of whoever reads the problem.
 *
 * @param key message key of the words beside the field
 */
public record Label(String key) {}
