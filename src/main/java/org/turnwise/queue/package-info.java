/**
 * Which call a person should read next, and why.
 *
 * <p>Decisions. A call stands in the queue once, under one reason. The random slice is drawn first and by lot alone, whatever else speaks for a call, so that
 * its selection probability is known and rates over all calls can be estimated from it. Of the other reasons the one that fewest calls can give wins:
 * an outcome against the forecast, then being unlike the others, then being close to call. The reasons are interleaved in a fixed mix, so that no reason
 * can fill the screen; what was submitted or skipped stands at the end.
 *
 * <p>Sees {@code call}, {@code annotation}, {@code reward} and {@code scoring}.
 */
@NullMarked
package org.turnwise.queue;

import org.jspecify.annotations.NullMarked;
