/**
 * What people say about calls: label schemes, annotations, and the journal they are kept in.
 *
 * <p>Decisions. An {@link org.turnwise.annotation.Annotation} is one label on a {@link org.turnwise.annotation.Target}. The journal
 * is append-only: an {@link org.turnwise.annotation.Edit} adds and removes annotations, undoing one appends its inverse, and the
 * current annotations are what is left when all edits are applied in order. Where a call stands (submitted, skipped, flagged) is kept the
 * same way, with {@link org.turnwise.annotation.LabelKind#STATUS} labels, so undo covers it too.
 *
 * <p>Sees {@code call}.
 */
@NullMarked
package org.turnwise.annotation;

import org.jspecify.annotations.NullMarked;
