package org.turnwise.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.turnwise.ui.data.Choices;
import org.turnwise.ui.shell.Theme;

/** The real window on the headless platform, over a real workspace; what would be chosen in dialogs is set beforehand. */
final class HeadlessDesktop implements AutoCloseable {

    final Composition composition;
    /** Of whoever was at work at first. */
    final Workbench workbench;
    final Desktop desktop;
    final Scene scene;
    final Hands hands;
    private final Stage stage;
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    HeadlessDesktop(Path workspace, Path toImport, Path exportTo, double width, double height) {
        this(workspace, toImport, exportTo, width, height, Clock.systemUTC());
    }

    HeadlessDesktop(Path workspace, Path toImport, Path exportTo, double width, double height, Clock clock) {
        startToolkit();
        composition = Composition.open(workspace, clock);
        Pickers pickers = new Pickers(new Choices(() -> List.of(toImport), () -> Optional.of(toImport), format -> Optional.of(exportTo)), Optional::empty);
        desktop = Hands.onFx(() -> new Desktop(composition, pickers));
        workbench = desktop.workbench();
        stage = Hands.onFx(Stage::new);
        scene = Hands.onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
                if (!isOfTheHeadlessScreen(failure)) {
                    uncaught.add(failure);
                }
            });
            Scene made = desktop.scene(width, height);
            stage.setScene(made);
            stage.show();
            desktop.start();
            return made;
        });
        hands = new Hands(scene, desktop.lanes());
        hands.settle();
    }

    /** The headless screen is smaller than a large window, and fails to show what lies beyond it; pictures of the scene have it all. */
    private static boolean isOfTheHeadlessScreen(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure instanceof IndexOutOfBoundsException
                && Arrays.stream(frames).anyMatch(frame -> frame.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow")
                        && frame.getMethodName().equals("blit"))
                && Arrays.stream(frames).noneMatch(frame -> frame.getClassName().startsWith("org.turnwise"));
    }

    /** Once for all tests of the process; other tests may have been first. */
    static void startToolkit() {
        try {
            Platform.startup(Theme::loadFonts);
        } catch (IllegalStateException alreadyUp) {
            Platform.runLater(Theme::loadFonts);
        }
        Platform.setImplicitExit(false);
    }

    /** @throws AssertionError if anything went wrong on the window's thread meanwhile that nobody caught */
    @Override
    public void close() {
        Hands.onFx(() -> {
            stage.hide();
            return true;
        });
        desktop.close();
        if (!uncaught.isEmpty()) {
            throw new AssertionError(uncaught.size() + " failures on the window's thread, first", uncaught.peek());
        }
    }
}
