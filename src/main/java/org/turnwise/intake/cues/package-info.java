/**
 * Readers of transcripts made of timed cues: WebVTT and SRT in the dialects of the tools that write them, SBV, and the tables of Whisper.
 *
 * <p>Captions that name nobody come in under one unknown speaker, with a warning. Where they may name people in a way that is not read here, or show that
 * voices change without saying whose they are, one speaker would be wrong, and they are refused.
 *
 * <p>Sees {@code intake.reading} and {@code call}.
 */
@NullMarked
package org.turnwise.intake.cues;

import org.jspecify.annotations.NullMarked;
