package org.turnwise.call;

import org.jspecify.annotations.Nullable;

/**
 * Where a call came from.
 *
 * @param format the reader's name for the format, for example {@code vtt}
 * @param name   the file, or the data set a conversation JSONL names
 * @param extras a JSON object with what the source said beyond the turns (its meta, its own labels), verbatim; null if nothing
 */
public record Source(String format, String name, @Nullable String extras) {}
