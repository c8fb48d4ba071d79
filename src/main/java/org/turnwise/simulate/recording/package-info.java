/**
 * Calls as they stand in transcripts: plot and words joined, given times, and tampered with; and what annotators make of them. Sees its parent, {@code plot}
 * and {@code speech}.
 */
@NullMarked
package org.turnwise.simulate.recording;

import org.jspecify.annotations.NullMarked;
