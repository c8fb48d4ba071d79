package org.turnwise.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "tour",
        description = "Walk the loop on the sample calls through the real window, headless: a PNG of each screen, an export, a summary."
                + " It has a workspace of its own.")
final class TourCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "turnwise-tour", description = "Where the pictures go (default: ./turnwise-tour).")
    private Path out = Path.of("turnwise-tour");

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "How the window looks (default: light).")
    private Surroundings.Theme theme = Surroundings.Theme.LIGHT;

    TourCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path folder = out.toAbsolutePath().normalize();
        List<Path> files = session.surroundings().tour(folder, theme, session.progress());
        List<String> lines = new ArrayList<>(files.stream().map(Path::toString).toList());
        lines.add("The tour is done; " + files.size() + " files are in " + folder);
        session.answer(
                Json.object("out", folder.toString(), "files", files.stream().map(Path::toString).toList()), lines);
        return Cli.DONE;
    }
}
