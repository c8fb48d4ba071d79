/** The frame round the screens: rail, top bar, status bar, overlays. Knows screens by name only. */
@NullMarked
package org.turnwise.ui.shell;

import org.jspecify.annotations.NullMarked;
