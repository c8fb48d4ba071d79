/**
 * Calls that two tools recorded: found by what was said, shown side by side, and decided by a person. Nothing is deleted; of a pair that is one call, one
 * source is left out of training and of the queue until the decision is taken back.
 *
 * <p>Decisions. Two recognisers hear a tenth of the words differently, so whole turns or long phrases don't agree; runs of three words still do. Each call
 * keeps the {@value org.turnwise.intake.duplicates.Sketch#SIZE} smallest hashes of its runs (a bottom-k sketch), which tells the share of runs in common of two
 * calls without reading either again. Calls of one script share their runs too, so what starts at another time must say more alike than what starts at the
 * same.
 *
 * <p>Sees {@code intake.reading}, {@code call} and {@code task}.
 */
@NullMarked
package org.turnwise.intake.duplicates;

import org.jspecify.annotations.NullMarked;
