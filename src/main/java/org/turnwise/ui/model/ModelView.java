package org.turnwise.ui.model;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersion.Origin;
import org.turnwise.scoring.evaluation.LearningCurve;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Activity;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Binds the scorer versions, the verdict and the training under way. */
public final class ModelView implements ScreenView {

    private final ModelViewModel model;
    private final Commands commands;
    private final ObservableList<Activity> activities;
    /** Held here: the tasks outlive this view, and know it only weakly. */
    private final ListChangeListener<Activity> whenActivitiesChange = change -> showActivity();

    @FXML private VBox running;
    @FXML private Label runningTitle;
    @FXML private Button cancel;
    @FXML private ProgressBar progress;
    @FXML private Label runningStep;
    @FXML private ListView<ScorerVersion> versions;
    @FXML private ScrollPane centre;
    @FXML private HBox notice;
    @FXML private Label title;
    @FXML private StackPane status;
    @FXML private Label facts;
    @FXML private HBox verdict;
    @FXML private FontIcon verdictIcon;
    @FXML private Label verdictTitle;
    @FXML private Label verdictText;
    @FXML private Button keep;
    @FXML private Button promote;
    @FXML private Label beforePromoting;
    @FXML private VBox measured;
    @FXML private VBox unmeasured;
    @FXML private Label measuredOn;
    @FXML private GridPane metrics;
    @FXML private GridPane legend;
    @FXML private StackPane empty;
    private @Nullable MetricsTable table;

    /**
     * @param commands   the registry; besides the screen's own it holds {@code rewards.import}, the next step while outcomes are too few
     * @param activities tasks under way, for the progress in the pane
     */
    public ModelView(ModelViewModel model, Commands commands, ObservableList<Activity> activities) {
        this.model = model;
        this.commands = commands;
        this.activities = activities;
    }

    @FXML
    private void initialize() {
        table = new MetricsTable(metrics);
        bindList();
        bindRunning();
        Buttons.bind(promote, commands.get("model.promote"));
        Buttons.bind(keep, commands.get("model.keep"));
        hideWhenUnusable(promote);
        hideWhenUnusable(keep);
        fillLegend();
        model.selectedProperty().subscribe(version -> showEmpty(version == null));
        model.seenProperty().subscribe(this::showSeen);
        model.learningProperty().subscribe(curves -> showSeen(model.seenProperty().get()));
        model.verdict().subscribe(this::showVerdict);
        model.noticeProperty().subscribe(this::showNotice);
    }

    private void bindList() {
        versions.setItems(model.versions());
        versions.setCellFactory(list -> new VersionCell());
        versions.getSelectionModel().selectedItemProperty().subscribe(version -> {
            if (version != null && version != model.selectedProperty().get()) {
                model.select(version);
            }
        });
        model.selectedProperty().subscribe(version -> versions.getSelectionModel().select(version));
        model.versions().addListener((ListChangeListener<ScorerVersion>) change -> versions.getSelectionModel().select(model.selectedProperty().get()));
    }

    private void bindRunning() {
        running.visibleProperty().bind(model.busyProperty());
        running.managedProperty().bind(model.busyProperty());
        cancel.setOnAction(event -> model.cancel());
        model.busyProperty().subscribe(busy -> showActivity());
        activities.addListener(new WeakListChangeListener<>(whenActivitiesChange));
    }

    private void showActivity() {
        runningTitle.setText(model.runningTitle());
        progress.progressProperty().unbind();
        runningStep.textProperty().unbind();
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        runningStep.setText("");
        activities.stream().filter(activity -> activity.title().equals(model.runningTitle())).findFirst().ifPresent(activity -> {
            progress.progressProperty().bind(activity.doneProperty());
            runningStep.textProperty().bind(activity.whatProperty());
        });
    }

    private void showSeen(@Nullable Seen seen) {
        centre.setVisible(seen != null);
        if (seen == null || table == null) {
            return;
        }
        ScorerVersion version = seen.version();
        title.setText(Texts.text("model.version", version.number()));
        status.getChildren().setAll(VersionCell.pill(version.status()));
        facts.setText(Texts.text("model.facts", Math.max(1, Math.round(version.seconds())), String.valueOf(version.seed()),
                version.snapshot().substring(0, Math.min(8, version.snapshot().length())), version.scheme(), version.policyVersion(), origin(version)));
        showMeasured(seen);
        unmeasured.setVisible(seen.evaluation() == null);
        unmeasured.setManaged(seen.evaluation() == null);
        measuredOn.setText(Texts.text("model.measured", version.metrics().calls()));
        table.show(version, seen.against());
    }

