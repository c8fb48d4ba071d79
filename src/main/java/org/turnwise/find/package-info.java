/**
 * Finding what was said: full-text search over every turn of a workspace, filtered by what is known of its call, and searches kept under a name.
 *
 * <p>Decisions. A turn's words never change, what is known of it (sides, labels, outcomes, forecasts, statuses, reasons) changes with every key. So the
 * index (Lucene, in the workspace's {@code search/} folder) holds only the words with the call's number, the turn's ordinal and the speaker's place; all
 * that changes is asked when somebody searches. What is known of whole calls stands in the rows of the queue, which the window holds in memory anyway: a
 * filter over them is one pass over the rows into a set of call numbers (a few milliseconds for 100,000 calls), which the search then checks bit by bit.
 * Labels and sides, which differ from turn to turn, are read from the workspace and kept until an edit or a correction is written. Doc values updated
 * with every edit were the other way; they would make an index that must be written to with every key, and kept in step with the journal through a crash.
 *
 * <p>The index is derived: losing it costs the time to make it again. Each commit carries the number of the last call in it, so that after a crash or an
 * import it goes on from there; a commit of another version, one that can't be read, or one that doesn't agree with the workspace is thrown away and made anew.
 *
 * <p>Words are found whatever their case; accents and other marks count only if they are typed ({@code cafe} finds {@code café}, {@code café} doesn't find
 * {@code cafe}). The forms of an English word find each other, the word as it is first; a phrase, a
 * beginning and a word with marks are taken as they are.
 *
 * <p>Sees {@code call}, {@code annotation}, {@code reward}, {@code queue}, {@code settings} and {@code task}. The only package that knows Lucene.
 */
@NullMarked
package org.turnwise.find;

import org.jspecify.annotations.NullMarked;
