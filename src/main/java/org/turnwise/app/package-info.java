/**
 * Where it all comes together: main, the composition root, start and shutdown.
 *
 * <p>Decisions. Services are put together with plain constructors in {@link org.turnwise.app.Composition}, once for commands and window alike.
 * {@link org.turnwise.app.Main} runs one command line; what it starts beyond commands ({@link org.turnwise.app.Window}, {@link org.turnwise.app.Tour})
 * is behind one method each. Ctrl+C asks the running work to stop, waits for it, and only then lets the process end.
 *
 * <p>Sees everything; nothing sees it.
 */
@NullMarked
package org.turnwise.app;

import org.jspecify.annotations.NullMarked;
