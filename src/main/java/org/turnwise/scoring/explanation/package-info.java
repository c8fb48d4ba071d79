/**
 * Explanations told to people: in one sentence, share by share, and by calls that went alike.
 *
 * <p>Decisions. A scorer knows what goes together and nothing of what would happen otherwise, so nothing here says "because": a yes <em>goes with</em>
 * something. What tells only how long a call is goes by that name, so that a forecast that leans on it is seen to. How a share comes about is {@code scoring}'s
 * business.
 *
 * <p>Sees {@code scoring} (which never sees it), {@code call}, {@code language}, {@code reward} and {@code task}.
 */
@NullMarked
package org.turnwise.scoring.explanation;

import org.jspecify.annotations.NullMarked;
