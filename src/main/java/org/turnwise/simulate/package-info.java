/**
 * Sales calls that never took place, with the whole truth behind them: what the customer felt before and after every turn, which turn decided, and
 * what was tampered with on purpose. They feed scale tests and every claim about credit, noise and anomalies, for which no real calls exist.
 *
 * <p>Here is what to simulate; {@code plot} plays it, {@code speech} puts it into words, {@code recording} makes calls of that, {@code output} writes them.
 * Each sees those before it only.
 *
 * <p>Decisions. Three agents make the plot, and words come after it. The outcome is drawn from the customer's last state, never from words. Every call has
 * random streams of its own, made from (seed, index), one each for cast, plot, words, times and tampering: any call can be made alone, in any order and on any
 * thread, and a knob never changes the plot of a call that it does not concern. The truth is a file beside the transcripts; nothing hidden stands in the
 * transcripts.
 *
 * <p>Sees {@code reward} (kinds of outcome) and {@code task}; labels are named by the ids of the scheme sales-core.
 */
@NullMarked
package org.turnwise.simulate;

import org.jspecify.annotations.NullMarked;
