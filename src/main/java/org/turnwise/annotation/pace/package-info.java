/**
 * How an annotator gets on: calls done, labels a minute, what is left. All of it follows from the journal, so that a restart loses nothing.
 *
 * <p>Decisions. Time counts as worked between two edits that are at most {@link org.turnwise.annotation.pace.Pace#IDLE} apart; a longer gap is a pause and
 * counts nothing, and what was done by the edit after a pause has no time, so it takes no part in figures by the minute. A session ends with a gap
 * longer than {@link org.turnwise.annotation.pace.Pace#BREAK}. What was put on and taken off again within a stretch of work is not a label put on. A figure
 * for which there is too little to go by is no figure.
 *
 * <p>Sees {@code call} and {@code annotation}.
 */
@NullMarked
package org.turnwise.annotation.pace;

import org.jspecify.annotations.NullMarked;
