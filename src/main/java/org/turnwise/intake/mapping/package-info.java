/**
 * Reads what no reader knows: guesses from the first rows of a table or of JSON which field says what, and applies a mapping that was guessed, corrected or
 * kept.
 *
 * <p>Decisions. A guess is made of two kinds of evidence, what a field is called and what it holds, and says its reasons. Where both agree on who speaks and
 * what is said, the file is read by the guess, and the report says so; else it is refused with the guess, for a person to correct and keep. Kept mappings are
 * settings of the workspace, as JSON.
 *
 * <p>Sees {@code intake.reading}, {@code settings} and {@code call}.
 */
@NullMarked
package org.turnwise.intake.mapping;

import org.jspecify.annotations.NullMarked;
