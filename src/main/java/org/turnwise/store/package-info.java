/**
 * The workspace on disk: one H2 file, read and written through Jdbi, its shape kept by numbered migrations. The only package that knows SQL; it
 * implements the repositories that the features own.
 *
 * <p>Decisions. One process a workspace, held by a file lock with a clear message. Every acknowledged write is followed by {@code CHECKPOINT SYNC},
 * because H2 writes to disk with a delay otherwise. Nothing is deleted.
 */
@NullMarked
package org.turnwise.store;

import org.jspecify.annotations.NullMarked;
