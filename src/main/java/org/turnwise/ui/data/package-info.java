/** Calls in and datasets out: import with its report, who is the rep, outcomes, export. */
@NullMarked
package org.turnwise.ui.data;

import org.jspecify.annotations.NullMarked;
