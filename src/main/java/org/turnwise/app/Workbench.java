package org.turnwise.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.CallId;
import org.turnwise.settings.Settings;
import org.turnwise.ui.annotate.AnnotateCommands;
import org.turnwise.ui.annotate.AnnotateView;
import org.turnwise.ui.annotate.AnnotateViewModel;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.FxTasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.shell.Overlays;
import org.turnwise.ui.shell.Screen;
import org.turnwise.ui.shell.ShellView;
import org.turnwise.ui.shell.ShellViewModel;
import org.turnwise.ui.shell.Theme;
import org.turnwise.ui.shell.Views;

/** The desktop of one workspace, put together: view models, commands, screens. JavaFX thread. */
public final class Workbench implements AutoCloseable {

    private final Composition composition;
    private final FxTasks background = FxTasks.background();
    private final FxTasks writes = FxTasks.inOrder("journal");
    private final Commands commands = new Commands();
    private final WorkQueue queue;
    private final AnnotateViewModel annotate;
    private final ShellViewModel shell;
    private final ShellView shellView;
    private final Parent root;
    private Theme theme;

    public Workbench(Composition composition, Pickers pickers) {
        this.composition = composition;
        Settings settings = composition.workspace().settings();
        theme = settings.get(Settings.THEME).map(Theme::valueOf).orElse(Theme.LIGHT);
        SaveState saveState = new SaveState(composition.clock());
        ActiveScorer scorer = new ActiveScorer(composition.workspace().scorerVersions());
        Labeling labeling = new Labeling(
                composition.workspace().journal(), composition.scheme(), annotator(settings), composition.clock(), composition.outcomes()::follow);
        queue = new WorkQueue(composition.queue(), composition.forecasts(), background);
        shell = new ShellViewModel(
                saveState, scorer, background.activities(), String.valueOf(composition.workspace().folder().getFileName()), composition.scheme().id());
        annotate = new AnnotateViewModel(
                composition.workspace().calls(), labeling, composition.scheme(), composition.outcomes(), composition.forecasts(), queue, saveState, background, writes);
        Map<Class<?>, Object> controllers = new HashMap<>();
        registerGeneral();
        AnnotateCommands.of(annotate).forEach(commands::add);
        controllers.put(AnnotateView.class, new AnnotateView(annotate, commands));
        Views views = new Views(controllers);
        shellView = new ShellView(shell, commands, views);
        controllers.put(ShellView.class, shellView);
        root = views.load("/fxml/shell.fxml");
    }
}
