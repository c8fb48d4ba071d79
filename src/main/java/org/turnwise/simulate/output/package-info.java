/**
 * Simulated calls as files. What an import may see and what it must not are written apart: transcripts and CRM tables hold what recorders and CRMs know,
 * the truth stands beside them. A format is one small class; {@link org.turnwise.simulate.output.Format} lists them. Its mix holds only those that an import
 * reads by itself, with sides; a test reads every one back.
 *
 * <p>Times of words are in the format {@code assemblyai}: the others, conversation JSONL among them, know turns or captions at most.
 *
 * <p>Sees the other packages of the simulator, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.simulate.output;

import org.jspecify.annotations.NullMarked;
