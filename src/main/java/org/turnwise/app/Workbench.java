package org.turnwise.app;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Comebacks;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Restoring;
import org.turnwise.annotation.agreement.Adjudication;
import org.turnwise.call.CallId;
import org.turnwise.intake.watch.WatchedFolder;
import org.turnwise.review.Drafts;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Team;
import org.turnwise.scoring.ScorerLearner;
import org.turnwise.scoring.WorkspaceExamples;
import org.turnwise.scoring.evaluation.LabelCurves;
import org.turnwise.settings.Settings;
import org.turnwise.suggestion.Suggestions;
import org.turnwise.task.Tasks;
import org.turnwise.ui.agreement.AgreementCommands;
import org.turnwise.ui.agreement.AgreementView;
import org.turnwise.ui.agreement.AgreementViewModel;
import org.turnwise.ui.annotate.AnnotateCommands;
import org.turnwise.ui.annotate.AnnotateView;
import org.turnwise.ui.annotate.AnnotateViewModel;
import org.turnwise.ui.annotate.GuidanceViewModel;
import org.turnwise.ui.annotate.HistoryViewModel;
import org.turnwise.ui.annotate.PaceViewModel;
import org.turnwise.ui.annotate.SuggestionCommands;
import org.turnwise.ui.annotate.SuggestionsViewModel;
import org.turnwise.ui.annotate.WhyViewModel;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.Keymap;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.FxTasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.data.DataCommands;
import org.turnwise.ui.data.DataView;
import org.turnwise.ui.data.DataViewModel;
import org.turnwise.ui.find.FindCommands;
import org.turnwise.ui.find.FindView;
import org.turnwise.ui.find.FindViewModel;
import org.turnwise.ui.model.ModelCommands;
import org.turnwise.ui.model.ModelView;
import org.turnwise.ui.model.ModelViewModel;
import org.turnwise.ui.queue.AssignViewModel;
import org.turnwise.ui.queue.QueueCommands;
import org.turnwise.ui.queue.QueueView;
import org.turnwise.ui.queue.QueueViewModel;
import org.turnwise.ui.review.ReviewCommands;
import org.turnwise.ui.review.ReviewReading;
import org.turnwise.ui.review.ReviewView;
import org.turnwise.ui.review.ReviewViewModel;
import org.turnwise.ui.rewards.RewardServices;
import org.turnwise.ui.rewards.RewardsCommands;
import org.turnwise.ui.rewards.RewardsView;
import org.turnwise.ui.rewards.RewardsViewModel;
import org.turnwise.ui.scheme.SchemeCommands;
import org.turnwise.ui.scheme.SchemeView;
import org.turnwise.ui.scheme.SchemeViewModel;
import org.turnwise.ui.shell.Overlays;
import org.turnwise.ui.shell.PaneLayout;
import org.turnwise.ui.shell.PeopleList;
import org.turnwise.ui.shell.Screen;
import org.turnwise.ui.shell.ShellView;
import org.turnwise.ui.shell.ShellViewModel;
import org.turnwise.ui.shell.TextSize;
import org.turnwise.ui.shell.Theme;
import org.turnwise.ui.shell.Views;

/** What one person works with, put together: view models, commands, screens. It goes when somebody else comes to work. JavaFX thread. */
public final class Workbench {

    private final Composition composition;
    private final Settings settings;
    private final FxTasks background;
    private final FxTasks writes;
    private final Consumer<String> handOver;
    private final String annotator;
    private final Commands commands = new Commands();
    private final ActiveScorer scorer;
    private final WorkQueue queue;
    private final Comebacks comebacks;
    private final Watch watch = new Watch();
    private final ComingBack comingBack;
    private final AnnotateViewModel annotate;
    private final SuggestionsViewModel suggestions;
    private final ShellViewModel shell;
    private final SaveState saveState;
    private @Nullable SchemeViewModel scheme;
    private final ShellView shellView;
    private final Parent root;
    private final AtomicReference<@Nullable Overlays> overlays = new AtomicReference<>();
    private Theme theme;
    private TextSize textSize;

