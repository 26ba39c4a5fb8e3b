/** Vốn của dự án: what a module that keeps the money tells of it on the page of a project. */
@NamedInterface("funding")
@NullMarked
package vn.dondoc.project.funding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
