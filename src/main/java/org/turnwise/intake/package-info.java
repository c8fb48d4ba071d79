/**
 * From files to calls: one small reader a transcript format, detection by content, and the report that says what came in and what did not.
 *
 * <p>Decisions. A file becomes whole calls or a report line, never half a call. A file that visibly has times but yields no turns is refused
 * rather than read as something poorer. Readers are bounded in time and memory, and know nothing of the store.
 *
 * <p>A turn is what one speaker said until another spoke: cues and lines of one speaker in a row become one turn, however long the pause
 * between them (the gap is no boundary, the other voice is). The turns that a conversation JSONL declares stay as they are, because its labels
 * count them. Cues are ordered by when they start; overlaps stay.
 *
 * <p>Words before a colon are a speaker only if they are in the roster, are a role, come more than once, or look like nothing but a name. Where
 * fewer than four of five cues name their speaker, names are taken to stand where the speaker changes, and the report says so. A file that ends
 * within a cue is refused with the line; one that ends without a line break comes in with a warning, since many good files do.
 *
 * <p>Bounds: 16 MB a transcript or a line of JSONL (of other JSON, what {@code
 * intake.json} says of one call), a million characters a turn, 4 GB and a hundredfold a gzip or ZIP file, 50,000
 * files an archive, 64 MB a document or table, 100,000 turns a call. Nothing is ever unpacked to disk.
 *
 * <p>{@link org.turnwise.intake.Formats} lists the readers; they live in packages by family ({@code intake.cues}, {@code intake.text} and so on), which see
 * {@code intake.reading} and neither each other nor this package. {@code intake.crm} sees this package; this one knows it only as {@link
 * org.turnwise.intake.OutcomeTables}, so there is no cycle.
 *
 * <p>Sees {@code call}, {@code annotation}, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.intake;

import org.jspecify.annotations.NullMarked;
