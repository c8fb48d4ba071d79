/**
 * A folder that is looked into now and then for files to import, if a person has set one. Looked at rather than told by the file system, since network drives,
 * from which most exports come, tell nothing. A file is ready once two looks in a row found it with the same size and time; one that changed later comes again,
 * and what of it is here already stays as it is.
 *
 * <p>Sees {@code settings} and {@code intake.reading}.
 */
@NullMarked
package org.turnwise.intake.watch;

import org.jspecify.annotations.NullMarked;
