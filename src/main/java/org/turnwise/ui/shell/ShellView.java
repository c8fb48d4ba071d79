package org.turnwise.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.KeyDispatcher;
import org.turnwise.ui.common.Activity;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** The frame: binds the shell's view model to the rail, the bars and the content, and feeds keys to commands. */
public final class ShellView {

    private final ShellViewModel model;
    private final Commands commands;
    private final Views views;
    private final PaneLayout layout;
    private final ReadOnlyIntegerProperty writes;
    private final Map<Screen, Views.Loaded> screens = new EnumMap<>(Screen.class);
    /** Held here: the tasks outlive this view, and know it only weakly. */
    private final ListChangeListener<Activity> whenActivitiesChange = change -> showActivity();
    private Runnable leave = () -> {};
    private final Map<Screen, ToggleButton> railButtons = new EnumMap<>(Screen.class);

    @FXML private StackPane root;
    @FXML private VBox rail;
    @FXML private Label title;
    @FXML private Label subtitle;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private HBox actions;
    @FXML private StackPane content;
    @FXML private Label saved;
    @FXML private Button annotator;
    @FXML private Label workspace;
    @FXML private Label scheme;
    @FXML private Label scorer;
    @FXML private FlowPane continuations;
    @FXML private Label task;
    @FXML private ProgressBar taskProgress;
    @FXML private Hyperlink taskCancel;

    /** @param writes how many edits are on their way to the disk */
    public ShellView(ShellViewModel model, Commands commands, Views views, PaneLayout layout, ReadOnlyIntegerProperty writes) {
        this.model = model;
        this.commands = commands;
        this.views = views;
        this.layout = layout;
        this.writes = writes;
    }

    @FXML
    private void initialize() {
        buildRail();
        bindTool(undo, "edit.undo", Feather.CORNER_UP_LEFT);
        bindTool(redo, "edit.redo", Feather.CORNER_UP_RIGHT);
        bindStatusBar();
        model.screenProperty().subscribe(this::show);
    }

    /** A screen is loaded when it is first gone to: the window need not wait for those that nobody looks at. */
    private Views.Loaded loaded(Screen screen) {
        Views.Loaded there = screens.get(screen);
        if (there != null) {
            return there;
        }
        Views.Loaded loaded = views.load(screen);
        screens.put(screen, loaded);
        layout.follow(screen, loaded.root());
        loaded.root().setVisible(false);
        content.getChildren().add(loaded.root());
        return loaded;
    }

    /** Takes keys from this scene and lays the overlays over it. */
    public void attach(Scene scene) {
        KeyDispatcher keys = new KeyDispatcher(() -> overlaid() ? List.of() : candidates());
        keys.listenTo(scene);
        new NextKeys(root, continuations, () -> current().view(), writes).follow(keys);
        leave = () -> keys.leave(scene);
        current().view().focus();
    }

    /** Whether something lies over the screens, which has the keys to itself. */
    private boolean overlaid() {
        return root.getChildren().stream().anyMatch(node -> node.getStyleClass().contains("scrim"));
    }

    /** Takes keys no more. */
    public void detach() {
        leave.run();
    }

    /** Where overlays are laid. */
    StackPane root() {
        return root;
    }

    /** What can be meant now, for keys, palette and shortcut sheet: the screen's own first. */
    List<Command> candidates() {
        List<Command> candidates = new ArrayList<>(current().view().contextual().stream().map(commands.keymap()::applied).toList());
        candidates.addAll(commands.on(model.screenProperty().get().id()));
        return candidates;
    }

    /** Id of the screen in view. */
    String screen() {
        return model.screenProperty().get().id();
    }

    /** Everything that can be done anywhere, each once, with the keys it comes with. */
    List<Command> everything() {
        Map<String, Command> byId = new LinkedHashMap<>();
        commands.all().forEach(command -> byId.put(command.id(), command));
        Arrays.stream(Screen.values()).map(this::loaded)
                .forEach(loaded -> loaded.view().everyContextual().forEach(command -> byId.putIfAbsent(command.id(), command)));
        return List.copyOf(byId.values());
    }

    private Views.Loaded current() {
        return loaded(model.screenProperty().get());
    }

    private void show(Screen screen) {
        Views.Loaded loaded = loaded(screen);
        screens.forEach((other, there) -> there.root().setVisible(other == screen));
        ToggleButton button = railButtons.get(screen);
        if (button != null) {
            button.setSelected(true);
        }
        title.setText(screen.title());
        subtitle.textProperty().bind(loaded.view().subtitle());
        actions.getChildren().setAll(loaded.view().actions());
        // what has no skin yet takes no keys, and the next one may come before the next picture
        loaded.root().applyCss();
        loaded.view().focus();
    }

    private void buildRail() {
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            ToggleButton button = new ToggleButton(screen.title(), Parts.icon(screen.icon()));
            button.getStyleClass().add("rail-button");
            button.setId("rail-" + screen.id());
            button.setToggleGroup(group);
            Command command = commands.get("go." + screen.id());
            showKeys(button, command);
            button.setOnAction(event -> {
                button.setSelected(true);
                command.run();
            });
            railButtons.put(screen, button);
            rail.getChildren().add(button);
        }
    }

    private void bindTool(Button button, String commandId, Feather icon) {
        Command command = commands.get(commandId);
        button.setId(commandId);
        button.setGraphic(Parts.icon(icon));
        button.setAccessibleText(command.text());
        showKeys(button, command);
        button.setOnAction(event -> command.run());
        button.disableProperty().bind(command.enabled().map(enabled -> !enabled));
    }

    private static void showKeys(ButtonBase button, Command command) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(command.shownKeys().map(keys -> command.text() + "  " + keys));
        button.setTooltip(tooltip);
    }

    private void bindStatusBar() {
        saved.textProperty().bind(model.saved());
        Node good = Parts.icon(Feather.CHECK_CIRCLE);
        Node bad = Parts.icon(Feather.ALERT_CIRCLE);
        saved.graphicProperty().bind(model.saveFailed().flatMap(failed -> model.anySaved().map(any -> failed ? bad : any ? good : null)));
        model.saveFailed().subscribe(failed -> mark(saved, "failed", failed));
        model.anySaved().subscribe(any -> mark(saved, "saved", any));
        Command who = commands.get("app.annotator");
        annotator.setText(model.annotator());
        annotator.setAccessibleText(Texts.text("status.annotator", model.annotator()));
        showKeys(annotator, who);
        annotator.setOnAction(event -> who.run());
        workspace.setText(model.workspace());
        scheme.textProperty().bind(model.schemeProperty());
        scorer.textProperty().bind(model.scorer());
        model.activities().addListener(new WeakListChangeListener<>(whenActivitiesChange));
        showActivity();
    }

    private void showActivity() {
        boolean running = !model.activities().isEmpty();
        taskProgress.setVisible(running);
        taskProgress.setManaged(running);
        taskCancel.setVisible(running);
        taskCancel.setManaged(running);
        task.textProperty().unbind();
        taskProgress.progressProperty().unbind();
        if (!running) {
            task.setText(Texts.text("status.notask"));
            return;
        }
        Activity activity = model.activities().getLast();
        task.textProperty().bind(activity.whatProperty().map(what -> what.isEmpty() ? activity.title() : activity.title() + ", " + what));
        taskProgress.progressProperty().bind(activity.doneProperty());
        taskCancel.setOnAction(event -> activity.cancel());
    }

    private static void mark(Node node, String style, boolean on) {
        node.getStyleClass().remove(style);
        if (on) {
            node.getStyleClass().add(style);
        }
    }
}
