/**
 * Tài khoản: accounts, roles as data, sign-in, and how far each account sees. {@link
 * vn.dondoc.identity.Accounts} is the door.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "audit", "exchange", "agency", "place"})
package vn.dondoc.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
