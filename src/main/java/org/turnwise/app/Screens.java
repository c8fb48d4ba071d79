package org.turnwise.app;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Restoring;
import org.turnwise.annotation.agreement.Adjudication;
import org.turnwise.intake.roster.RosterEditor;
import org.turnwise.intake.watch.WatchedFolder;
import org.turnwise.review.Drafts;
import org.turnwise.review.Reviewer;
import org.turnwise.scoring.ScorerLearner;
import org.turnwise.scoring.WorkspaceExamples;
import org.turnwise.scoring.evaluation.LabelCurves;
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
import org.turnwise.ui.annotate.WhyViewModel;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.FxTasks;
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
import org.turnwise.ui.model.ReadingInPassing;
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
import org.turnwise.ui.shell.Screen;

/** The screens of one person's workbench: the view model, the commands and the view of each. JavaFX thread. */
final class Screens {

    private final Work work;
    private final Composition composition;
    private final FxTasks background;
    private final AnnotateViewModel annotate;
    private final WorkQueue queue;
    private final Commands commands;
    private final Map<Class<?>, Object> controllers = new HashMap<>();
    private final SchemeViewModel scheme;

    /**
     * Registers their commands.
     *
     * @param watch given what has to look by itself now and then
     */
    Screens(Work work, Watch watch) {
        this.work = work;
        composition = work.composition();
        background = work.background();
        annotate = work.annotate();
        queue = work.queue();
        commands = work.commands();
        buildAnnotate(watch);
        buildQueue();
        ModelViewModel model = model();
        buildRewards(model);
        buildFind();
        DataViewModel data = data();
        watch.add(() -> data.watch().look());
        AgreementViewModel agreement = agreement();
        buildReview(agreement);
        scheme = scheme();
    }

    /** One for each view, by its class. */
    Map<Class<?>, Object> controllers() {
        return controllers;
    }

    /** Draws the scheme anew, if its screen shows it. */
    void schemeChanged() {
        scheme.refresh();
    }

    private void go(Screen screen) {
        work.go().accept(screen);
    }

    private void buildAnnotate(Watch watch) {
        WhyViewModel why = new WhyViewModel(annotate, composition.forecasts(), composition.nearest(), background);
        AnnotateCommands.of(annotate, why).forEach(commands::add);
        HistoryViewModel history = new HistoryViewModel(
                annotate, composition.workspace().journal(), work.labeling(),
                new Restoring(composition.workspace().journal(), composition.scheme(), work.annotator(), composition.clock(), composition::follow),
                work.saveState(), background);
        AnnotateCommands.ofHistory(history).forEach(commands::add);
        SuggestionCommands.of(work.suggestions()).forEach(commands::add);
        PaceViewModel pace = new PaceViewModel(annotate, new PaceViewModel.Services(
                composition.workspace().journal(), composition.workspace().suggestionDecisions(), composition.readings(), composition.scheme(),
                work.annotator(),
                composition.clock(), ZoneId.systemDefault(), background));
        GuidanceViewModel guidance = new GuidanceViewModel(
                annotate, composition.workspace().journal(), composition.workspace().calls(), work.labeling(), work.settings(), background);
        watch.add(pace::look);
        AnnotateCommands.ofPace(pace, guidance).forEach(commands::add);
        controllers.put(AnnotateView.class, new AnnotateView(annotate, why, history, work.suggestions(), pace, guidance, commands));
    }

    private void buildQueue() {
        QueueViewModel queueModel = new QueueViewModel(queue, work.scorer(), annotate::setSkipped, annotate::setFlag, () -> go(Screen.ANNOTATE));
        QueueCommands.of(queueModel).forEach(commands::add);
        AssignViewModel assigning = new AssignViewModel(queueModel, new AssignViewModel.Services(
                composition.team(), reviewer(), annotate::store, background, () -> queue.rebuild(() -> {})));
        QueueCommands.ofAssigning(queueModel, assigning).forEach(commands::add);
        controllers.put(QueueView.class, new QueueView(queueModel, assigning, commands));
    }

    private ModelViewModel model() {
        ModelViewModel model = new ModelViewModel(work.scorer(), composition.workspace().scorerVersions(), composition.training(), labelCurves(), queue,
                background, work.lanes().models());
        new ReadingInPassing(composition.encodingAhead(), background).keepUp(queue, model.busyProperty());
        ModelCommands.of(model).forEach(commands::add);
        controllers.put(ModelView.class, new ModelView(model, commands, background.activities()));
        return model;
    }

