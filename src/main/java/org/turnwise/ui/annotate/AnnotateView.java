package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Forecast;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.ForecastChart;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.common.Words;

/** Binds the annotate screen: queue pane, call, forecast, turns, inspector. */
public final class AnnotateView implements ScreenView {

    private final AnnotateViewModel model;
    private final WorkQueue queue;
    private final WhyViewModel whyModel;
    private final HistoryViewModel historyModel;
    private final SuggestionsViewModel suggestions;
    private final PaceViewModel paceModel;
    private final GuidanceViewModel guidanceModel;
    private final Commands commands;
    private ForecastChart chart = new ForecastChart(turn -> {});
    private @Nullable Inspector inspectorPart;
    private @Nullable Header header;
    /** While the list is brought in line with the model, and has nothing to say itself. */
    private boolean restoring;

    @FXML private SplitPane panes;
    @FXML private Label queueCount;
    @FXML private FlowPane queueFilters;
    @FXML private ListView<QueueItem> queueList;
    @FXML private StackPane queueEmpty;
    @FXML private VBox callPane;
    @FXML private StackPane callEmpty;
    @FXML private Label callTitle;
    @FXML private Label callSource;
    @FXML private Label callWhy;
    @FXML private HBox callTags;
    @FXML private HBox people;
    @FXML private Label chosenFigure;
    @FXML private Label advanceSign;
    @FXML private ProgressBar readProgress;
    @FXML private Label readFigure;
    @FXML private Label forecastText;
    @FXML private Label forecastFigure;
    @FXML private Label forecastExtras;
    @FXML private HBox turningKeys;
    @FXML private StackPane chartHolder;
    @FXML private VBox why;
    @FXML private ListView<OpenCall.Row> turnList;
    @FXML private VBox inspector;
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
        this.whyModel = whyModel;
        this.queue = model.queue();
        this.suggestions = suggestions;
        this.paceModel = paceModel;
        this.guidanceModel = guidanceModel;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        Inspector part = new Inspector(model, commands, new SuggestionSection(suggestions, model.scheme(), commands), guidanceModel, inspector);
        part.note().whenDone(turnList::requestFocus);
        part.callNote().whenDone(turnList::requestFocus);
        inspectorPart = part;
        chart = new ForecastChart(this::select);
        chartHolder.getChildren().add(chart);
        new WhyPane(whyModel, why);
        turningKeys.getChildren().addAll(Buttons.keyCap(commands.get("annotate.turning.previous")), Buttons.keyCap(commands.get("annotate.turning.next")), Parts.styled(Texts.text("annotate.turning"), "secondary"));
        new GuidancePane(guidanceModel, model, commands, guidance);
        new PaceLine(paceModel, commands, pace);
        initInsteadOfLabels(new HistoryPane(historyModel, commands, history));
        QueuePane pane = new QueuePane(queue, queueList, queueCount, queueFilters);
        pane.whenRowsChange(() -> {
            showEmpty();
            model.current().ifPresent(this::showHeader);
        });
        initTurns();
        model.openProperty().addListener((property, before, now) -> showCall(before, now));
        model.selectedProperty().addListener((property, before, now) -> showSelected());
        model.choice().chosenProperty().subscribe(chosen -> {
            showChosenFigure(part);
            part.show();
        });
        model.choice().drawnProperty().addListener((property, before, now) -> part.show());
        commands.keymapProperty().addListener((property, before, now) -> {
            showChosenFigure(part);
            part.show();
        });
        advanceSign.setText(Texts.text("annotate.advancing"));
        advanceSign.visibleProperty().bind(model.advancingProperty());
        advanceSign.managedProperty().bind(model.advancingProperty());
        model.messageProperty().addListener((property, before, now) -> part.show());
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
                turnList.requestFocus();
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
        if (inspectorPart != null) {
            keys.add(AnnotateCommands.ofNote("note", inspectorPart.note()));
            keys.add(AnnotateCommands.ofNote("callnote", inspectorPart.callNote()));
        }
        keys.add(Command.of("annotate.choose.down", Texts.text("annotate.group.move"), Texts.text("annotate.choose.down"), "Shift+Down", "annotate", () -> extend(1)));
        keys.add(Command.of("annotate.choose.up", Texts.text("annotate.group.move"), Texts.text("annotate.choose.up"), "Shift+Up", "annotate", () -> extend(-1)));
        keys.add(Command.of("annotate.focus.queue", Texts.text("annotate.group.move"), Texts.text("annotate.focus.queue"), "Ctrl+L", "annotate", queueList::requestFocus));
        keys.add(Command.of("annotate.focus.turns", Texts.text("annotate.group.move"), Texts.text("annotate.focus.turns"), "Ctrl+J", "annotate", turnList::requestFocus));
        return keys;
    }

    @Override
    public void begun(List<Command> next) {
        guidanceModel.begin(AnnotateCommands.labelsOf(next, model));
    }

    @Override
    public void focus() {
        turnList.requestFocus();
        paceModel.refresh();
    }

    // ---- the call

    private void showChosenFigure(Inspector part) {
        int chosen = model.choice().chosenProperty().get().size();
        chosenFigure.setText(chosen == 0 ? "" : Texts.text("annotate.chosen", chosen, part.linkKey()));
    }

    private void initTurns() {
        turnList.setSkin(new TurnFlow.Skin(turnList));
        turnList.setCellFactory(list -> new TurnCell(model, suggestions, new SuggestionChips(suggestions, commands), list.widthProperty()));
        turnList.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        turnList.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> chooseSelected());
        turnList.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (restoring) {
                return;
            }
            if (now != null) {
                model.selectedProperty().set(now.turn().ordinal());
            }
        });
    }

    private void chooseSelected() {
        if (!restoring) {
            model.choice().choose(turnList.getSelectionModel().getSelectedItems().stream().map(row -> row.turn().ordinal()).toList());
        }
    }

    /** Rows that an edit replaced are no longer selected, but the turns are still the chosen ones. */
    private void showChosen(SortedSet<Integer> chosen, int turn) {
        Set<Integer> wanted = chosen.isEmpty() ? Set.of(turn) : chosen;
        if (turnList.getSelectionModel().getSelectedIndex() == turn && Set.copyOf(turnList.getSelectionModel().getSelectedIndices()).equals(wanted)) {
            model.choice().choose(chosen);
            return;
        }
        restoring = true;
        turnList.getSelectionModel().clearSelection();
        chosen.stream().filter(ordinal -> ordinal != turn).forEach(turnList.getSelectionModel()::select);
        if (isShown(turn)) {
            turnList.getSelectionModel().select(turn);
        }
        restoring = false;
        model.choice().choose(chosen);
    }

    /** Not left to the list: there a row that an edit replaced would no longer be where the range began. */
    private void extend(int step) {
        restoring = true;
        model.extend(step);
        restoring = false;
        int turn = model.selectedProperty().get();
        showChosen(model.choice().chosenProperty().get(), turn);
        if (isShown(turn)) {
            reveal(turn);
        }
    }

    /** The row of a turn is the one with its ordinal. */
    private boolean isShown(int turn) {
        return turn >= 0 && turn < turnList.getItems().size();
    }

    private void select(int turn) {
        model.selectedProperty().set(turn);
        turnList.requestFocus();
    }

    private void showCall(@Nullable OpenCall before, @Nullable OpenCall now) {
        showEmpty();
        if (now == null) {
            turnList.getItems().clear();
            showSelected();
            return;
        }
        showHeader(now);
        chart.show(now.forecast(), now.call().turns().size(), now.turningPoints(), now.stages(model.scheme()));
        SortedSet<Integer> chosen = model.choice().chosenProperty().get();
        int turn = model.selectedProperty().get();
        showRows(before, now);
        if (before != null && before.call().equals(now.call()) && turn >= 0) {
            restoring = true;
            model.selectedProperty().set(turn);
            restoring = false;
            showChosen(chosen, turn);
        }
        showSelected();
    }

    /** Replaces only the rows that changed, so that the list stays where it is and a long call costs no more than a short one. */
    private void showRows(@Nullable OpenCall before, OpenCall now) {
        List<OpenCall.Row> rows = now.rows(model.scheme());
        List<OpenCall.Row> shown = turnList.getItems();
        if (before == null || !before.call().equals(now.call())) {
            turnList.getItems().setAll(rows);
            return;
        }
        restoring = true;
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(shown.get(i))) {
                shown.set(i, rows.get(i));
            }
        }
        restoring = false;
    }

    /** What the header is made of. */
    private record Header(Call call, @Nullable QueueItem item, Outcomes.@Nullable Known outcome) {

        boolean saysSame(@Nullable Header other) {
            return other != null && call.equals(other.call) && Objects.equals(outcome, other.outcome) && (item == other.item
                    || item != null && other.item != null && item.reason() == other.item.reason() && item.flagged() == other.item.flagged()
                            && item.status() == other.item.status() && item.why().equals(other.item.why()));
        }
    }

    private void showHeader(OpenCall now) {
        Header wanted = new Header(now.call(), model.item().orElse(null), now.outcome());
        Header before = header;
        header = wanted;
        if (wanted.saysSame(before)) {
            return;
        }
        callTitle.setText(now.call().title());
        Hint.on(callTitle, now.call().title() + "\n" + now.call().id());
        callSource.setText(now.call().startedAt() == null ? now.call().source().name() : Figures.day(now.call().startedAt()) + " · " + now.call().source().name());
        callTags.getChildren().clear();
        model.item().ifPresent(item -> {
            callTags.getChildren().add(Parts.reasonTag(item.reason()));
            if (item.flagged()) {
                callTags.getChildren().add(Parts.pill(Texts.text("annotate.flagged"), "unsure"));
            }
            switch (item.status()) {
                case SUBMITTED -> callTags.getChildren().add(Parts.pill(Words.of(item.status()), "accent"));
                case SKIPPED -> callTags.getChildren().add(Parts.pill(Words.of(item.status()), ""));
                case TODO, IN_PROGRESS -> {}
            }
        });
        if (now.outcome() != null) {
            callTags.getChildren().add(Parts.outcomePill(now.outcome().kind()));
        }
        if (before == null || !before.call().equals(now.call())) {
            showPeople(now.call());
        }
        callWhy.setText(model.item().filter(item -> item.reason() == QueueReason.RECHECK).map(QueueItem::why).orElse(""));
        callWhy.setVisible(!callWhy.getText().isEmpty());
        callWhy.setManaged(callWhy.isVisible());
    }

    private void showPeople(Call call) {
        people.getChildren().clear();
        for (Participant participant : call.participants()) {
            Label name = new Label(participant.name(), Parts.sideMark(participant.side()));
            Hint.on(name, participant.name() + ", " + Words.of(participant.side()));
            people.getChildren().add(name);
        }
    }

    private void showSelected() {
        int turn = model.selectedProperty().get();
        if (isShown(turn) && turnList.getSelectionModel().getSelectedIndex() != turn) {
            turnList.getSelectionModel().clearAndSelect(turn);
            reveal(turn);
        }
        chart.select(turn);
        model.current().ifPresent(open -> {
            int turns = open.call().turns().size();
            readProgress.setProgress(turns == 0 ? 0 : (turn + 1.0) / turns);
            readFigure.setText(Texts.text("annotate.place", turn, turns));
            showForecast(open, turn);
        });
        if (inspectorPart != null) {
            inspectorPart.show();
        }
    }

    /** Scrolls only if the row is out of sight, and then leaves two rows of what was said before. */
    private void reveal(int row) {
        turnList.applyCss();
        turnList.layout();
        if (turnList.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null && row > first.getIndex() && row < last.getIndex()) {
                return;
            }
        }
        boolean atTheEnd = row >= turnList.getItems().size() - 2;
        turnList.scrollTo(atTheEnd ? row : Math.max(0, row - 2));
    }

    private void showForecast(OpenCall open, int turn) {
        if (open.forecast() == null) {
            forecastText.setText(Texts.text(open.call().sidesSettled() ? "annotate.forecast.none" : "annotate.forecast.sides"));
            forecastFigure.setText("");
            forecastExtras.setText("");
        } else if (turn >= 0) {
            Forecast now = open.forecast().turns().get(turn);
            forecastText.setText(Texts.text("annotate.forecast.at", turn));
            forecastFigure.setText(Texts.text("annotate.forecast.figure", Figures.percent(now.probability()), Math.round(100 * now.low()), Math.round(100 * now.high())));
            String extras = Texts.text("annotate.forecast.extras", Figures.score(now.confidence(), 2), Figures.score(now.novelty(), 2));
            String foreign = open.foreign();
            forecastExtras.setText(foreign == null ? extras : extras + "  " + Texts.text("annotate.forecast.foreign", Locale.of(foreign).getDisplayLanguage(Locale.ENGLISH)));
        }
    }

    private void showEmpty() {
        boolean nothingOpen = model.current().isEmpty();
        boolean appears = !nothingOpen && !callPane.isVisible();
        callPane.setVisible(!nothingOpen);
        if (appears && !queueList.isFocused() && panes.getParent() != null && panes.isVisible()) {
            // a hidden list takes no focus, so whoever asked for it before the call was read asked in vain
            turnList.requestFocus();
        }
        callEmpty.getChildren().clear();
        queueEmpty.getChildren().clear();
        if (queue.builtProperty().get() && queue.shown().isEmpty() && queue.size() > 0) {
            queueEmpty.getChildren().add(new EmptyState(Feather.CHECK_CIRCLE, Texts.text("annotate.queue.empty"), Texts.text("annotate.queue.empty.next")));
        }
        if (nothingOpen && queue.builtProperty().get()) {
            callEmpty.getChildren().add(queue.size() == 0
                    ? new EmptyState(Feather.INBOX, Texts.text("annotate.empty"), Texts.text("annotate.empty.next"), commands.get("data.import"), commands.get("data.samples"))
                    : new EmptyState(Feather.EDIT_3, Texts.text("annotate.unopened"), Texts.text("annotate.unopened.next"), commands.get("annotate.next.call")));
        }
    }
}
