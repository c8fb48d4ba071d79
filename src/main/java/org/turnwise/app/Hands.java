package org.turnwise.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.FxTasks;

/**
 * Works the window as a person does, with keys alone, and takes pictures of it. Called off the JavaFX thread, while the window is shown; waits for it to settle
 * after each step.
 */
public final class Hands {

    private static final Map<String, KeyCode> SIGNS = Map.of(
            "[", KeyCode.OPEN_BRACKET, "]", KeyCode.CLOSE_BRACKET, "-", KeyCode.MINUS, "+", KeyCode.EQUALS, "=", KeyCode.EQUALS,
            "?", KeyCode.SLASH, "/", KeyCode.SLASH, ".", KeyCode.PERIOD);
    /** What the headless platform's robot presses, but types nothing for. */
    private static final Set<String> BRACKETS = Set.of("[", "]");
    private static final Set<String> SHIFTED = Set.of("+", "?");
    private static final long LONGEST_WAIT_MILLIS = 300_000;

    private final Scene scene;
    private final List<FxTasks> tasks;
    private final Robot robot;

    /** @param tasks what must have called back before the window counts as settled */
    public Hands(Scene scene, List<FxTasks> tasks) {
        this.scene = scene;
        this.tasks = tasks;
        this.robot = onFx(Robot::new);
    }

    /** Presses keys as {@link KeyStroke#sequence} writes them, one after another. */
    public void press(String keys) {
        for (KeyStroke stroke : KeyStroke.sequence(keys)) {
            hit(stroke);
            settle();
        }
    }

    /** Presses a key, and waits for nothing that follows from it. */
    void hit(KeyStroke stroke) {
        onFx(() -> {
            strike(stroke);
            return true;
        });
    }

    /** Begins to watch a place on the screen. */
    Watched watch(Rectangle2D place) {
        return onFx(() -> new Watched(place));
    }

    /** A place on the screen, and what was painted there. It looks often, and into the same memory each time: what is measured meanwhile must not wait for it. */
    final class Watched {
        private final Rectangle2D place;
        private final WritableImage image;
        private final int[] before;
        private final int[] now;

        private Watched(Rectangle2D place) {
            this.place = place;
            this.image = new WritableImage((int) place.getWidth(), (int) place.getHeight());
            this.before = new int[(int) image.getWidth() * (int) image.getHeight()];
            this.now = before.clone();
            look(before);
        }

        private void look(int[] into) {
            pixels(robot.getScreenCapture(image, place), into);
        }

        /** Whether something else is painted there now. */
        boolean hasChanged() {
            return onFx(() -> {
                look(now);
                return !Arrays.equals(before, now);
            });
        }
    }

    private static void pixels(WritableImage image, int[] into) {
        int width = (int) image.getWidth();
        image.getPixelReader().getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), into, 0, width);
    }

    /** Types letters, digits and spaces into whatever has the focus. */
    public void type(String words) {
        for (char letter : words.toCharArray()) {
            String key = letter == ' ' ? "Space" : String.valueOf(Character.toUpperCase(letter));
            onFx(() -> {
                strike(new KeyStroke(key, false, Character.isUpperCase(letter), false));
                return true;
            });
        }
        settle();
    }

    private void strike(KeyStroke stroke) {
        KeyCode code = SIGNS.containsKey(stroke.key()) ? SIGNS.get(stroke.key()) : codeOf(stroke.key());
        boolean shift = stroke.shift() || SHIFTED.contains(stroke.key());
        hold(stroke.command(), KeyCode.CONTROL);
        hold(stroke.alt(), KeyCode.ALT);
        hold(shift, KeyCode.SHIFT);
        robot.keyPress(code);
        if (BRACKETS.contains(stroke.key())) {
            Node focus = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            Event.fireEvent(focus, new KeyEvent(KeyEvent.KEY_TYPED, stroke.key(), "", KeyCode.UNDEFINED, shift, stroke.command(), stroke.alt(), false));
        }
        robot.keyRelease(code);
        release(shift, KeyCode.SHIFT);
        release(stroke.alt(), KeyCode.ALT);
        release(stroke.command(), KeyCode.CONTROL);
    }

    private void hold(boolean wanted, KeyCode modifier) {
        if (wanted) {
            robot.keyPress(modifier);
        }
    }

    private void release(boolean held, KeyCode modifier) {
        if (held) {
            robot.keyRelease(modifier);
        }
    }

    private static KeyCode codeOf(String key) {
        if (key.length() == 1) {
            return KeyCode.getKeyCode(key);
        }
        return switch (key) {
            case "PageUp" -> KeyCode.PAGE_UP;
            case "PageDown" -> KeyCode.PAGE_DOWN;
            default -> KeyCode.valueOf(key.toUpperCase(Locale.ROOT));
        };
    }

    /** Waits until no task is under way, what the last one changed is laid out, and laying it out has started none. */
    public void settle() {
        do {
            waitFor(this::isIdle, "the window to settle");
            awaitLayout();
        } while (!onFx(this::isIdle));
    }

    private boolean isIdle() {
        return tasks.stream().allMatch(lane -> lane.underWayProperty().get() == 0);
    }

    /** A list has no cells for new rows before it is laid out, which the next pulse does for all that needs it. */
    private void awaitLayout() {
        CountDownLatch laidOut = new CountDownLatch(1);
        Runnable onPulse = laidOut::countDown;
        onFx(() -> {
            scene.addPostLayoutPulseListener(onPulse);
            Platform.requestNextPulse();
            return true;
        });
        try {
            if (!laidOut.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("waited in vain for the window to be laid out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            onFx(() -> {
                scene.removePostLayoutPulseListener(onPulse);
                return true;
            });
        }
    }

    /** Waits until this holds, looked at on the JavaFX thread, twice in a row. */
    public void waitFor(BooleanSupplier condition, String what) {
        long deadline = System.currentTimeMillis() + LONGEST_WAIT_MILLIS;
        int held = 0;
        while (held < 2) {
            held = onFx(condition::getAsBoolean) ? held + 1 : 0;
            if (System.currentTimeMillis() > deadline) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Writes the window as PNG. */
    public void picture(Path file) {
        settle();
        WritableImage image = onFx(() -> scene.snapshot(null));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ImageIO.write(buffered(image), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    private static BufferedImage buffered(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        pixels(image, pixels);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }

    /** Runs on the JavaFX thread and waits for the result. */
    public static <T> T onFx(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        FxTasks.onUiThread(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
        }
    }
}
