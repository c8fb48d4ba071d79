/**
 * Readers of transcripts made of timed cues: WebVTT and SRT in the dialects of the tools that write them, SBV, and the tables of Whisper.
 *
 * <p>Sees {@code intake.reading} and {@code call}.
 */
@NullMarked
package org.turnwise.intake.cues;

import org.jspecify.annotations.NullMarked;