    private LabelCurves labelCurves() {
        WorkspaceExamples examples = new WorkspaceExamples(
                composition.workspace().calls(), composition.outcomes(), composition.workspace().journal(), composition.scheme());
        return new LabelCurves(examples, composition.embeddings(), new ScorerLearner(composition.embeddings()));
    }

    private void buildRewards(ModelViewModel model) {
        RewardsViewModel rewards = new RewardsViewModel(
                new RewardServices(
                        composition.workspace().calls(), composition.workspace().journal(), composition.outcomes(), composition.workspace().rewards(),
                        composition.workspace().policies(),
                        composition.outcomeImport(), composition.matching(), composition.workspace().matches(), composition.workspace().deals(),
                        composition.forecasts(), composition.clock(), work.annotator()),
                queue, background, work.pickers().outcomes());
        RewardsCommands.of(rewards, () -> {
            go(Screen.MODEL);
            model.train();
        }).forEach(commands::add);
        controllers.put(RewardsView.class, new RewardsView(rewards, commands));
    }

    private void buildFind() {
        FindViewModel find = new FindViewModel(composition.find(), composition.searches(), composition.scheme(), queue, background, new FindViewModel.Ways(
                work::show,
                () -> go(Screen.FIND),
                () -> go(Screen.QUEUE)));
        FindCommands.of(find).forEach(commands::add);
        find.spoken().keepUp(queue);
        controllers.put(FindView.class, new FindView(find, commands));
    }

    private DataViewModel data() {
        RosterEditor roster = new RosterEditor(composition.workspace().calls(), composition.workspace().rosterChanges(), composition.clock());
        DataViewModel model = new DataViewModel(
                new DataViewModel.Services(
                        composition.workspace().calls(), composition.importer(), roster, composition.duplicates(), composition.mappings(),
                        new WatchedFolder(work.settings(), composition.workspace().watchedFiles()), composition.export(), composition.forecasts(), queue,
                        work.saveState(), background, work.lanes().imports(), composition.clock(), work.annotator(), SampleCalls.folder().orElse(null)),
                work.pickers().data());
        DataCommands.of(model, () -> go(Screen.DATA), () -> {
            go(Screen.ANNOTATE);
            annotate.openNext();
        }).forEach(commands::add);
        controllers.put(DataView.class, new DataView(model, commands, background.activities()));
        return model;
    }

    private AgreementViewModel agreement() {
        AgreementViewModel agreement = new AgreementViewModel(
                new AgreementViewModel.Services(
                        composition.readings(), composition.exchange(),
                        new Adjudication(composition.workspace().journal(), composition.scheme(), work.annotator(), composition.clock(), composition::follow),
                        composition.scheme(), work.comebacks(), background, work.writes(), work.annotator()),
                work.pickers().bundles(), () -> queue.rebuild(() -> {}));
        AgreementCommands.of(agreement).forEach(commands::add);
        controllers.put(AgreementView.class, new AgreementView(agreement, commands));
        return agreement;
    }

    private Reviewer reviewer() {
        return new Reviewer(composition.workspace().journal(), composition.scheme(), work.annotator(), composition.clock(), composition::follow);
    }

    private void buildReview(AgreementViewModel agreement) {
        Journal journal = composition.workspace().journal();
        Reviewer reviewer = reviewer();
        ReviewViewModel review = new ReviewViewModel(
                new ReviewViewModel.Services(
                        new ReviewReading(composition.workspace().calls(), journal, reviewer, composition.outcomes(), composition.forecasts()), reviewer,
                        new Drafts(work.settings(), work.annotator()), composition.scheme(), queue, work.saveState(), background, work.writes()),
                new ReviewViewModel.Ways(
                        () -> go(Screen.ANNOTATE),
                        () -> {
                            go(Screen.AGREEMENT);
                            agreement.bundling().write();
                        },
                        () -> {
                            go(Screen.AGREEMENT);
                            agreement.bundling().merge();
                        }));
        ReviewCommands.of(review).forEach(commands::add);
        controllers.put(ReviewView.class, new ReviewView(review, commands));
    }

    private SchemeViewModel scheme() {
        SchemeViewModel model = new SchemeViewModel(
                new SchemeViewModel.Services(
                        composition.scheme(), composition.workspace().journal(), composition.workspace().calls(), composition.readings(), background,
                        work.writes(), work.annotator()),
                commands, work.pickers().schemes(), work::show);
        SchemeCommands.of(model).forEach(commands::add);
        controllers.put(SchemeView.class, new SchemeView(model, commands));
        return model;
    }
}
