/**
 * Readers of transcripts written for people: names and words on lines, with the time beside the name or none at all.
 *
 * <p>Sees {@code intake.reading} and {@code call}.
 */
@NullMarked
package org.turnwise.intake.text;

import org.jspecify.annotations.NullMarked;
