/**
 * What a text means, as numbers: {@link org.turnwise.language.embedding.SentenceEncoder} turns a text into an
 * {@link org.turnwise.language.embedding.Embedding}, {@link org.turnwise.language.embedding.Embeddings} remembers what it gave.
 *
 * <p>Decisions. The model (all-MiniLM-L6-v2, quantised) comes out of a jar on our own class path and runs inside the process; nothing is fetched, and
 * no other model can be named. One text at a time on one thread: the quantised model answers a batch differently from its parts (cosine .989), and an
 * answer must not depend on what was asked beside it. Several texts are encoded in parallel instead. What leaves the encoder is rounded to a byte a
 * number, so that the kept form is the only form: an embedding read from the workspace equals the one just made, bit for bit, on the same machine and
 * build. (Between processors the model's own rounding may differ in the last place.)
 *
 * <p>Stored embeddings are a cache. They may be lost at any time and are made again; a change to anything that shapes them changes
 * {@link org.turnwise.language.embedding.SentenceEncoder#id}, under which they are kept.
 *
 * <p>Sees {@code task}, for progress and cancel.
 */
@NullMarked
package org.turnwise.language.embedding;

import org.jspecify.annotations.NullMarked;
