/** Where it all comes together: main, the composition root, start and shutdown. */
@NullMarked
package org.turnwise.app;

import org.jspecify.annotations.NullMarked;
