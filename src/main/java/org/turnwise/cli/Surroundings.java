package org.turnwise.cli;

import java.nio.file.Path;
import java.util.List;
import org.turnwise.call.CallId;
import org.turnwise.task.Progress;

/** What commands need and {@code app} supplies, because it lies beyond what commands may see. */
public interface Surroundings {

    /** The folder of the workspace where none is named. */
    Path defaultWorkspace();

    /**
     * Opens the workspace in this folder, and makes it if there is none.
     *
     * @throws CommandFailed if it can't be opened, with the reason
     */
    Services open(Path folder);

    /** An empty workspace that is gone once closed. */
    Services scratch();

    /**
     * Opens the window and returns once it is closed.
     *
     * @return the exit code
     */
    int openWindow(Path folder);

    /**
     * Walks the loop on the sample calls through the real window, headless.
     *
     * @return the files it wrote, in order
     */
    List<Path> tour(Path out, Theme theme, Progress progress);

    /**
     * Works the real window on a workspace, headless, and measures how quick it is. Leaves labels on the long call.
     *
     * @param folder of the workspace, which must not be open
     * @param call   a long one, whose first turn is the rep's
     */
    DeskFigures desk(Path folder, CallId call, Progress progress);

    /** As in {@code turnwise 0.1.0}. */
    String version();

    /** How the window looks. */
    enum Theme {
        LIGHT,
        DARK
    }
}
