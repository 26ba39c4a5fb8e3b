/**
 * Nhật ký: who did what, why, when, and what it was before and after; chained, and anchored outside
 * the database.
 *
 * <p>{@link vn.dondoc.audit.AuditTrail} is the door; {@link vn.dondoc.audit.AuditVerifier} proves
 * that nothing was altered.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "exchange"})
package vn.dondoc.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
