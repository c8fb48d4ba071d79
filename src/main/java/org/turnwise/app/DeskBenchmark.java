package org.turnwise.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.turnwise.call.CallId;
import org.turnwise.cli.DeskFigures;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.settings.Settings;
import org.turnwise.task.Progress;
import org.turnwise.task.Tasks;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.FxTasks;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.data.Choices;

/** The one door from {@code app} to measuring the window: the real one, on the headless platform, over a real workspace. */
final class DeskBenchmark {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final int KEYS = 600;
    private static final int KEYS_MEANWHILE = 200;
    private static final int WARM_UP_KEYS = 40;
    private static final int OPENINGS = 5;
    private static final int PICTURES = 9;
    private static final long LONGEST_WAIT_SECONDS = 600;
    private static final long LOOK_EVERY_NANOS = 1_000_000;
    /** As fast as people type. */
    private static final long BETWEEN_STROKES_NANOS = 100_000_000;
    private static final double STRIP = 8;

    private final Composition composition;
    private final Desktop desktop;
    private final Workbench workbench;
    private final Scene scene;
    private final Hands hands;
    private final CallId call;
    private final Progress progress;

    private DeskBenchmark(Composition composition, Desktop desktop, Scene scene, CallId call, Progress progress) {
        this.composition = composition;
        this.desktop = desktop;
        this.workbench = desktop.workbench();
        this.scene = scene;
        this.hands = new Hands(scene, desktop.lanes());
        this.call = call;
        this.progress = progress;
    }

    static DeskFigures run(Path folder, CallId call, Progress progress) {
        openOnce(folder, call, progress.part(0, .3));
        progress.report(.3, "opening the window");
        Moment start = Moment.now();
        Composition composition = Composition.open(folder, Clock.systemUTC());
        Tour.startToolkit();
        Desktop desktop = Hands.onFx(() -> new Desktop(composition, nobodyAsked()));
        try {
            Scene scene = Hands.onFx(() -> desktop.scene(WIDTH, HEIGHT));
            return new DeskBenchmark(composition, desktop, scene, call, progress).measure(start);
        } finally {
            desktop.close();
        }
    }

    /** As whoever left it yesterday: with a call that was open last, and with all that was said ready to be found. */
    private static void openOnce(Path folder, CallId call, Progress progress) {
        try (Composition before = Composition.open(folder, Clock.systemUTC())) {
            CallId other = before.workspace().calls().summaries().stream().map(summary -> summary.id()).filter(id -> !id.equals(call)).findFirst().orElse(call);
            before.workspace().settings().put(Settings.LAST_CALL, other.value());
            before.find().catchUp(progress);
        }
    }

    private static Pickers nobodyAsked() {
        return new Pickers(new Choices(List::of, Optional::empty, format -> Optional.empty()), Optional::empty);
    }

    private DeskFigures measure(Moment start) {
        CompletableFuture<Long> usable = Hands.onFx(() -> {
            CompletableFuture<Long> shown = laidOutWith(() -> workbench.annotate().shownCall().isPresent());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            desktop.start();
            return shown;
        });
        double usableMillis = (waited(usable) - start.clock()) / 1e6;
        double usableWorked = start.workedMillis();
        hands.waitFor(() -> workbench.queue().builtProperty().get(), "the queue");
        double ordered = start.millis();
        double orderedWorked = start.workedMillis();
        hands.settle();
        progress.report(.5, "opening a long call");
        double[] opened = opened();
        progress.report(.6, "labeling");
        keys(WARM_UP_KEYS);
        List<Key> keys = keys(KEYS);
        progress.report(.7, "labeling while a scorer is trained");
        List<Key> meanwhile = keysWhileTraining();
        progress.report(.8, "ordering the queue again");
        rebuild();
        Moment again = Moment.now();
        rebuild();
        double againMillis = again.millis();
        return new DeskFigures(
                usableMillis, usableWorked, ordered, orderedWorked, againMillis, again.workedMillis(), filtered(), opened,
                sorted(keys, Key::laidOut), sorted(keys, Key::painted), sorted(meanwhile, Key::painted), drawn());
    }

