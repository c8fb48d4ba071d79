package org.turnwise.ui.data;

import java.io.File;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.intake.ImportReport;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Activity;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Binds import, sides and export; takes files dropped anywhere on the screen. */
public final class DataView implements ScreenView {

    private final DataViewModel model;
    private final Commands commands;
    private final ObservableList<Activity> activities;

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
    @FXML private Label sidesText;
    @FXML private TextField search;
    @FXML private Button accept;
    @FXML private TableView<Speaker> speakers;
    @FXML private StackPane noSpeakers;
    @FXML private Label selectedSpeaker;
    @FXML private Button rep;
    @FXML private Button customer;
    @FXML private Button other;
    @FXML private HBox formats;
    @FXML private HBox scopes;
    @FXML private Button export;
    @FXML private Label exportHint;
    @FXML private HBox exportNotice;

    /** @param activities tasks under way, for the progress in the pane */
    public DataView(DataViewModel model, Commands commands, ObservableList<Activity> activities) {
        this.model = model;
        this.commands = commands;
        this.activities = activities;
    }

    @FXML
    private void initialize() {
        Buttons.bind(files, commands.get("data.import"));
        files.setText(Texts.text("data.files"));
        Buttons.bind(folder, commands.get("data.folder"));
        bindDrop();
        bindRunning();
        bindReport();
        bindSides();
        bindExport();
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
        activities.addListener((ListChangeListener<Activity>) change -> showActivity());
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
        report.setCellFactory(list -> new ReportCell());
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
                : new EmptyState(notice.tone().equals("bad") ? Feather.ALERT_OCTAGON : Feather.INFO, notice.title(), notice.text(), commands.get("data.import")));
    }

    private void bindSides() {
        SidesViewModel sides = model.sides();
        SpeakerColumns.put(speakers, (speaker, side) -> {
            sides.select(speaker);
            sides.settle(side);
        });
        speakers.setItems(sides.speakers());
        speakers.getSelectionModel().selectedItemProperty().subscribe(speaker -> {
            if (speaker != null && speaker != sides.selectedProperty().get()) {
                sides.select(speaker);
            }
        });
        sides.selectedProperty().subscribe(this::showSpeaker);
        search.textProperty().bindBidirectional(sides.searchProperty());
        search.setOnAction(event -> speakers.requestFocus());
        Buttons.bind(accept, commands.get("data.accept"));
        Buttons.bind(rep, commands.get("data.rep"));
        Buttons.bind(customer, commands.get("data.customer"));
        Buttons.bind(other, commands.get("data.other"));
        InvalidationListener show = changed -> showSides();
        sides.speakers().addListener(show);
        sides.noticeProperty().addListener(show);
        sides.loadedProperty().addListener(show);
        model.countProperty().addListener(show);
        showSides();
    }

    private void showSpeaker(@Nullable Speaker speaker) {
        selectedSpeaker.setText(speaker == null ? Texts.text("data.nospeaker") : speaker.places().size() == 1 ? Texts.text("data.placing.one", speaker.name()) : Texts.text("data.placing", speaker.name(), speaker.places().size()));
        int row = speaker == null ? -1 : model.sides().speakers().indexOf(speaker);
        if (row >= 0 && speakers.getSelectionModel().getSelectedIndex() != row) {
            speakers.getSelectionModel().clearAndSelect(row);
            speakers.scrollTo(Math.max(0, row - 4));
        }
    }

    private void showSides() {
        SidesViewModel sides = model.sides();
        boolean searching = !sides.searchProperty().get().isBlank();
        Notice notice = sides.noticeProperty().get();
        int open = sides.openCount();
        sidesText.setText(notice != null ? notice.title() + ": " + notice.text()
                : searching ? Texts.text("data.found", sides.speakers().size(), SpeakerFinder.MOST_FOUND)
                : open == 0 ? "" : Texts.text("data.open", open, sides.proposalCount()));
        mark(sidesText, "bad", notice != null);
        accept.setText(sides.proposalCount() == 0 ? Texts.text("data.accept") : Texts.text("data.accept.n", sides.proposalCount()));
        noSpeakers.setVisible(sides.speakers().isEmpty());
        noSpeakers.getChildren().setAll(searching
                ? new EmptyState(Feather.SEARCH, Texts.text("data.notfound"), Texts.text("data.notfound.why"))
                : model.countProperty().get() > 0
                        ? new EmptyState(Feather.CHECK_CIRCLE, Texts.text("data.allsettled"), Texts.text("data.allsettled.why"), commands.get("data.label"))
                        : new EmptyState(Feather.USERS, Texts.text("data.nosides"), Texts.text("data.nosides.why")));
    }

    private void bindExport() {
        ExportViewModel out = model.export();
        segments(formats, DatasetExport.Format.values(), out.formatProperty(), "data.format.");
        segments(scopes, ExportViewModel.Scope.values(), out.scopeProperty(), "data.scope.");
        Buttons.bind(export, commands.get("data.export"));
        out.scopeProperty().subscribe(scope -> exportHint.setText(Texts.text("data.scopehint." + Words.lower(scope), out.queued())));
        out.noticeProperty().subscribe(notice -> {
            exportNotice.setVisible(notice != null);
            exportNotice.setManaged(notice != null);
            if (notice != null) {
                Label text = Parts.styled(notice.text());
                text.setWrapText(true);
                VBox words = new VBox(2, Parts.styled(notice.title(), "semibold"), text);
                HBox.setHgrow(words, Priority.ALWAYS);
                exportNotice.getStyleClass().setAll("notice", notice.tone());
                exportNotice.getChildren().setAll(Parts.icon(notice.tone().equals("good") ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE), words);
            }
        });
    }

    private static <T extends Enum<T>> void segments(HBox box, T[] values, ObjectProperty<T> chosen, String texts) {
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(Texts.text(texts + Words.lower(value)));
            button.getStyleClass().addAll("segment", value == values[0] ? "first" : value == values[values.length - 1] ? "last" : "middle");
            button.setToggleGroup(group);
            button.setSelected(value == chosen.get());
            button.setMinWidth(78);
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.set(value);
            });
            box.getChildren().add(button);
        }
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
        return List.of(Command.of("data.find", Texts.text("screen.data"), Texts.text("data.find"), "/", "data", search::requestFocus));
    }

    @Override
    public void focus() {
        model.refresh();
        speakers.requestFocus();
    }
}
