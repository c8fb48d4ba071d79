/** Commands as data: id, text, keys, when they can be used. One registry feeds keys, buttons, the palette and the shortcut sheet. */
@NullMarked
package org.turnwise.ui.command;

import org.jspecify.annotations.NullMarked;
