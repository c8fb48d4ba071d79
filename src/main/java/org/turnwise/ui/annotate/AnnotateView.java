package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.queue.QueueItem;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** Binds the annotate screen: queue pane, call, forecast, turns, inspector. */
public final class AnnotateView implements ScreenView {

    private final AnnotateViewModel model;
    private final WorkQueue queue;
    private final HistoryViewModel historyModel;
    private final PaceViewModel paceModel;
    private final GuidanceViewModel guidanceModel;
    private final Commands commands;
    private final CallHeader header;
    private final ForecastPane forecast;
    private final TurnList turns;
    private final Inspector inspector;

    @FXML private SplitPane panes;
    @FXML private Label queueCount;
    @FXML private FlowPane queueFilters;
    @FXML private ListView<QueueItem> queueList;
    @FXML private StackPane queueEmpty;
    @FXML private VBox callPane;
    @FXML private StackPane callEmpty;
    @FXML private ScrollPane inspectorHolder;
    @FXML private VBox history;
    @FXML private VBox session;
    @FXML private VBox labelsPane;
    @FXML private VBox guidance;
    @FXML private VBox pace;

    public AnnotateView(
            AnnotateViewModel model, WhyViewModel whyModel, HistoryViewModel historyModel, SuggestionsViewModel suggestions, PaceViewModel paceModel,
            GuidanceViewModel guidanceModel, Commands commands) {
        this.model = model;
        this.historyModel = historyModel;
        this.queue = model.queue();
        this.paceModel = paceModel;
        this.guidanceModel = guidanceModel;
        this.commands = commands;
        header = new CallHeader(model);
        forecast = new ForecastPane(model, whyModel, commands, this::select);
        turns = new TurnList(model, suggestions, commands);
        inspector = new Inspector(model, commands, new SuggestionSection(suggestions, model.scheme(), commands), guidanceModel);
    }

    @FXML
    private void initialize() {
        callPane.getChildren().setAll(header, forecast, turns.node(), turns.ruler());
        VBox.setVgrow(turns.node(), Priority.ALWAYS);
        inspectorHolder.setContent(inspector.node());
        inspector.note().whenDone(turns::focus);
        inspector.callNote().whenDone(turns::focus);
        new GuidancePane(guidanceModel, model, commands, guidance);
        new PaceLine(paceModel, commands, pace);
        initInsteadOfLabels(new HistoryPane(historyModel, commands, history));
        new QueuePane(queue, queueList, queueCount, queueFilters).whenRowsChange(() -> {
            showEmpty();
            model.current().ifPresent(header::show);
        });
        model.openProperty().addListener((property, before, now) -> showCall(before, now));
        model.selectedProperty().addListener((property, before, now) -> showSelected());
        model.choice().chosenProperty().subscribe(chosen -> showChosen());
        model.choice().drawnProperty().addListener((property, before, now) -> inspector.show());
        commands.keymapProperty().addListener((property, before, now) -> showChosen());
        model.messageProperty().addListener((property, before, now) -> inspector.show());
        queue.builtProperty().subscribe(built -> showEmpty());
        showCall(null, model.openProperty().get());
        panes.widthProperty().addListener((property, before, now) -> {
            if (before.doubleValue() == 0) {
                boolean narrow = now.doubleValue() < 1_300;
                panes.setDividerPositions((narrow ? 248 : 272) / now.doubleValue(), 1 - (narrow ? 304 : 312) / now.doubleValue());
            }
        });
    }

    /** History and summary take the place of the labels, one at a time. */
    private void initInsteadOfLabels(HistoryPane historyPane) {
        new SessionPane(paceModel, commands, session);
        labelsPane.visibleProperty().bind(Bindings.or(historyModel.wantedProperty(), paceModel.wantedProperty()).not());
        historyModel.wantedProperty().addListener((property, before, now) -> {
            if (now && paceModel.wantedProperty().get()) {
                paceModel.toggle();
            }
            if (now) {
                historyPane.focus();
            } else {
                turns.focus();
            }
        });
        paceModel.wantedProperty().addListener((property, before, now) -> {
            if (now && historyModel.wantedProperty().get()) {
                historyModel.toggle();
            }
        });
    }

    // ---- as a screen

    @Override
    public ObservableValue<String> subtitle() {
        return Bindings.createStringBinding(
                () -> queue.builtProperty().get() ? Texts.text("annotate.subtitle", queue.shown().size(), queue.labeledProperty().get()) : "",
                queue.shown(),
                queue.labeledProperty(),
                queue.builtProperty());
    }

