/**
 * Nguồn vốn: the tree of funding sources and the pools a year's money stands in. {@link
 * vn.dondoc.capital.source.Sources} is the door.
 */
@NamedInterface("source")
@NullMarked
package vn.dondoc.capital.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
