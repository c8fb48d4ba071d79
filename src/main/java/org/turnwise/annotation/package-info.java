/**
 * What people say about calls: label schemes, annotations, and the journal they are kept in.
 *
 * <p>Decisions. An {@link org.turnwise.annotation.Annotation} is one label on a {@link org.turnwise.annotation.Target}. The journal
 * is append-only: an {@link org.turnwise.annotation.Edit} adds and removes annotations, undoing one appends its inverse, and the
 * current annotations are what is left when all edits are applied in order. Where a call stands (submitted, skipped, flagged) is kept the
 * same way, with {@link org.turnwise.annotation.LabelKind#STATUS} labels, so undo covers it too.
 *
 * <p>A call that comes back to whoever submitted it is read by them under another name ({@link org.turnwise.annotation.Rereading}): to the journal a
 * second reading is one more reader's, so it needs no form of its own. It is there to be compared with the first; nothing is trained on it, and it changes no
 * outcome.
 *
 * <p>Sees {@code call} and {@code settings}.
 */
@NullMarked
package org.turnwise.annotation;

import org.jspecify.annotations.NullMarked;
