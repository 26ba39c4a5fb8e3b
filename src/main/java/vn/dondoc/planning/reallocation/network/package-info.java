/** Money as a network: exact money phases with their proofs, fewest lines bounded and opened. */
@NullMarked
package vn.dondoc.planning.reallocation.network;

import org.jspecify.annotations.NullMarked;
