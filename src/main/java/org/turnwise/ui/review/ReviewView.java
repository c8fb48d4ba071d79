package org.turnwise.ui.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Participant;
import org.turnwise.scoring.TurningPoints.TurningPoint;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.ForecastChart;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Shown;
import org.turnwise.ui.common.SpeakerColumn;
import org.turnwise.ui.common.Texts;

/** Binds the calls to decide about, the one in hand, its thread and the decision. */
public final class ReviewView implements ScreenView {

    private static final double CHART_HEIGHT = 130;

    /** Longer than between two letters, and short enough that hardly a sentence is lost with the machine's power. */
    private static final Duration PAUSE_IN_TYPING = Duration.millis(700);

    private final ReviewViewModel model;
    private final Commands commands;
    private final ForecastChart chart;
    private final SpeakerColumn speakers = new SpeakerColumn();
    private final PauseTransition typing = new PauseTransition(PAUSE_IN_TYPING);
    private boolean placing;

    @FXML private SplitPane panes;
    @FXML private VBox callPane;
    @FXML private ListView<ReviewRow> open;
    @FXML private ListView<ReviewRow> decided;
    @FXML private Label openCount;
    @FXML private Label decidedCount;
    @FXML private Label title;
    @FXML private HBox tags;
    @FXML private Label people;
    @FXML private VBox why;
    @FXML private StackPane chartHolder;
    @FXML private Label evidenceCount;
    @FXML private Button context;
    @FXML private ListView<ReviewedCall.Row> turns;
    @FXML private Label threadCount;
    @FXML private VBox thread;
    @FXML private HBox notice;
    @FXML private TextArea draft;
    @FXML private Button post;
    @FXML private Button postCall;
    @FXML private Label outcome;
    @FXML private Button confirm;
    @FXML private ComboBox<org.turnwise.annotation.Label> outcomes;
    @FXML private Button correct;
    @FXML private Button back;
    @FXML private Label decidesAs;
    @FXML private StackPane empty;

    public ReviewView(ReviewViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
        this.chart = new ForecastChart(turn -> model.turnProperty().set(turn));
    }

    @FXML
    private void initialize() {
        ReviewCalls calls = model.calls();
        ListChangeListener<ReviewRow> changed = change -> showEmpty();
        new ReviewCallList(open, openCount, model.selectedProperty()).show(calls.open());
        new ReviewCallList(decided, decidedCount, model.selectedProperty()).show(calls.decided());
        calls.open().addListener(changed);
        calls.decided().addListener(changed);
        calls.readProperty().subscribe(this::showEmpty);
        bindCall();
        bindThread();
        bindDecision();
    }

