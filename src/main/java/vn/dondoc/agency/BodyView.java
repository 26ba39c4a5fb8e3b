package vn.dondoc.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.place.Place;

/** What the page of one body shows. */
record BodyView(
    Body body,
    LocalDate day,
    List<BodyName> names,
    List<Post> posts,
    List<Body> groups,
    List<Body> members,
    List<Succession> successors,
    @Nullable Place place,
    @Nullable Body parent) {}
