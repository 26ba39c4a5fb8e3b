/**
 * Cơ sở dữ liệu: the connection itself: migrations as the owner, the check of the role the
 * application runs with, and the actor's scope set in every transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package vn.dondoc.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
