/**
 * Work that takes longer than a blink: progress, cancel, and who runs it. The desktop runs tasks in the background, tests run the same ones
 * inline ({@link org.turnwise.task.InlineTasks}), so that no test waits on a clock.
 *
 * <p>Sees nothing of Turnwise but itself.
 */
@NullMarked
package org.turnwise.task;

import org.jspecify.annotations.NullMarked;
