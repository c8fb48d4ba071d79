/**
 * What every transcript reader works with: the file within bounds, its decoded text, names and sides, and the draft that becomes a call.
 *
 * <p>Decisions. A reader is a small class behind {@link org.turnwise.intake.reading.TranscriptReader}; it finds segments (who, what, when) and leaves
 * ordering, joining to turns, participants, ids and the flags for bots and invented words to {@link org.turnwise.intake.reading.CallDraft}, so that these
 * come out alike whatever the format. Readers of one family share a package beside this one; they see this package and never each other.
 *
 * <p>Sees {@code call}, {@code annotation} and {@code reward}.
 */
@NullMarked
package org.turnwise.intake.reading;

import org.jspecify.annotations.NullMarked;
