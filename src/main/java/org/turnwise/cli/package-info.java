/** The commands, thin, over the same services as the desktop. The only place that writes to standard output. */
@NullMarked
package org.turnwise.cli;

import org.jspecify.annotations.NullMarked;
