package org.turnwise.app;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Edit;
import org.turnwise.call.CallId;
import org.turnwise.review.Team;
import org.turnwise.settings.Settings;
import org.turnwise.ui.annotate.AnnotateViewModel;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.Keymap;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.shell.Overlays;
import org.turnwise.ui.shell.PaneLayout;
import org.turnwise.ui.shell.PeopleList;
import org.turnwise.ui.shell.Screen;
import org.turnwise.ui.shell.ShellView;
import org.turnwise.ui.shell.ShellViewModel;
import org.turnwise.ui.shell.Theme;
import org.turnwise.ui.shell.Views;

/** What one person works with, put together: view models, commands, screens. It goes when somebody else comes to work. JavaFX thread. */
public final class Workbench {

    private final Work work;
    private final Composition composition;
    private final Settings settings;
    private final Consumer<String> handOver;
    private final WorkQueue queue;
    private final AnnotateViewModel annotate;
    private final Screens screens;
    private final ShellViewModel shell;
    private final ShellView shellView;
    private final Parent root;
    private final Appearance appearance;
    private final Watch watch = new Watch();
    private final ComingBack comingBack;
    private final AtomicReference<@Nullable Overlays> overlays = new AtomicReference<>();

    /** @param handOver lets somebody else come to work, by name */
    Workbench(Composition composition, Pickers pickers, Desktop.Lanes lanes, Consumer<String> handOver) {
        this.composition = composition;
        this.handOver = handOver;
        settings = composition.workspace().settings();
        work = Work.of(composition, pickers, lanes, this::go);
        queue = work.queue();
        annotate = work.annotate();
        shell = new ShellViewModel(
                work.saveState(), work.scorer(), work.background().activities(), String.valueOf(composition.workspace().folder().getFileName()),
                composition.scheme().now().id(), work.annotator());
        registerGeneral();
        comingBack = new ComingBack(
                work.comebacks(), work.annotator(), composition.workspace().calls(), annotate, queue, work.background(), composition.clock());
        watch.add(comingBack::look);
        screens = new Screens(work, watch);
        Map<Class<?>, Object> controllers = screens.controllers();
        Views views = new Views(controllers);
        shellView = new ShellView(shell, work.commands(), views, new PaneLayout(settings), lanes.writes().underWayProperty());
        controllers.put(ShellView.class, shellView);
        settings.get(Settings.LAST_SCREEN).flatMap(Screen::named).ifPresent(this::go);
        root = views.frame();
        shell.screenProperty().addListener((property, before, now) -> settings.put(Settings.LAST_SCREEN, now.id()));
        appearance = new Appearance(settings, root);
        queue.openProperty().subscribe(open -> {
            if (open != null) {
                settings.put(Settings.LAST_CALL, open.value());
            }
        });
    }

    /** Told from within the write; what shows labels is drawn anew once that has ended. An undone change is shown where it was made. */
    void schemeChanged(Edit edit) {
        work.writes().quietly(
                Texts.text("scheme.following"), progress -> composition.scheme().now().id(), id -> {
                    work.saveState().saved();
                    shell.schemeProperty().set(id);
                    annotate.reread();
                    screens.schemeChanged();
                    if (edit.cause() != Edit.Cause.DONE) {
                        go(Screen.SCHEME);
                    }
                },
                error -> {});
    }

    private void go(Screen screen) {
        shell.screenProperty().set(screen);
    }

    /** There by the time a command can be run. */
    private Appearance appearance() {
        return appearance;
    }

