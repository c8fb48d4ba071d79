/**
 * Editing who is known to sell, many at once: what a change of the roster would do to the sides in calls that are here, doing it, and taking it back.
 *
 * <p>Decisions. What a person settled by hand is never overturned by the roster. Sides follow as new assignments, so that earlier ones stay on record.
 * Changes are append-only and kept: what takes one back is a change too. A freemail domain can't be a company's.
 *
 * <p>Sees {@code call}, {@code intake}, {@code intake.reading}, {@code intake.crm.deal} (which domains are anybody's) and {@code task}.
 */
@NullMarked
package org.turnwise.intake.roster;

import org.jspecify.annotations.NullMarked;
