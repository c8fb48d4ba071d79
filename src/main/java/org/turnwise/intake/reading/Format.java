package org.turnwise.intake.reading;

import org.turnwise.call.TimingClass;

/**
 * What a reader declares of what it reads.
 *
 * @param name   how the source of a call names it, for example {@code zoom-vtt}; lower case, one word
 * @param timing the best that a file of this format knows of when things were said; a file without times is still {@link TimingClass#NONE}
 */
public record Format(String name, TimingClass timing) {}
