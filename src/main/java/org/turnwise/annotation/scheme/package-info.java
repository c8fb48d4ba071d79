/**
 * How a team changes its label scheme.
 *
 * <p>Decisions. A change is one edit of the journal, so it is undone and redone with everything else, after a restart too; the new version of the scheme is
 * stored in the same write. Ids are for good: renaming keeps what was labeled, merging is an edit that replaces one label by the other wherever it stands,
 * and what is retired stays where it is. Versions are append-only: undoing appends a version with the labels of the one before. A bundle carries the
 * edits of annotations that a merge made; the scheme itself goes from laptop to laptop as a file.
 *
 * <p>Sees {@code annotation} and {@code call}.
 */
@NullMarked
package org.turnwise.annotation.scheme;

import org.jspecify.annotations.NullMarked;