    /** @param handOver lets somebody else come to work, by name */
    Workbench(Composition composition, Pickers pickers, Desktop.Lanes lanes, Consumer<String> handOver) {
        this.composition = composition;
        this.handOver = handOver;
        background = lanes.background();
        writes = lanes.writes();
        annotator = composition.annotator();
        settings = composition.workspace().settings();
        theme = settings.get(Settings.THEME).map(Theme::valueOf).orElse(Theme.LIGHT);
        textSize = settings.get(Settings.TEXT_SIZE).map(TextSize::valueOf).orElse(TextSize.PERCENT_100);
        commands.remap(Keymap.read(settings.get(Settings.KEYS).orElse("")));
        saveState = new SaveState(composition.clock());
        scorer = new ActiveScorer(composition.workspace().scorerVersions());
        queue = new WorkQueue(composition.queue(), background);
        comebacks = new Comebacks(composition.workspace().journal(), composition.workspace().settings(), composition.clock());
        Suggestions suggester = new Suggestions(
                composition.workspace().journal(), composition.workspace().calls(), composition.scheme(), composition.embeddings(),
                composition.workspace().suggestionDecisions(), annotator);
        Labeling labeling = labeling(suggester);
        annotate = new AnnotateViewModel(
                composition.workspace().calls(), labeling, composition.scheme(), composition.outcomes(), composition.forecasts(), queue, saveState,
                background, writes);
        comingBack = new ComingBack(
                comebacks, annotator, composition.workspace().calls(), annotate, queue, background, composition.clock());
        watch.add(comingBack::look);
        suggestions = new SuggestionsViewModel(annotate, suggester, labeling, background);
        shell = new ShellViewModel(
                saveState, scorer, background.activities(), String.valueOf(composition.workspace().folder().getFileName()), composition.scheme().now().id(), annotator);
        registerGeneral();
        Map<Class<?>, Object> controllers = screens(pickers, saveState, labeling);
        Views views = new Views(controllers);
        shellView = new ShellView(shell, commands, views, new PaneLayout(settings));
        controllers.put(ShellView.class, shellView);
        settings.get(Settings.LAST_SCREEN).flatMap(Screen::named).ifPresent(this::go);
        root = views.frame();
        shell.screenProperty().addListener((property, before, now) -> settings.put(Settings.LAST_SCREEN, now.id()));
        textSize.apply(root);
        queue.openProperty().subscribe(open -> {
            if (open != null) {
                settings.put(Settings.LAST_CALL, open.value());
            }
        });
    }

    private Labeling labeling(Suggestions suggester) {
        return new Labeling(composition.workspace().journal(), composition.scheme(), annotator, composition.clock(), edit -> {
            composition.follow(edit);
            suggester.follow(edit);
        });
    }

    private LabelCurves labelCurves() {
        WorkspaceExamples examples = new WorkspaceExamples(
                composition.workspace().calls(), composition.outcomes(), composition.workspace().journal(), composition.scheme());
        return new LabelCurves(examples, composition.embeddings(), new ScorerLearner(composition.embeddings()));
    }

