/**
 * Review: what people say to each other about a call and its turns, and what a reviewer decides about a call that was flagged.
 *
 * <p>Decisions. Comments, decisions and assignments are edits of the journal, as statuses that carry a text. So they are appended and never changed, are
 * undone with the same key and in the same order as labels, across restarts, and go into bundles and merge by the same laws in any order: a manager with
 * nothing but a bundle reviews offline and sends one back. What they come to is read off what stands on the call. A decision takes the flag off, so that
 * whatever is flagged waits; a call that is sent back is no longer submitted, and once it is submitted again it is flagged again.
 *
 * <p>What is begun and not said is no edit: it waits in the settings of the workspace, under the name of whoever wrote it.
 *
 * <p>Sees {@code call}, {@code annotation} and {@code settings}.
 */
@NullMarked
package org.turnwise.review;

import org.jspecify.annotations.NullMarked;
