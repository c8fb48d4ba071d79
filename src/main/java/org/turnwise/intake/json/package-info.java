/**
 * Readers of transcripts that come as JSON: what recorders, speech recognisers and call platforms write, chats, and whatever a saved or guessed mapping fits.
 *
 * <p>Decisions. JSON is told apart by the keys that only one tool writes, and those may stand at the end of a file; so one reader takes every JSON file,
 * reads it value by value and asks the formats, one small class each, which of them fits. A file may hold one call, an array of calls, or one call or one
 * turn a line; calls are handed on one by one, so a file of many needs the memory of one. What no format needs (confidences, embeddings) is never
 * kept.
 *
 * <p>A file that is cut off or damaged anywhere yields nothing but a line of the report with line and column; a value that is not what it must be is named by
 * its path. Numbers are read as decimals, and ids as text, never through a double.
 *
 * <p>Words are put together to pieces of speech that end where the speaker changes, after a pause, or with a sentence, so that two channels that talk at once
 * come in the order of what was said. Where a recogniser knows no speakers, everything stands under one unknown speaker, with a warning.
 *
 * <p>Bounds: two million values and 32 million characters a call, 200 levels.
 *
 * <p>Sees {@code intake.reading}, {@code intake.mapping} and {@code call}.
 */
@NullMarked
package org.turnwise.intake.json;

import org.jspecify.annotations.NullMarked;