    private Map<Class<?>, Object> screens(Pickers pickers, SaveState saveState, Labeling labeling) {
        Map<Class<?>, Object> controllers = new HashMap<>();
        WhyViewModel why = new WhyViewModel(annotate, composition.forecasts(), composition.nearest(), background);
        AnnotateCommands.of(annotate, why).forEach(commands::add);
        HistoryViewModel history = new HistoryViewModel(
                annotate, composition.workspace().journal(), labeling,
                new Restoring(composition.workspace().journal(), composition.scheme(), annotator, composition.clock(), composition::follow),
                saveState, background);
        AnnotateCommands.ofHistory(history).forEach(commands::add);
        SuggestionCommands.of(suggestions).forEach(commands::add);
        PaceViewModel pace = new PaceViewModel(annotate, new PaceViewModel.Services(
                composition.workspace().journal(), composition.workspace().suggestionDecisions(), composition.readings(), composition.scheme(), annotator,
                composition.clock(), ZoneId.systemDefault(), background));
        GuidanceViewModel guidance = new GuidanceViewModel(
                annotate, composition.workspace().journal(), composition.workspace().calls(), labeling, settings, background);
        watch.add(pace::look);
        AnnotateCommands.ofPace(pace, guidance).forEach(commands::add);
        controllers.put(AnnotateView.class, new AnnotateView(annotate, why, history, suggestions, pace, guidance, commands));

        QueueViewModel queueModel = new QueueViewModel(queue, scorer, annotate::setSkipped, annotate::setFlag, () -> go(Screen.ANNOTATE));
        QueueCommands.of(queueModel).forEach(commands::add);
        AssignViewModel assigning = new AssignViewModel(queueModel, new AssignViewModel.Services(
                composition.team(), reviewer(), annotate::store, background, () -> queue.rebuild(() -> {})));
        QueueCommands.ofAssigning(queueModel, assigning).forEach(commands::add);
        controllers.put(QueueView.class, new QueueView(queueModel, assigning, commands));

        ModelViewModel model = new ModelViewModel(scorer, composition.workspace().scorerVersions(), composition.training(), labelCurves(), queue, background);
        ModelCommands.of(model).forEach(commands::add);
        controllers.put(ModelView.class, new ModelView(model, commands, background.activities()));

        RewardsViewModel rewards = new RewardsViewModel(
                new RewardServices(
                        composition.workspace().calls(), composition.workspace().journal(), composition.outcomes(), composition.workspace().rewards(),
                        composition.workspace().policies(),
                        composition.outcomeImport(), composition.matching(), composition.workspace().matches(), composition.workspace().deals(),
                        composition.forecasts(), composition.clock(), annotator),
                queue, background, pickers.outcomes());
        RewardsCommands.of(rewards, () -> {
            go(Screen.MODEL);
            model.train();
        }).forEach(commands::add);
        controllers.put(RewardsView.class, new RewardsView(rewards, commands));

        FindViewModel find = new FindViewModel(composition.find(), composition.searches(), composition.scheme(), queue, background, new FindViewModel.Ways(
                (call, turn) -> {
                    go(Screen.ANNOTATE);
                    annotate.goTo(call, turn);
                },
                () -> go(Screen.FIND),
                () -> go(Screen.QUEUE)));
        FindCommands.of(find).forEach(commands::add);
        find.spoken().keepUp(queue);
        controllers.put(FindView.class, new FindView(find, commands));

        DataViewModel data = data(pickers, saveState);
        watch.add(() -> data.watch().look());
        DataCommands.of(data, () -> go(Screen.DATA), () -> {
            go(Screen.ANNOTATE);
            annotate.openNext();
        }).forEach(commands::add);
        controllers.put(DataView.class, new DataView(data, commands, background.activities()));

        AgreementViewModel agreement = new AgreementViewModel(
                new AgreementViewModel.Services(
                        composition.readings(), composition.exchange(),
                        new Adjudication(composition.workspace().journal(), composition.scheme(), annotator, composition.clock(), composition::follow),
                        composition.scheme(), comebacks, background, writes, annotator),
                pickers.bundles(), () -> queue.rebuild(() -> {}));
        AgreementCommands.of(agreement).forEach(commands::add);
        controllers.put(AgreementView.class, new AgreementView(agreement, commands));

        ReviewViewModel review = review(saveState, agreement);
        ReviewCommands.of(review).forEach(commands::add);
        controllers.put(ReviewView.class, new ReviewView(review, commands));

        controllers.put(SchemeView.class, new SchemeView(scheme(pickers), commands));
        return controllers;
    }

    private Reviewer reviewer() {
        return new Reviewer(composition.workspace().journal(), composition.scheme(), annotator, composition.clock(), composition::follow);
    }

    private ReviewViewModel review(SaveState saveState, AgreementViewModel agreement) {
        Journal journal = composition.workspace().journal();
        Reviewer reviewer = reviewer();
        return new ReviewViewModel(
                new ReviewViewModel.Services(
                        new ReviewReading(composition.workspace().calls(), journal, reviewer, composition.outcomes(), composition.forecasts()), reviewer,
                        new Drafts(settings, annotator), composition.scheme(), queue, saveState, background, writes),
                new ReviewViewModel.Ways(
                        () -> go(Screen.ANNOTATE),
                        () -> {
                            go(Screen.AGREEMENT);
                            agreement.bundle();
                        },
                        () -> {
                            go(Screen.AGREEMENT);
                            agreement.merge();
                        }));
    }

    private SchemeViewModel scheme(Pickers pickers) {
        SchemeViewModel model = new SchemeViewModel(
                new SchemeViewModel.Services(
                        composition.scheme(), composition.workspace().journal(), composition.workspace().calls(), composition.readings(), background, writes,
                        annotator),
                commands, pickers.schemes(), (call, turn) -> {
                    go(Screen.ANNOTATE);
                    annotate.goTo(call, turn);
                });
        SchemeCommands.of(model).forEach(commands::add);
        scheme = model;
        return model;
    }

