/** The whole queue as a table, with filters, and why a call is in it. */
@NullMarked
package org.turnwise.ui.queue;

import org.jspecify.annotations.NullMarked;
