package org.turnwise.app;

import java.nio.file.Path;
import java.util.List;
import org.turnwise.cli.CommandFailed;
import org.turnwise.cli.Surroundings.Theme;
import org.turnwise.task.Progress;

/** The one door from {@code app} to the tour: the loop on the sample calls through the real window, headless. */
final class Tour {

    private Tour() {}

    /** @return the files it wrote in {@code out}, in order */
    static List<Path> run(Path out, Theme theme, Progress progress) {
        throw new CommandFailed("this build of Turnwise has no window yet, so there is no tour of it");
    }
}
