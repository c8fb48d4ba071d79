package org.turnwise.app;

import java.nio.file.Path;
import org.turnwise.cli.CommandFailed;

/** The one door from {@code app} to the window. */
final class Window {

    private Window() {}

    /**
     * Opens the window on the workspace in this folder, and returns once it is closed.
     *
     * @return the exit code
     */
    static int open(Path workspace) {
        throw new CommandFailed("this build of Turnwise has no window yet; see: turnwise --help");
    }
}