    private void showMeasured(Seen seen) {
        VersionEvaluation evaluation = seen.evaluation();
        measured.getChildren().clear();
        if (evaluation != null) {
            List<LearningCurve> learning = model.learningProperty().get();
            EvaluationPane pane = new EvaluationPane(evaluation.report(), learning);
            if (seen.against() != null && seen.paired() != null) {
                pane.against(seen.against().number(), seen.paired());
            }
            if (seen.version().origin() instanceof Origin.Refresh refresh) {
                pane.comparedByMembersOf(refresh.full());
            }
            measured.getChildren().add(pane);
            if (learning.isEmpty()) {
                measured.getChildren().add(labelsUnmeasured());
            }
        }
        measured.setVisible(evaluation != null);
        measured.setManaged(evaluation != null);
    }

    private Node labelsUnmeasured() {
        Label words = Parts.styled(Texts.text("model.labels.why"), "muted");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button measure = Buttons.of(commands.get("model.labels"));
        measure.setMinWidth(Button.USE_PREF_SIZE);
        HBox card = new HBox(12, words, measure);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("card");
        return card;
    }

    private void showEmpty(boolean noVersion) {
        empty.setVisible(noVersion);
        if (!noVersion) {
            return;
        }
        ModelViewModel.Notice said = model.noticeProperty().get();
        if (said == null) {
            empty.getChildren().setAll(new EmptyState(Feather.ACTIVITY, Texts.text("model.empty"), Texts.text("model.empty.why"), commands.get("model.train")));
        } else if (said.importOutcomes()) {
            empty.getChildren().setAll(
                    new EmptyState(Feather.ACTIVITY, said.title(), said.text(), commands.get("rewards.import"), commands.get("model.train")));
        } else {
            empty.getChildren().setAll(new EmptyState(Feather.ALERT_OCTAGON, said.title(), said.text(), commands.get("model.train")));
        }
    }

    private void showVerdict(@Nullable Verdict now) {
        if (now == null) {
            return;
        }
        verdict.getStyleClass().removeAll("good", "unsure", "bad", "info");
        verdict.getStyleClass().add(Words.lower(now.tone()));
        verdictIcon.setIconCode(switch (now.tone()) {
            case GOOD -> Feather.CHECK_CIRCLE;
            case UNSURE -> Feather.ALERT_TRIANGLE;
            case BAD -> Feather.ALERT_OCTAGON;
            case INFO -> Feather.INFO;
        });
        verdictTitle.setText(now.title());
        verdictText.setText(now.text());
        Seen seen = model.seenProperty().get();
        String before = seen == null ? "" : now.beforePromoting(seen);
        beforePromoting.setText(before);
        beforePromoting.setVisible(!before.isEmpty());
        beforePromoting.setManaged(!before.isEmpty());
    }

    private void showNotice(ModelViewModel.@Nullable Notice now) {
        notice.setVisible(now != null);
        notice.setManaged(now != null);
        showEmpty(model.selectedProperty().get() == null);
        if (now == null) {
            return;
        }
        Label text = Parts.styled(now.text());
        text.setWrapText(true);
        VBox words = new VBox(2, Parts.styled(now.title(), "semibold"), text);
        HBox.setHgrow(words, Priority.ALWAYS);
        notice.getStyleClass().setAll("notice", now.tone());
        notice.getChildren().setAll(
                Parts.icon(now.tone().equals("good") ? Feather.CHECK_CIRCLE : now.tone().equals("info") ? Feather.INFO : Feather.ALERT_TRIANGLE), words);
        if (now.importOutcomes()) {
            notice.getChildren().add(Buttons.of(commands.get("rewards.import")));
        }
    }

    private void fillLegend() {
        int row = 0;
        for (String measure : List.of("auc", "brier", "logloss", "ece")) {
            Label name = Parts.styled(Texts.text("model." + measure + ".head"), "medium");
            name.setMinWidth(Label.USE_PREF_SIZE);
            Label words = Parts.styled(Texts.text("model." + measure + ".read"), "muted");
            words.setWrapText(true);
            legend.addRow(row++, name, words);
        }
    }

    private static void hideWhenUnusable(Button button) {
        button.visibleProperty().bind(button.disabledProperty().not());
        button.managedProperty().bind(button.disabledProperty().not());
    }

    private static String origin(ScorerVersion version) {
        return switch (version.origin()) {
            case Origin.Full full -> Texts.text("model.fully");
            case Origin.Refresh refresh -> Texts.text("model.over", refresh.full());
        };
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subtitle();
    }

    @Override
    public List<Node> actions() {
        Button back = Buttons.of(commands.get("model.rollback"));
        back.textProperty().bind(model.rollBackText());
        return List.of(back, Buttons.of(commands.get("model.refresh")), Buttons.of(commands.get("model.train")));
    }

    @Override
    public void focus() {
        versions.requestFocus();
    }
}
