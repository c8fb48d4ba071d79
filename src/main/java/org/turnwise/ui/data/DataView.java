package org.turnwise.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.ImportRuns;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Activity;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Binds import, its report, and what the middle shows; takes files dropped anywhere on the screen. */
public final class DataView implements ScreenView {

    private final DataViewModel model;
    private final Commands commands;
    private final ObservableList<Activity> activities;
    /** Held here: the tasks outlive this view, and know it only weakly. */
    private final ListChangeListener<Activity> whenActivitiesChange = change -> showActivity();
    private final SpeakersPane people;

    @FXML private BorderPane root;
    @FXML private HBox drop;
    @FXML private Button files;
    @FXML private Button folder;
    @FXML private VBox running;
    @FXML private Label runningTitle;
    @FXML private Button cancel;
    @FXML private ProgressBar progress;
    @FXML private Label runningStep;
    @FXML private HBox summary;
    @FXML private Label summaryText;
    @FXML private Button copy;
    @FXML private ListView<ReportLine> report;
    @FXML private StackPane noReport;
    @FXML private Button watch;
    @FXML private Label watchStatus;
    @FXML private VBox unfinished;
    @FXML private Label unfinishedTitle;
    @FXML private Label unfinishedText;
    @FXML private HBox unfinishedActions;
    @FXML private HBox parts;
    @FXML private StackPane centre;

    /** @param activities tasks under way, for the progress in the pane */
    public DataView(DataViewModel model, Commands commands, ObservableList<Activity> activities) {
        this.model = model;
        this.commands = commands;
        this.activities = activities;
        this.people = new SpeakersPane(model, commands);
    }

    @FXML
    private void initialize() {
        Buttons.bind(files, commands.get("data.import"));
        files.setText(Texts.text("data.files"));
        Buttons.bind(folder, commands.get("data.folder"));
        bindDrop();
        bindRunning();
        bindReport();
        bindUnfinished();
        bindWatch();
        buildParts();
    }

