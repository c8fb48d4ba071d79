/**
 * Word documents as transcripts: the text of {@code word/document.xml}, line by line, read by whatever reader knows text of that kind.
 *
 * <p>Decisions. The unit is the line, not the paragraph: Teams writes a turn with line breaks within one paragraph. No document library: ZIP and StAX of the
 * platform do, with document types and external entities off. Parts, size and ratio are bounded before anything is parsed.
 *
 * <p>Sees {@code intake.reading}.
 */
@NullMarked
package org.turnwise.intake.document;

import org.jspecify.annotations.NullMarked;
