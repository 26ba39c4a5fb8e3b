package vn.dondoc.place;

import org.jspecify.annotations.Nullable;

/**
 * Kết quả tìm: a unit whose name was asked for, with the unit above it, so that namesakes can be
 * told apart.
 *
 * @param parent title of the unit above, "huyện Chi Lăng"; null for the province
 */
public record Match(Place place, @Nullable String parent) {}