    @Override
    public List<Node> actions() {
        Button flag = Buttons.of(commands.get("annotate.flag"));
        Button reason = Buttons.of(commands.get("annotate.why"));
        Button skip = Buttons.of(commands.get("annotate.skip"));
        Button submit = Buttons.of(commands.get("annotate.submit"));
        flag.getStyleClass().add("tool");
        reason.getStyleClass().add("tool");
        submit.getStyleClass().add("accent");
        return List.of(reason, flag, skip, submit);
    }

    @Override
    public List<Command> contextual() {
        List<Command> keys = new ArrayList<>(model.choice().drawnProperty().get() == null ? List.of() : AnnotateCommands.ofSpan(model));
        keys.addAll(AnnotateCommands.ofLabels(model));
        keys.addAll(ofPanes());
        return keys;
    }

    @Override
    public List<Command> everyContextual() {
        List<Command> keys = new ArrayList<>(ofPanes());
        keys.addAll(AnnotateCommands.ofSpan(model));
        keys.addAll(AnnotateCommands.ofAllLabels(model));
        return keys;
    }

    private List<Command> ofPanes() {
        List<Command> keys = new ArrayList<>();
        keys.add(AnnotateCommands.ofNote("note", inspector.note()));
        keys.add(AnnotateCommands.ofNote("callnote", inspector.callNote()));
        keys.add(Command.of("annotate.choose.down", Texts.text("annotate.group.move"), Texts.text("annotate.choose.down"), "Shift+Down", "annotate",
                () -> turns.extend(1)));
        keys.add(Command.of("annotate.choose.up", Texts.text("annotate.group.move"), Texts.text("annotate.choose.up"), "Shift+Up", "annotate",
                () -> turns.extend(-1)));
        keys.add(Command.of("annotate.focus.queue", Texts.text("annotate.group.move"), Texts.text("annotate.focus.queue"), "Ctrl+L", "annotate",
                queueList::requestFocus));
        keys.add(Command.of("annotate.focus.turns", Texts.text("annotate.group.move"), Texts.text("annotate.focus.turns"), "Ctrl+J", "annotate", turns::focus));
        return keys;
    }

    @Override
    public void begun(List<Command> next) {
        guidanceModel.begin(AnnotateCommands.labelsOf(next, model));
    }

    @Override
    public @Nullable Node inHand() {
        return turns.inHand();
    }

    @Override
    public void focus() {
        // before it is drawn for the first time it has no content yet, and what isn't there takes no focus
        panes.applyCss();
        turns.focus();
        paceModel.refresh();
    }

    // ---- the call

    private void showCall(@Nullable OpenCall before, @Nullable OpenCall now) {
        showEmpty();
        if (now == null) {
            turns.clear();
        } else {
            header.show(now);
            forecast.show(now);
            turns.show(before, now);
        }
        showSelected();
    }

    private void select(int turn) {
        model.selectedProperty().set(turn);
        turns.focus();
    }

    private void showSelected() {
        int turn = model.selectedProperty().get();
        turns.showSelected(turn);
        forecast.select(turn);
        model.current().ifPresent(open -> {
            header.showPlace(turn, open.call().turns().size());
            forecast.showAt(open, turn);
        });
        inspector.show();
    }

    private void showChosen() {
        header.showChosen(inspector.linkKey());
        inspector.show();
    }

    private void showEmpty() {
        boolean nothingOpen = model.current().isEmpty();
        boolean appears = !nothingOpen && !callPane.isVisible();
        callPane.setVisible(!nothingOpen);
        if (appears && !queueList.isFocused() && panes.getParent() != null && panes.isVisible()) {
            // a hidden list takes no focus, so whoever asked for it before the call was read asked in vain
            turns.focus();
        }
        callEmpty.getChildren().clear();
        queueEmpty.getChildren().clear();
        if (queue.builtProperty().get() && queue.shown().isEmpty() && queue.size() > 0) {
            queueEmpty.getChildren().add(new EmptyState(Feather.CHECK_CIRCLE, Texts.text("annotate.queue.empty"), Texts.text("annotate.queue.empty.next")));
        }
        if (nothingOpen && queue.builtProperty().get()) {
            callEmpty.getChildren().add(queue.size() == 0
                    ? new EmptyState(Feather.INBOX, Texts.text("annotate.empty"), Texts.text("annotate.empty.next"), commands.get("data.import"),
                            commands.get("data.samples"))
                    : new EmptyState(Feather.EDIT_3, Texts.text("annotate.unopened"), Texts.text("annotate.unopened.next"),
                            commands.get("annotate.next.call")));
        }
        // empty as they are, they would take every click meant for what is behind them
        callEmpty.setVisible(!callEmpty.getChildren().isEmpty());
        queueEmpty.setVisible(!queueEmpty.getChildren().isEmpty());
    }
}
