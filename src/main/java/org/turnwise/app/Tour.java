package org.turnwise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.cli.Surroundings;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.task.Progress;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.data.Choices;
import org.turnwise.ui.shell.Theme;

/** The one door from {@code app} to the tour: the loop on the sample calls, with keys alone, through the real window on the headless platform. */
final class Tour {

    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /** Words of the sample call that is labeled. */
    private static final String SAID_IN_IT = "fell off my chair";
    /** What is heard in each of its turns, as keys. */
    private static final List<String> HEARD = List.of(
            "S O O",
            "S B 1 -",
            "B 2 Alt+2",
            "1 5 -",
            "S D B 1 A 2",
            "4",
            "I 3 Alt+3",
            "P 1",
            "A 3 Alt+3",
            "4",
            "C 1 Alt+2",
            "S B 2 -",
            "S P P 3 Shift+D Alt+1",
            "1 -",
            "A 6 Alt+2",
            "D");
    private static final int UNPROMPTED = 12;

    private final Path out;
    private final Progress progress;
    private final Composition composition;
    private final Desktop desktop;
    private final Hands hands;
    private final List<Path> written = new ArrayList<>();

    private Tour(Path out, Progress progress, Composition composition, Desktop desktop, Hands hands) {
        this.out = out;
        this.progress = progress;
        this.composition = composition;
        this.desktop = desktop;
        this.hands = hands;
    }

    /**
     * @param samples the folder of calls to take
     * @return the files it wrote in {@code out}, in order
     */
    static List<Path> run(Path out, Surroundings.Theme theme, Progress progress, Path samples) {
        Path dataset = out.resolve("dataset.jsonl");
        Path folder = freshFolder(out.resolve("workspace"));
        Composition composition = Composition.open(folder, Clock.systemUTC());
        Pickers pickers = new Pickers(new Choices(() -> List.of(samples), () -> Optional.of(samples), format -> Optional.of(dataset)), Optional::empty);
        startToolkit();
        Desktop desktop = Hands.onFx(() -> new Desktop(composition, pickers));
        try {
            Scene scene = Hands.onFx(() -> show(desktop, theme));
            Tour tour = new Tour(out, progress, composition, desktop, new Hands(scene, desktop.lanes()));
            tour.walk(dataset);
            return tour.written;
        } finally {
            desktop.close();
        }
    }

    /** Without a display. */
    static void startToolkit() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(Theme::loadFonts);
        } catch (IllegalStateException alreadyUp) {
            LOG.debug("the toolkit is up already", alreadyUp);
        }
    }

    private static Scene show(Desktop desktop, Surroundings.Theme theme) {
        desktop.use(Theme.valueOf(theme.name()));
        Stage stage = new Stage();
        Scene scene = desktop.scene(WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.show();
        desktop.start();
        return scene;
    }

    private void walk(Path dataset) {
        step(0, "an empty workspace");
        picture("empty");
        step(0.05, "importing");
        hands.press("Ctrl+5 Ctrl+Shift+F");
        picture("import");
        step(0.2, "training");
        hands.press("Ctrl+3 T");
        hands.press("Ctrl+P");
        picture("model");
        step(0.5, "choosing a call");
        hands.press("Ctrl+2");
        picture("queue");
        hands.press("Home Enter Ctrl+F");
        hands.type(SAID_IN_IT);
        hands.press("Enter");
        picture("find");
        hands.press("Down Enter");
        step(0.6, "labeling");
        label();
        picture("annotate");
        hands.press("Up A");
        picture("keys-of-a-family");
        hands.press("Escape Ctrl+Z ?");
        picture("shortcuts");
        hands.press("Escape Ctrl+Enter");
        step(0.7, "training again, labels included");
        hands.press("Ctrl+3 T");
        picture("candidate");
        hands.press("Ctrl+4");
        picture("rewards");
        step(0.95, "exporting");
        hands.press("Ctrl+5 Ctrl+E X");
        picture("export");
        written.add(dataset);
        written.add(summary());
    }

    private void label() {
        hands.press("Ctrl+J Home");
        for (int turn = 0; turn < HEARD.size(); turn++) {
            hands.press(HEARD.get(turn));
            if (turn == UNPROMPTED) {
                hands.press("N");
                hands.type("nobody had asked for that");
                hands.press("Enter");
            }
            hands.press("Down");
        }
        hands.press("K E Home" + " Down".repeat(UNPROMPTED + 1));
    }

    private void step(double done, String what) {
        progress.checkCancelled();
        progress.report(done, what);
    }

    private void picture(String name) {
        Path file = out.resolve(String.format(Locale.ROOT, "%02d-%s.png", written.size() + 1, name));
        hands.picture(file);
        written.add(file);
    }

    private Path summary() {
        List<String> lines = new ArrayList<>();
        lines.add("Calls: " + composition.workspace().calls().count());
        lines.add("Labels: " + composition.workspace().journal().labelCounts().values().stream().mapToInt(Integer::intValue).sum());
        lines.add("Outcomes known: " + composition.outcomes().known().size());
        for (ScorerVersion version : composition.workspace().scorerVersions().all()) {
            lines.add("Scorer " + version.number() + " (" + version.status().name().toLowerCase(Locale.ROOT) + "), held-out calls " + version.metrics().calls()
                    + ", while the call runs: Brier " + Figures.score(version.metrics().brier(), 3)
                    + " (class prior " + Figures.score(version.prior().brier(), 3) + "), AUC " + Figures.score(version.metrics().auc(), 3));
        }
        Path file = out.resolve("summary.txt");
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
        return file;
    }

    /** A tour starts from nothing; what an earlier one left in its own workspace goes. */
    private static Path freshFolder(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can't make a fresh folder for the tour at " + folder, e);
        }
    }
}