    private double[] opened() {
        CallId other = Hands.onFx(() -> workbench.annotate().shownCall().orElseThrow());
        double[] millis = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            millis[i] = open(call);
            open(other);
        }
        open(call);
        return sorted(millis);
    }

    private double open(CallId wanted) {
        hands.settle();
        long start = System.nanoTime();
        long shown = waited(Hands.onFx(() -> {
            CompletableFuture<Long> there = laidOutWith(() -> workbench.annotate().shownCall().filter(wanted::equals).isPresent());
            workbench.annotate().goTo(wanted, 0);
            return there;
        }));
        return (shown - start) / 1e6;
    }

    /** How long after the key its label was laid out and was on the screen, in milliseconds. */
    private record Key(double laidOut, double painted) {}

    private static double[] sorted(List<Key> keys, ToDoubleFunction<Key> what) {
        return sorted(keys.stream().mapToDouble(what).toArray());
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    /** Puts a stage on one turn after another, and takes it off: each a second key, that of the family having been pressed. */
    private List<Key> keys(int count) {
        List<Key> keys = new ArrayList<>();
        hands.press("Ctrl+J Home");
        for (int i = 0; i < count; i++) {
            hands.press("S");
            keys.add(key(KeyStroke.sequence("O").getFirst()));
            if (i % 2 != 0) {
                hands.press("Alt+Down");
            }
        }
        return keys;
    }

    private Key key(KeyStroke key) {
        WorkQueue queue = workbench.queue();
        Hands.Watched turns = hands.watch(Hands.onFx(this::besideTheTurns));
        CompletableFuture<Long> shown = Hands.onFx(() -> {
            QueueItem row = queue.item(call).orElseThrow();
            return laidOutWith(() -> queue.item(call).orElseThrow() != row);
        });
        LockSupport.parkNanos(BETWEEN_STROKES_NANOS);
        long start = System.nanoTime();
        hands.hit(key);
        long laidOut = waited(shown) - start;
        while (!turns.hasChanged()) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS)) {
                throw new IllegalStateException("the label was never painted");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        long painted = System.nanoTime() - start;
        hands.settle();
        return new Key(laidOut / 1e6, painted / 1e6);
    }

    /** Narrow, for it is looked at often; a stage's heading moves what stands there. */
    private Rectangle2D besideTheTurns() {
        Node turns = scene.lookup(".turn-list");
        Bounds bounds = turns.localToScreen(turns.getLayoutBounds());
        return new Rectangle2D(Math.ceil(bounds.getMinX()) + 8, Math.ceil(bounds.getMinY()), STRIP, Math.floor(bounds.getHeight()));
    }

    /** On a lane of its own, so that the window counts as settled meanwhile. Nothing if there is too little to train a scorer on. */
    private List<Key> keysWhileTraining() {
        List<Key> keys = new ArrayList<>();
        try (FxTasks apart = FxTasks.background(desktop.precedence())) {
            AtomicBoolean over = new AtomicBoolean();
            Hands.onFx(() -> apart.start(new Tasks.Job<>(
                    "benchmark", false, during -> composition.training().train(0, during), trained -> over.set(true),
                    failed -> over.set(true), () -> over.set(true))));
            while (keys.size() < KEYS_MEANWHILE && !over.get()) {
                keys.addAll(keys(1));
            }
        }
        return keys;
    }

    private void rebuild() {
        CompletableFuture<Long> done = new CompletableFuture<>();
        Hands.onFx(() -> {
            workbench.queue().rebuild(() -> laidOutWith(() -> true).thenAccept(done::complete));
            Platform.requestNextPulse();
            return true;
        });
        waited(done);
    }

    private double filtered() {
        QueueFilter all = Hands.onFx(() -> workbench.queue().filterProperty().get());
        QueueFilter some = new QueueFilter(all.reasons(), all.reps(), all.statuses(), all.flaggedOnly(), "al");
        return Math.max(filter(some), filter(all));
    }

    private double filter(QueueFilter filter) {
        hands.settle();
        long start = System.nanoTime();
        long shown = waited(Hands.onFx(() -> {
            workbench.queue().filterProperty().set(filter);
            return laidOutWith(() -> true);
        }));
        return (shown - start) / 1e6;
    }

    private double[] drawn() {
        double[] millis = new double[PICTURES];
        for (int i = 0; i < PICTURES; i++) {
            long start = System.nanoTime();
            Hands.onFx(() -> scene.snapshot(null));
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return sorted(millis);
    }

    /** When a pulse has laid the window out with this holding, by the clock. JavaFX thread. */
    private CompletableFuture<Long> laidOutWith(BooleanSupplier condition) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        Runnable listener = new Runnable() {
            @Override
            public void run() {
                if (condition.getAsBoolean()) {
                    scene.removePostLayoutPulseListener(this);
                    done.complete(System.nanoTime());
                }
            }
        };
        scene.addPostLayoutPulseListener(listener);
        Platform.requestNextPulse();
        return done;
    }

    private static long waited(CompletableFuture<Long> moment) {
        try {
            return moment.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window did not answer", e);
        }
    }
}
