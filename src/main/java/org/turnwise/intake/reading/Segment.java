package org.turnwise.intake.reading;

import org.jspecify.annotations.Nullable;

/**
 * A piece of speech before pieces are joined to turns.
 *
 * @param speaker as the transcript names them
 */
public record Segment(int line, String speaker, String text, @Nullable Long startMs, @Nullable Long endMs) {}
