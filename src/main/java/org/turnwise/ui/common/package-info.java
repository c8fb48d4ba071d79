/**
 * What every screen shares: background tasks, the state of the queue, the scorer and the disk, texts, figures, and the small parts screens are made of. Sees no
 * screen.
 */
@NullMarked
package org.turnwise.ui.common;

import org.jspecify.annotations.NullMarked;
