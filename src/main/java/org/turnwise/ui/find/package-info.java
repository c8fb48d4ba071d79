/** The find screen: words and filters above, turns found below, each with what was said around it. Enter jumps to the turn in its call. */
@NullMarked
package org.turnwise.ui.find;

import org.jspecify.annotations.NullMarked;
