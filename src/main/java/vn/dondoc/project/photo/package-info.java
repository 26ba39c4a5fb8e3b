/** Ảnh công trình. {@link vn.dondoc.project.photo.Photos} is the door. */
@NamedInterface("photo")
@NullMarked
package vn.dondoc.project.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