    private void bindCall() {
        chart.setMinHeight(CHART_HEIGHT);
        chart.setPrefHeight(CHART_HEIGHT);
        chartHolder.getChildren().setAll(chart);
        turns.setCellFactory(list -> new ReviewTurnCell(model.scheme(), speakers, list.widthProperty()));
        callPane.getChildren().add(speakers.ruler());
        turns.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row instanceof ReviewedCall.Row.OfTurn turn && !placing) {
                model.turnProperty().set(turn.turn().ordinal());
            }
        });
        Buttons.bind(context, commands.get("review.context"));
        model.shownProperty().subscribe(this::showCall);
        model.everyTurnProperty().subscribe(every -> showTurns(model.shownProperty().get()));
        model.turnProperty().subscribe(turn -> selectTurn());
    }

    private void bindThread() {
        draft.textProperty().bindBidirectional(model.draft().wordsProperty());
        draft.focusedProperty().subscribe(focused -> model.draft().writingProperty().set(focused));
        typing.setOnFinished(event -> model.keepDraft());
        draft.textProperty().subscribe((before, now) -> typing.playFromStart());
        model.draft().writingProperty().subscribe(writing -> {
            if (writing) {
                draft.requestFocus();
                draft.end();
            } else if (draft.isFocused()) {
                turns.requestFocus();
            }
        });
        draft.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.draft().writingProperty().set(false);
                event.consume();
            }
        });
        Buttons.bind(post, commands.get("review.post"));
        Buttons.bind(postCall, commands.get("review.postcall"));
        model.noticeProperty().subscribe(this::showNotice);
    }

    private void bindDecision() {
        Buttons.bind(confirm, commands.get("review.confirm"));
        confirm.getStyleClass().add("accent");
        Buttons.bind(back, commands.get("review.back"));
        outcomes.getItems().setAll(model.scheme().ofKind(LabelKind.OUTCOME));
        outcomes.setConverter(Shown.as(label -> label.name() + (label.key() == null ? "" : "  " + label.key())));
        correct.disableProperty().bind(outcomes.valueProperty().isNull());
        correct.setOnAction(event -> {
            model.correct(outcomes.getValue());
            outcomes.setValue(null);
        });
        decidesAs.setText(Texts.text("review.as", model.person()));
    }

    private void showEmpty() {
        boolean none = model.calls().open().isEmpty() && model.calls().decided().isEmpty();
        empty.setVisible(none);
        if (none) {
            empty.getChildren().setAll(
                    model.calls().readProperty().get()
                            ? new EmptyState(
                                    Feather.CHECK_CIRCLE, Texts.text("review.none"), Texts.text("review.none.why"), commands.get("review.merge"),
                                    commands.get("go.annotate"))
                            : Parts.styled(Texts.text("review.loading"), "muted"));
        }
    }

    // ---- the call

    private void showCall(@Nullable ReviewedCall call) {
        if (call == null) {
            title.setText("");
            people.setText("");
            tags.getChildren().clear();
            why.getChildren().clear();
            turns.getItems().clear();
            thread.getChildren().clear();
            return;
        }
        title.setText(call.call().title());
        title.setTooltip(new Tooltip(call.call().title()));
        people.setText(Texts.text(
                "review.people", call.call().participants().stream().map(Participant::name).collect(Collectors.joining(", ")), call.call().turns().size(),
                call.labeledBy().isEmpty() ? Texts.text("review.nobody") : Texts.text("review.labeledby", String.join(", ", call.labeledBy()))));
        people.setTooltip(new Tooltip(people.getText()));
        tags.getChildren().clear();
        model.item().ifPresent(item -> tags.getChildren().add(Parts.reasonTag(item.reason())));
        if (call.outcome() != null) {
            tags.getChildren().add(Parts.outcomePill(call.outcome().kind()));
        }
        outcome.setText(call.outcome() == null ? Texts.text("review.outcome.none") : Texts.text("review.outcome", call.outcome().kind().title()));
        why.getChildren().setAll(new ReviewReasons(call, model.item().orElse(null), this::turnButton).nodes());
        List<Integer> points = call.turningPoints().stream().map(TurningPoint::ordinal).toList();
        chartHolder.setVisible(call.forecast() != null);
        chartHolder.setManaged(call.forecast() != null);
        chart.show(call.forecast(), call.call().turns().size(), points, List.of());
        showTurns(call);
        showThread(call);
    }

    private Label turnButton(int turn, String words) {
        Label pill = Parts.pill(words, "accent");
        pill.getStyleClass().add("review-turn");
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.setOnMouseClicked(event -> model.turnProperty().set(turn));
        return pill;
    }

    private void showTurns(@Nullable ReviewedCall call) {
        if (call != null) {
            evidenceCount.setText(Texts.text("review.evidence.count", call.evidence().size(), call.call().turns().size()));
            placing = true;
            speakers.fit(call.call());
            turns.getItems().setAll(call.rows(model.everyTurnProperty().get()));
            placing = false;
            selectTurn();
        }
    }

    private void selectTurn() {
        int turn = model.turnProperty().get();
        chart.select(turn);
        draft.setPromptText(turn < 0 ? Texts.text("review.draft.call") : Texts.text("review.draft", turn));
        for (int i = 0; i < turns.getItems().size(); i++) {
            if (turns.getItems().get(i) instanceof ReviewedCall.Row.OfTurn row && row.turn().ordinal() == turn) {
                placing = true;
                turns.getSelectionModel().select(i);
                placing = false;
                return;
            }
        }
        ReviewedCall call = model.shownProperty().get();
        if (turn >= 0 && call != null && !model.everyTurnProperty().get()) {
            model.everyTurnProperty().set(true);
        }
    }

    // ---- thread and decision

    private void showThread(ReviewedCall call) {
        threadCount.setText(String.valueOf(call.review().comments().size()));
        thread.getChildren().setAll(new ReviewThread(call.review(), this::turnButton, model::outcomeName).nodes());
    }

    private void showNotice(ReviewViewModel.@Nullable Notice now) {
        boolean bad = now != null && now.tone().equals("bad");
        notice.setVisible(bad);
        notice.setManaged(bad);
        if (bad) {
            Label text = new Label(Objects.requireNonNull(now).text());
            text.setWrapText(true);
            notice.getStyleClass().setAll("notice", "bad");
            notice.getChildren().setAll(Parts.icon(Feather.ALERT_TRIANGLE), text);
        }
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subtitle();
    }

    @Override
    public List<Node> actions() {
        return List.of(Buttons.of(commands.get("review.undo")), Buttons.of(commands.get("review.bundle")), Buttons.of(commands.get("review.open")));
    }

    @Override
    public void focus() {
        model.refresh();
        // before it is drawn for the first time it has no content yet, and what isn't there takes no focus
        panes.applyCss();
        turns.requestFocus();
    }
}
