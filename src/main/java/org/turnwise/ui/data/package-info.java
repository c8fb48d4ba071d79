/**
 * Calls in and datasets out. At the left what comes in and its report; in the middle one of four parts: who is the rep, calls that two tools recorded, what the
 * fields of an unknown file mean, export.
 *
 * <p>Decisions. The report's groups are what came in, what was guessed, what was refused and what was left aside; a guess of fields is corrected by reading the
 * file anew, and the call that the guess made stays, out of training and queue. A watched folder is looked into only while the window is open.
 */
@NullMarked
package org.turnwise.ui.data;

import org.jspecify.annotations.NullMarked;