    private void registerGeneral() {
        Commands commands = work.commands();
        String group = Texts.text("group.general");
        for (Screen screen : Screen.values()) {
            commands.add(Command.of("go." + screen.id(), group, Texts.text("go.to", screen.title()), screen.keys(), "", () -> go(screen)));
        }
        commands.add(Command.of("edit.undo", group, Texts.text("edit.undo"), "Ctrl+Z", "", this::undo).when(annotate.canUndoProperty()));
        commands.add(Command.of("edit.redo", group, Texts.text("edit.redo"), "Ctrl+Shift+Z", "", this::redo).when(annotate.canRedoProperty()));
        commands.add(Command.of("app.palette", group, Texts.text("app.palette"), "Ctrl+K", "", () -> overlay().palette()));
        commands.add(Command.of("app.shortcuts", group, Texts.text("app.shortcuts"), "?", "", () -> overlay().shortcuts()));
        commands.add(Command.of("app.text.larger", group, Texts.text("app.text.larger"), "Ctrl+=", "", () -> appearance().stepText(1)));
        commands.add(Command.of("app.text.smaller", group, Texts.text("app.text.smaller"), "Ctrl+-", "", () -> appearance().stepText(-1)));
        commands.add(Command.of("app.text.usual", group, Texts.text("app.text.usual"), "Ctrl+0", "", () -> appearance().usualText()));
        commands.add(Command.of("app.annotator", group, Texts.text("app.annotator"), "Ctrl+U", "", this::askWho)
                .withHint(Texts.text("app.annotator.hint")));
        commands.add(Command.of("app.theme", group, Texts.text("app.theme"), "Ctrl+D", "", () -> appearance().nextTheme()));
    }

    /** An undone edit is shown where it was made. */
    private void undo() {
        go(Screen.ANNOTATE);
        annotate.undo();
    }

    private void redo() {
        go(Screen.ANNOTATE);
        annotate.redo();
    }

    private Overlays overlay() {
        Overlays there = overlays.get();
        if (there == null) {
            there = new Overlays(shellView, work.commands(), this::useKeys);
            overlays.set(there);
        }
        return there;
    }

    /** Somebody else could not come to work: whoever is at work goes on, and is asked again. */
    void stay(String name, Throwable why) {
        watch.start();
        askWho().say(Texts.text("people.failed", name, String.valueOf(why.getMessage())));
    }

    private PeopleList askWho() {
        PeopleList people = new PeopleList(work.annotator(), Team::named, handOver);
        overlay().people(people);
        work.background().quietly(
                Texts.text("people.reading"), progress -> composition.team().members(), people::show, people::failed);
        return people;
    }

    private void useKeys(Keymap keymap) {
        work.commands().remap(keymap);
        settings.put(Settings.KEYS, keymap.written());
    }

    /** Shows the window's content in this theme. */
    public void use(Theme wanted) {
        appearance.use(wanted);
    }

    Theme theme() {
        return appearance.theme();
    }

    Parent root() {
        return root;
    }

    /** Takes the keys of this scene, of which it is the root. */
    void attach(Scene scene) {
        appearance.attach(scene);
        shellView.attach(scene);
    }

    /** Takes no keys any more. */
    void detach() {
        shellView.detach();
    }

    /** Looks for what came about in the background without this workbench being told. */
    void catchUp() {
        reloadScorer();
        queue.rebuild(() -> {});
    }

    /** Takes up a scorer that came about without this workbench being told. */
    void reloadScorer() {
        work.scorer().reload();
    }

    /** Opens the call that was open last, fills the queue in the background, and opens the first that waits if there was none. */
    public void start() {
        watch.start();
        // at once, for ordering many calls takes a while
        settings.get(Settings.LAST_CALL).map(CallId::new).ifPresent(id -> queue.openProperty().set(id));
        queue.rebuild(() -> {
            CallId open = queue.openProperty().get();
            if (open == null || queue.item(open).isEmpty()) {
                annotate.openNext();
            }
            work.suggestions().learn();
            comingBack.draw();
        });
    }

    /** Called before the window goes: takes the focus from whatever is being typed, so that it is kept. */
    public void leave() {
        watch.stop();
        root.requestFocus();
    }

    public ShellViewModel shell() {
        return shell;
    }

    public Commands commands() {
        return work.commands();
    }

    public WorkQueue queue() {
        return queue;
    }

    Watch watch() {
        return watch;
    }

    public AnnotateViewModel annotate() {
        return annotate;
    }
}
