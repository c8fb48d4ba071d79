/**
 * What a workspace remembers about how it is used: theme, annotator, last call, window layout. Nothing that calls or labels depend on.
 *
 * <p>Sees nothing of Turnwise but itself.
 */
@NullMarked
package org.turnwise.settings;

import org.jspecify.annotations.NullMarked;
