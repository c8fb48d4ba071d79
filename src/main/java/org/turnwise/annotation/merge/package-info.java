/**
 * Journals of several workspaces made one, without a server.
 *
 * <p>Decisions. Every edit has an id of its own, the workspace it was made in, its place there, what its maker knew of other workspaces, and a clock that is
 * higher than that of any edit known when it was made (Lamport 1978). Merging is the union of edits; what stands is the replay of all of them in order of
 * clock, workspace and place. So it depends on which edits are known and on nothing else: not on the order in which bundles came, nor on how often.
 * Where edits made without knowing of each other get in each other's way, the later in that order stands, nothing leaves the journal, and the place is
 * a {@link org.turnwise.annotation.merge.Conflict} until somebody who knows all of them decides.
 *
 * <p>Sees {@code call} and {@code annotation}.
 */
@NullMarked
package org.turnwise.annotation.merge;

import org.jspecify.annotations.NullMarked;
