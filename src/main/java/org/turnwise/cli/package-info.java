/**
 * The commands, thin, over the same services as the desktop. The only place that writes to standard output.
 *
 * <p>Decisions. A command parses, calls one service and prints what it said: nothing is computed here that the desktop would have to compute again.
 * What it works on arrives as {@link org.turnwise.cli.Services}, built by {@code app}, so commands know neither the store nor the window. With
 * {@code --json} standard output carries exactly one document; names in it are stable, new ones may join. Exit codes: 0 done, 1 failed with one line
 * on standard error, 2 usage. Stack traces go to the log of the workspace.
 *
 * <p>Sees the features and {@code task}; never {@code store}, {@code ui} or {@code app}.
 */
@NullMarked
package org.turnwise.cli;

import org.jspecify.annotations.NullMarked;
