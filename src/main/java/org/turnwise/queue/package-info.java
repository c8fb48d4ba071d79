/**
 * Which call a person should read next, and why.
 *
 * <p>Sees {@code call}, {@code annotation}, {@code reward} and {@code scoring}.
 */
@NullMarked
package org.turnwise.queue;

import org.jspecify.annotations.NullMarked;
