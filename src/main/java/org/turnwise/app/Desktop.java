package org.turnwise.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.Training;
import org.turnwise.task.Progress;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Activity;
import org.turnwise.ui.common.FxTasks;
import org.turnwise.ui.common.OneAtATime;
import org.turnwise.ui.common.Precedence;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.shell.Theme;

/**
 * The desktop of one workspace. Whoever is at work has a {@link Workbench} of their own, made for their name, so that nothing on it can be taken for
 * somebody else's; when another person comes to work, theirs takes its place in the same window. JavaFX thread, unless a method says otherwise.
 */
public final class Desktop implements AutoCloseable {

    /**
     * Where work is done off the JavaFX thread, whoever is at work.
     *
     * @param background side by side, for seconds
     * @param writes     one after another, for milliseconds
     * @param imports    in the background, one import at a time
     * @param models     in the background, one thing at a time of those that make or change scorers
     */
    record Lanes(FxTasks background, FxTasks writes, OneAtATime imports, OneAtATime models) {

        static Lanes open(Precedence precedence) {
            FxTasks background = FxTasks.background(precedence);
            return new Lanes(background, FxTasks.inOrder("journal"), new OneAtATime(background), new OneAtATime(background));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    private static final long FIRST_SEED = 0;

    private final Composition composition;
    private final Pickers pickers;
    private final Precedence precedence = new Precedence();
    private final Lanes lanes = Lanes.open(precedence);
    /** What still runs of what the workbenches before began. */
    private final Set<Activity> begunBefore = new HashSet<>();
    private Workbench workbench;
    private @Nullable Scene scene;

    public Desktop(Composition composition, Pickers pickers) {
        this.composition = composition;
        this.pickers = pickers;
        workbench = new Workbench(composition, pickers, lanes, this::handOver);
        composition.scheme().listen(edit -> FxTasks.onUiThread(() -> workbench.schemeChanged(edit)));
        lanes.background().activities().addListener((ListChangeListener<Activity>) change -> {
            if (begunBefore.removeIf(activity -> !change.getList().contains(activity))) {
                // it tells the workbench it was begun on of its end; the one that is shown looks for itself
                FxTasks.onUiThread(() -> workbench.catchUp());
            }
        });
    }

    /** Of the person at work over what runs in the background. */
    Precedence precedence() {
        return precedence;
    }

    /** Of whoever is at work now. */
    public Workbench workbench() {
        return workbench;
    }

    /** What the window shows. Call it once. */
    public Scene scene(double width, double height) {
        Scene made = new Scene(workbench.root(), width, height);
        for (EventType<? extends InputEvent> done : List.of(KeyEvent.KEY_PRESSED, MouseEvent.MOUSE_PRESSED, ScrollEvent.SCROLL)) {
            made.addEventFilter(done, event -> precedence.toPerson());
        }
        // JavaFX asks for another layout whenever a pane moves one of its parts while it lays them out, and leaves that to the next frame, which first waits for
        // this one to be drawn; where nothing asked, this does nothing
        made.addPostLayoutPulseListener(() -> made.getRoot().layout());
        workbench.attach(made);
        scene = made;
        return made;
    }

    public void start() {
        workbench.start();
    }

    /**
     * Somebody else comes to work. What was begun under the name before is written under it first; nothing can be begun meanwhile. What runs in the background
     * goes on, and what it changes shows on the new workbench once it ends. If the name can't be written, whoever is at work stays and is told.
     */
    void handOver(String name) {
        workbench.leave();
        workbench.detach();
        workbench.root().setDisable(true);
        lanes.writes().quietly(
                Texts.text("people.changing"), progress -> {
                    composition.team().comesToWork(name);
                    return name;
                }, done -> replace(), failed -> {
                    LOG.error("{} could not come to work", name, failed);
                    stay(name, failed);
                });
    }

    private void stay(String name, Throwable why) {
        workbench.root().setDisable(false);
        Scene shown = scene;
        if (shown != null) {
            workbench.attach(shown);
        }
        workbench.stay(name, why);
    }

    private void replace() {
        Workbench before = workbench;
        begunBefore.addAll(lanes.background().activities());
        workbench = new Workbench(composition, pickers, lanes, this::handOver);
        workbench.use(before.theme());
        Scene shown = scene;
        if (shown != null) {
            shown.setRoot(workbench.root());
            workbench.attach(shown);
        }
        workbench.start();
    }

    /**
     * A new workspace to look around in: the sample calls come in, a first scorer is trained on them and made active, since there is none to compare it with.
     */
    public void setUpWith(Path samples) {
        Workbench begunOn = workbench;
        lanes.imports().start(new Tasks.Job<>(
                Texts.text("window.setting.up"),
                false,
                progress -> {
                    composition.importer().run(List.of(samples), progress.part(0, 0.4));
                    trainFirst(progress.part(0.4, 1));
                    return samples;
                },
                done -> begin(begunOn),
                failed -> begin(begunOn),
                () -> begin(begunOn)));
    }

    /** If somebody else came to work meanwhile, theirs was begun then, and catches up. */
    private void begin(Workbench begunOn) {
        if (workbench == begunOn) {
            workbench.reloadScorer();
            workbench.start();
        }
    }

    private void trainFirst(Progress progress) {
        try {
            ScorerVersion first = composition.training().train(FIRST_SEED, progress);
            composition.workspace().scorerVersions().promote(first.number());
        } catch (Training.TooFewOutcomes | Training.CannotHoldOut tooFew) {
            // nothing is wrong: the Model screen says how many outcomes are still needed
            LOG.info("no first scorer: {}", tooFew.getMessage());
        }
    }

    /** Shows the window's content in this theme. */
    public void use(Theme wanted) {
        workbench.use(wanted);
    }

    /** Called before the window goes: takes the focus from whatever is being typed, so that it is kept. */
    public void leave() {
        workbench.leave();
    }

    /** The lanes that work in the background, for whoever must wait until the window has settled. */
    public List<FxTasks> lanes() {
        return List.of(lanes.background(), lanes.writes());
    }

    /** Ends what is under way, waits for edits to reach the disk, and closes the workspace. Any thread. */
    @Override
    public void close() {
        lanes.writes().close();
        lanes.background().close();
        composition.close();
    }
}
