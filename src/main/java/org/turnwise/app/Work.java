package org.turnwise.app;

import java.util.function.Consumer;
import org.turnwise.annotation.Comebacks;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.CallId;
import org.turnwise.settings.Settings;
import org.turnwise.suggestion.Suggestions;
import org.turnwise.ui.annotate.AnnotateViewModel;
import org.turnwise.ui.annotate.SuggestionsViewModel;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.Keymap;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.FxTasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.shell.Screen;

/**
 * What one person's screens work on together.
 *
 * @param annotator who is at work
 * @param go        brings a screen into view
 */
record Work(
        Composition composition, Pickers pickers, Desktop.Lanes lanes, String annotator, Commands commands, SaveState saveState,
        ActiveScorer scorer, WorkQueue queue, Comebacks comebacks, Labeling labeling, AnnotateViewModel annotate, SuggestionsViewModel suggestions,
        Consumer<Screen> go) {

    static Work of(Composition composition, Pickers pickers, Desktop.Lanes lanes, Consumer<Screen> go) {
        Journal journal = composition.workspace().journal();
        Settings settings = composition.workspace().settings();
        String annotator = composition.annotator();
        Commands commands = new Commands();
        commands.remap(Keymap.read(settings.get(Settings.KEYS).orElse("")));
        SaveState saveState = new SaveState(composition.clock());
        WorkQueue queue = new WorkQueue(composition.queue(), lanes.background());
        Suggestions suggester = new Suggestions(
                journal, composition.workspace().calls(), composition.scheme(), composition.embeddings(),
                composition.workspace().suggestionDecisions(), annotator);
        Labeling labeling = new Labeling(journal, composition.scheme(), annotator, composition.clock(), edit -> {
            composition.follow(edit);
            suggester.follow(edit);
        });
        AnnotateViewModel annotate = new AnnotateViewModel(
                composition.workspace().calls(), labeling, composition.scheme(), composition.outcomes(), composition.forecasts(), queue, saveState,
                lanes.background(), lanes.writes());
        return new Work(
                composition, pickers, lanes, annotator, commands, saveState,
                new ActiveScorer(composition.workspace().scorerVersions()),
                queue, new Comebacks(journal, settings, composition.clock()), labeling, annotate,
                new SuggestionsViewModel(annotate, suggester, labeling, lanes.background()), go);
    }

    FxTasks background() {
        return lanes.background();
    }

    FxTasks writes() {
        return lanes.writes();
    }

    Settings settings() {
        return composition.workspace().settings();
    }

    /** Opens a call at a turn on the annotate screen. */
    void show(CallId call, int turn) {
        go.accept(Screen.ANNOTATE);
        annotate.goTo(call, turn);
    }
}
