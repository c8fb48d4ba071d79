/**
 * Calls as they were said: who took part, what each said, and when. A call enters the workspace once and is never edited;
 * everything learned about it hangs off its {@link org.turnwise.call.CallId}.
 *
 * <p>Who is the rep is knowledge <em>about</em> a call, not part of what was said: sides are kept as assignments beside the
 * call ({@link org.turnwise.call.SideAssignment}) and laid over it when it is read, so correcting one never touches a turn.
 *
 * <p>Sees nothing of Turnwise but itself.
 */
@NullMarked
package org.turnwise.call;

import org.jspecify.annotations.NullMarked;
