/**
 * ZIP archives of transcripts: each file within is read as if it lay in a folder, and nothing is ever unpacked to disk.
 *
 * <p>Decisions. An archive is read through its directory at the end, so one that was cut off is refused as a whole. The number of files, what each
 * expands to and its ratio are
 * bounded; archives within archives are refused, documents are not. Names that lead out of the archive are refused, though nothing is written.
 *
 * <p>Sees {@code intake.reading}.
 */
@NullMarked
package org.turnwise.intake.archive;

import org.jspecify.annotations.NullMarked;