    private void bindDrop() {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                mark(drop, "over", true);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> mark(drop, "over", false));
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            mark(drop, "over", false);
            model.imports().run(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private void bindRunning() {
        running.visibleProperty().bind(model.imports().busyProperty());
        running.managedProperty().bind(model.imports().busyProperty());
        cancel.setOnAction(event -> model.imports().cancel());
        model.imports().busyProperty().subscribe(busy -> showActivity());
        activities.addListener(new WeakListChangeListener<>(whenActivitiesChange));
    }

    private void showActivity() {
        runningTitle.setText(model.imports().title());
        progress.progressProperty().unbind();
        runningStep.textProperty().unbind();
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        runningStep.setText("");
        activities.stream().filter(activity -> activity.title().equals(model.imports().title())).findFirst().ifPresent(activity -> {
            progress.progressProperty().bind(activity.doneProperty());
            runningStep.textProperty().bind(activity.whatProperty());
        });
    }

    private void bindReport() {
        report.setItems(model.imports().lines());
        report.setCellFactory(list -> new ReportCell(model::change));
        report.getSelectionModel().selectedItemProperty().subscribe(line -> model.lineProperty().set(line));
        copy.setText(Texts.text("data.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.imports().reportText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        model.imports().reportProperty().subscribe(this::showReport);
        model.imports().noticeProperty().subscribe(notice -> showReport());
    }

    private void showReport() {
        ImportReport last = model.imports().reportProperty().get();
        Notice notice = model.imports().noticeProperty().get();
        summary.setVisible(last != null);
        summary.setManaged(last != null);
        report.setVisible(last != null && notice == null);
        noReport.setVisible(last == null || notice != null);
        if (last != null) {
            summaryText.setText(Texts.text("data.report", last.imported().size(), last.duplicates().size(), last.failed().size()));
        }
        noReport.getChildren().setAll(notice == null
                ? new EmptyState(Feather.FILE_TEXT, Texts.text("data.noreport"), Texts.text("data.noreport.why"))
                : new EmptyState(notice.tone().equals("bad") ? Feather.ALERT_OCTAGON : Feather.INFO, notice.title(), notice.text(),
                        commands.get("data.import")));
    }

    private void bindUnfinished() {
        Button resume = Buttons.of(commands.get("data.resume"));
        resume.getStyleClass().add("accent");
        unfinishedActions.getChildren().setAll(resume, Buttons.of(commands.get("data.leave")));
        model.imports().unfinishedProperty().subscribe(left -> showUnfinished());
        model.imports().busyProperty().subscribe(busy -> showUnfinished());
    }

    private void showUnfinished() {
        ImportRuns.Unfinished left = model.imports().unfinishedProperty().get();
        boolean shown = left != null && !model.imports().busyProperty().get();
        unfinished.setVisible(shown);
        unfinished.setManaged(shown);
        if (left != null) {
            String what = left.paths().size() == 1
                    ? String.valueOf(Path.of(left.paths().getFirst()).getFileName())
                    : Texts.text("data.npaths", left.paths().size());
            unfinishedTitle.setText(Texts.text("data.unfinished", what));
            unfinishedTitle.setTooltip(new Tooltip(String.join("\n", left.paths())));
            unfinishedText.setText(
                    Texts.text("data.unfinished.why", left.left(), left.files(), Figures.day(left.begunAt()), Figures.timeOfDay(left.begunAt())));
        }
    }

    private void bindWatch() {
        Buttons.bind(watch, commands.get("data.watch"));
        model.watch().folderProperty().subscribe(folder -> {
            watch.setText(Texts.text(folder == null ? "data.watch" : "data.unwatch"));
            watchStatus.setVisible(folder != null);
            watchStatus.setManaged(folder != null);
            watchStatus.setTooltip(folder == null ? null : new Tooltip(folder.toString()));
        });
        watchStatus.textProperty().bind(model.watch().statusProperty());
    }

    private void buildParts() {
        Map<DataViewModel.Part, Region> panes = Map.of(
                DataViewModel.Part.PEOPLE, people, DataViewModel.Part.ROSTER, new RosterPane(model.roster(), commands), DataViewModel.Part.TWICE,
                new DuplicatesPane(model.twice(), commands),
                DataViewModel.Part.FIELDS, new FieldsPane(model.fields(), commands), DataViewModel.Part.EXPORT, new ExportPane(model.export(), commands));
        DataViewModel.Part[] all = DataViewModel.Part.values();
        for (DataViewModel.Part part : all) {
            Command command = commands.get("data.part." + Words.lower(part));
            ToggleButton button = new ToggleButton(command.text(), Parts.keyCap(command.keys()));
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.getStyleClass().addAll("segment", part == all[0] ? "first" : part == all[all.length - 1] ? "last" : "middle");
            button.setTooltip(new Tooltip(command.hint()));
            button.setOnAction(event -> command.run());
            button.setMinWidth(Region.USE_PREF_SIZE);
            InvalidationListener name = changed -> button.setText(named(part, command.text()));
            model.sides().speakers().addListener(name);
            model.sides().searchProperty().addListener(name);
            model.twice().countProperty().addListener(name);
            name.invalidated(model.twice().countProperty());
            model.partProperty().subscribe(now -> button.setSelected(now == part));
            parts.getChildren().add(button);
            centre.getChildren().add(panes.get(part));
        }
        model.partProperty().subscribe(now -> panes.forEach((part, pane) -> pane.setVisible(part == now)));
        model.partProperty().addListener((value, before, now) -> focusPart(panes.get(now)));
    }

    private void focusPart(@Nullable Region pane) {
        if (pane != null && pane.getScene() != null) {
            pane.requestFocus();
        }
    }

    private String named(DataViewModel.Part part, String text) {
        int count = switch (part) {
            case PEOPLE -> model.sides().searchProperty().get().isBlank() ? model.sides().openCount() : 0;
            case TWICE -> model.twice().countProperty().get();
            case ROSTER, FIELDS, EXPORT -> 0;
        };
        return count == 0 ? text : text + "  " + Figures.count(count);
    }

    private static void mark(Node node, String style, boolean on) {
        node.getStyleClass().remove(style);
        if (on) {
            node.getStyleClass().add(style);
        }
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subtitle();
    }

    @Override
    public List<Node> actions() {
        return List.of(Buttons.of(commands.get("data.label")));
    }

    @Override
    public List<Command> contextual() {
        return List.of(Command.of("data.find", Texts.text("screen.data"), Texts.text("data.find"), "/", "data", this::find));
    }

    @Override
    public void focus() {
        model.refresh();
        people.requestFocus();
    }

    private void find() {
        model.partProperty().set(DataViewModel.Part.PEOPLE);
        people.find();
    }
}