    /** Told from within the write; what shows labels is drawn anew once that has ended. An undone change is shown where it was made. */
    void schemeChanged(Edit edit) {
        writes.start(new Tasks.Job<>(
                Texts.text("scheme.following"), true, progress -> composition.scheme().now().id(), id -> {
                    saveState.saved();
                    shell.schemeProperty().set(id);
                    annotate.reread();
                    if (scheme != null) {
                        scheme.refresh();
                    }
                    if (edit.cause() != Edit.Cause.DONE) {
                        go(Screen.SCHEME);
                    }
                },
                error -> {}, () -> {}));
    }

    private DataViewModel data(Pickers pickers, SaveState saveState) {
        return new DataViewModel(
                new DataViewModel.Services(
                        composition.workspace().calls(), composition.importer(), composition.duplicates(), composition.mappings(),
                        new WatchedFolder(settings, composition.workspace().watchedFiles()), composition.export(), composition.forecasts(), queue, saveState, background,
                        composition.clock(), annotator, SampleCalls.folder().orElse(null)),
                pickers.data());
    }

    private void go(Screen screen) {
        shell.screenProperty().set(screen);
    }

    private void registerGeneral() {
        String group = Texts.text("group.general");
        for (Screen screen : Screen.values()) {
            commands.add(Command.of("go." + screen.id(), group, Texts.text("go.to", screen.title()), screen.keys(), "", () -> go(screen)));
        }
        commands.add(Command.of("edit.undo", group, Texts.text("edit.undo"), "Ctrl+Z", "", this::undo).when(annotate.canUndoProperty()));
        commands.add(Command.of("edit.redo", group, Texts.text("edit.redo"), "Ctrl+Shift+Z", "", this::redo).when(annotate.canRedoProperty()));
        commands.add(Command.of("app.palette", group, Texts.text("app.palette"), "Ctrl+K", "", () -> overlay().palette()));
        commands.add(Command.of("app.shortcuts", group, Texts.text("app.shortcuts"), "?", "", () -> overlay().shortcuts()));
        commands.add(Command.of("app.text.larger", group, Texts.text("app.text.larger"), "Ctrl+=", "", () -> useTextSize(textSize.step(1))));
        commands.add(Command.of("app.text.smaller", group, Texts.text("app.text.smaller"), "Ctrl+-", "", () -> useTextSize(textSize.step(-1))));
        commands.add(Command.of("app.text.usual", group, Texts.text("app.text.usual"), "Ctrl+0", "", () -> useTextSize(TextSize.PERCENT_100)));
        commands.add(Command.of("app.annotator", group, Texts.text("app.annotator"), "Ctrl+U", "", this::changeAnnotator).withHint(Texts.text("app.annotator.hint")));
        commands.add(Command.of("app.theme", group, Texts.text("app.theme"), "Ctrl+D", "", this::switchTheme));
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
            there = new Overlays(shellView, commands, this::useKeys);
            overlays.set(there);
        }
        return there;
    }

    private void changeAnnotator() {
        PeopleList people = new PeopleList(annotator, Team::named, handOver);
        overlay().people(people);
        background.start(new Tasks.Job<>(Texts.text("people.reading"), true, progress -> composition.team().members(), people::show, people::failed, () -> {}));
    }

    private void switchTheme() {
        use(theme.next());
        settings.put(Settings.THEME, theme.name());
    }

    private void useTextSize(TextSize wanted) {
        textSize = wanted;
        textSize.apply(root);
        settings.put(Settings.TEXT_SIZE, textSize.name());
    }

    private void useKeys(Keymap keymap) {
        commands.remap(keymap);
        settings.put(Settings.KEYS, keymap.written());
    }

    /** Shows the window's content in this theme. */
    public void use(Theme wanted) {
        theme = wanted;
        if (root.getScene() != null) {
            theme.apply(root.getScene());
        }
    }

    Theme theme() {
        return theme;
    }

    Parent root() {
        return root;
    }

    /** Takes the keys of this scene, of which it is the root. */
    void attach(Scene scene) {
        theme.apply(scene);
        shellView.attach(scene);
    }

    /** Takes no keys any more. */
    void detach() {
        shellView.detach();
    }

    /** Looks for what came about in the background without this workbench being told. */
    void catchUp() {
        scorer.reload();
        queue.rebuild(() -> {});
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
            suggestions.learn();
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
        return commands;
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
