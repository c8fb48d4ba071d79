package org.turnwise.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.settings.Settings;
import org.turnwise.ui.common.FxTasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.shell.Theme;

/** The one door from {@code app} to the window. */
final class Window {

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SMALLEST_WIDTH = 1120;
    private static final double SMALLEST_HEIGHT = 680;

    private Window() {}

    /**
     * Opens the window on the workspace, and returns once it is closed and the workspace with it.
     *
     * @param samples brought in first, if the workspace is new and the person named none
     * @param stopped once it is, the window closes
     */
    static void open(Composition composition, Optional<Path> samples, CompletableFuture<Void> stopped) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.error("{} failed", thread.getName(), failure));
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable Desktop> desktop = new AtomicReference<>();
        Platform.startup(() -> {
            Theme.loadFonts();
            Stage stage = new Stage();
            Desktop opened = new Desktop(composition, Pickers.dialogs(() -> stage));
            desktop.set(opened);
            show(stage, opened, composition);
            Runnable leave = () -> {
                opened.leave();
                composition.workspace().settings().put(Settings.WINDOW, WindowPlace.of(stage).written());
            };
            stage.setOnCloseRequest(event -> leave.run());
            stage.setOnHidden(event -> closed.countDown());
            // the toolkit is being taken down by then, and can't hide a window any more
            stopped.thenRun(() -> FxTasks.onUiThread(() -> {
                try {
                    leave.run();
                } finally {
                    closed.countDown();
                }
            }));
            samples.ifPresentOrElse(opened::setUpWith, opened::start);
        });
        awaitClosing(closed);
        Objects.requireNonNull(desktop.get()).close();
        if (!stopped.isDone()) {
            Platform.exit(); // which never returns where the machine is already taking the toolkit down
        }
    }

    private static void show(Stage stage, Desktop desktop, Composition composition) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(desktop.scene(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.getHeight()));
        stage.setTitle(Texts.text("window.title", composition.workspace().folder()));
        stage.getIcons().add(new Image(Objects.requireNonNull(Window.class.getResourceAsStream("/styles/turnwise.png"))));
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        composition.workspace().settings().get(Settings.WINDOW).flatMap(WindowPlace::read).filter(place -> place.inSight(screens))
                .ifPresent(place -> place.apply(stage));
        stage.show();
    }

    private static void awaitClosing(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            // close as if the window had been
            Thread.currentThread().interrupt();
        }
    }
}
