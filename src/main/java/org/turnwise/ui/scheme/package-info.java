/**
 * The label scheme, and how a team changes it: labels by kind with how often they are used, a form, turns that carry the label in hand, and all versions.
 *
 * <p>Sees {@code annotation}, {@code call}, {@code task}, and of {@code ui} {@code command} and {@code common}.
 */
@NullMarked
package org.turnwise.ui.scheme;

import org.jspecify.annotations.NullMarked;
