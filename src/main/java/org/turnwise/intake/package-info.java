/**
 * From files to calls: one small reader a transcript format, detection by content, and the report that says what came in and what did not.
 *
 * <p>Decisions. A file becomes whole calls or a report line, never half a call. A file that visibly has times but yields no turns is refused
 * rather than read as something poorer. Readers are bounded in time and memory, and know nothing of the store.
 *
 * <p>Sees {@code call}, {@code annotation}, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.intake;

import org.jspecify.annotations.NullMarked;
