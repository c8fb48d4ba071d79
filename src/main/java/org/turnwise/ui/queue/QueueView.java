package org.turnwise.ui.queue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.FilterMenu;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Sparkline;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Binds the queue's view model to its table, its filters and the call in hand. */
public final class QueueView implements ScreenView {

    private final QueueViewModel model;
    private final AssignViewModel assigning;
    private final Commands commands;
    private final BandBar bandBar = new BandBar();
    private final Sparkline curve = new Sparkline(276, 92);
    private final FilterMenu<QueueReason> reasons;
    private final FilterMenu<String> reps;
    private final FilterMenu<WorkStatus> statuses;

    @FXML private Label makeUp;
    @FXML private HBox composition;
    @FXML private FlowPane legend;
    @FXML private TextField text;
    @FXML private HBox menus;
    @FXML private ToggleButton flagged;
    @FXML private ToggleButton among;
    @FXML private Label shownCount;
    @FXML private TableView<QueueItem> table;
    @FXML private StackPane instead;
    @FXML private StackPane side;
    @FXML private VBox detail;
    @FXML private StackPane reason;
    @FXML private Label position;
    @FXML private Label title;
    @FXML private Label facts;
    @FXML private Label why;
    @FXML private StackPane band;
    @FXML private Label noForecast;
    @FXML private VBox forecastSection;
    @FXML private Label turns;
    @FXML private StackPane forecast;
    @FXML private StackPane outcome;
    @FXML private Label labels;
    @FXML private Label source;
    @FXML private Button open;
    @FXML private Button skip;
    @FXML private Button flag;

    /** @param commands the registry; besides the queue's own it holds {@code data.import}, the next step while there are no calls */
    public QueueView(QueueViewModel model, AssignViewModel assigning, Commands commands) {
        this.model = model;
        this.assigning = assigning;
        this.commands = commands;
        reasons = new FilterMenu<>(Texts.text("queue.reason"), Words::of, model::filterReasons);
        reps = new FilterMenu<>(Texts.text("queue.rep"), rep -> rep, model::filterReps);
        statuses = new FilterMenu<>(Texts.text("queue.status"), Words::of, model::filterStatuses);
    }

    @FXML
    private void initialize() {
        new QueueColumns(table);
        table.setItems(model.shown());
        bindAssigning();
        bindSelection();
        bindFilter();
        bindDetail();
        makeUp.textProperty().bind(model.makeUp());
        model.countsProperty().subscribe(this::showComposition);
        model.instead().subscribe(this::showInstead);
    }

    private void bindAssigning() {
        AssignPane pane = new AssignPane(assigning, commands);
        side.getChildren().add(pane);
        assigning.openProperty().subscribe(open -> {
            pane.setVisible(open);
            showDetail();
            if (open) {
                pane.begin();
            } else if (side.getScene() != null) {
                table.requestFocus();
            }
        });
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<QueueItem>) change ->
                model.choose(table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).map(item -> item.call().id()).toList()));
    }

    private void bindSelection() {
        table.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item != model.selectedProperty().get()) {
                model.select(item);
            }
        });
        model.selectedProperty().subscribe(this::selectRow);
        // The table forgets its selection when rows are replaced; this listener comes after the table's own.
        model.shown().addListener((ListChangeListener<QueueItem>) change -> selectRow(model.selectedProperty().get()));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getTarget() instanceof Node node && !(node instanceof TableView)) {
                model.open();
            }
        });
    }

    private void selectRow(@Nullable QueueItem item) {
        int row = item == null ? -1 : model.place(item);
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != row) {
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 5));
        }
    }

    private void bindFilter() {
        menus.getChildren().addAll(reasons, reps, statuses);
        text.textProperty().subscribe(model::filterText);
        text.setOnAction(event -> table.requestFocus());
        text.setOnAction(event -> table.requestFocus());
        flagged.setGraphic(Parts.icon(Feather.FLAG));
        flagged.setOnAction(event -> model.flaggedOnly(flagged.isSelected()));
        among.setGraphic(Parts.icon(Feather.X));
        among.setOnAction(event -> model.amongAll());
        shownCount.textProperty().bind(model.shownCount());
        model.filterProperty().subscribe(this::showFilter);
        showFilter();
        model.shown().addListener((ListChangeListener<QueueItem>) change -> showFilter());
    }

    private void showFilter() {
        var filter = model.filterProperty().get();
        if (!text.getText().equals(filter.text())) {
            text.setText(filter.text());
        }
        flagged.setSelected(filter.flaggedOnly());
        var found = filter.among();
        among.setVisible(found != null);
        among.setManaged(found != null);
        among.setSelected(true);
        among.setText(found == null ? "" : Texts.text("queue.among", found.name()));
        // Rebuilding a menu under the pointer would close it; it shows its ticks itself while it is open.
        if (!reasons.isShowing() && !reps.isShowing() && !statuses.isShowing()) {
            reasons.offer(EnumSet.allOf(QueueReason.class), filter.reasons());
            reps.offer(model.reps(), filter.reps());
            statuses.offer(EnumSet.allOf(WorkStatus.class), filter.statuses());
        }
    }

    private void showComposition(Map<QueueReason, Integer> counts) {
        composition.getChildren().clear();
        legend.getChildren().clear();
        int all = Math.max(1, counts.values().stream().mapToInt(Integer::intValue).sum());
        counts.forEach((why, count) -> {
            Region part = new Region();
            part.getStyleClass().addAll("bar-part", Words.lower(why));
            part.prefWidthProperty().bind(composition.widthProperty().multiply((double) count / all));
            part.setMinWidth(3);
            composition.getChildren().add(part);
            HBox entry = new HBox(6, Parts.reasonTag(why), Parts.styled(Figures.count(count), "mono"));
            entry.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(entry);
        });
    }

    private void showInstead(QueueViewModel.Instead what) {
        instead.setVisible(what != QueueViewModel.Instead.NOTHING);
        showDetail();
        instead.getChildren().setAll(switch (what) {
            case NOTHING -> List.of();
            case LOADING -> List.of(new EmptyState(Feather.LIST, Texts.text("queue.loading"), Texts.text("queue.loading.why")));
            case NO_CALLS -> List.of(new EmptyState(Feather.INBOX, Texts.text("queue.nocalls"), Texts.text("queue.nocalls.why"), commands.get("data.import")));
            case NO_MATCH -> List.of(new EmptyState(Feather.FILTER, Texts.text("queue.nomatch"), Texts.text("queue.nomatch.why"), commands.get("queue.all")));
            case FAILED -> List.of(new EmptyState(
                    Feather.ALERT_OCTAGON, Texts.text("queue.failed"), model.failure().getValue(), commands.get("queue.rebuild")));
        });
    }

    private void showDetail() {
        detail.setVisible(model.instead().getValue() == QueueViewModel.Instead.NOTHING && !assigning.openProperty().get());
    }

    private void bindDetail() {
        band.getChildren().add(bandBar);
        forecast.getChildren().add(curve);
        position.textProperty().bind(model.position());
        Buttons.bind(open, commands.get("queue.open"));
        Buttons.bind(skip, commands.get("queue.skip"));
        Buttons.bind(flag, commands.get("queue.flag"));
        model.selectedProperty().subscribe(item -> {
            if (item != null) {
                show(item);
            }
        });
    }

    private void show(QueueItem item) {
        boolean scored = item.probability() != null;
        reason.getChildren().setAll(Parts.reasonTag(item.reason()));
        title.setText(item.call().title());
        title.setTooltip(new Tooltip(item.call().title()));
        facts.setText(facts(item));
        why.setText(item.why());
        bandBar.show(item);
        noForecast.setVisible(!scored);
        noForecast.setManaged(!scored);
        forecastSection.setVisible(scored);
        forecastSection.setManaged(scored);
        curve.show(item.spark());
        turns.setText(Texts.text("queue.nturns", item.call().turns()));
        outcome.getChildren().setAll(item.outcome() == null ? Parts.styled(Texts.text("queue.nooutcome"), "muted") : Parts.outcomePill(item.outcome()));
        labels.setText(item.labels() == 0 ? Texts.text("queue.nolabels") : Texts.text("queue.nlabels", item.labels()));
        source.setText(item.call().sourceName());
        source.setTooltip(new Tooltip(item.call().sourceName()));
        skip.setText(Texts.text(item.status() == WorkStatus.SKIPPED ? "queue.unskip" : "queue.skip"));
        flag.setText(Texts.text(item.flagged() ? "queue.unflag" : "queue.flag"));
    }

    private static String facts(QueueItem item) {
        String rep = item.call().rep() == null ? Texts.text("queue.norep") : item.call().rep();
        String day = item.call().startedAt() == null ? Texts.text("queue.nodate") : Figures.day(item.call().startedAt());
        return rep + " · " + day + " · " + Words.of(item.status());
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subtitle();
    }

    @Override
    public List<Node> actions() {
        Button start = Buttons.of(commands.get("queue.start"));
        return List.of(Buttons.of(commands.get("queue.rebuild")), Buttons.of(commands.get("queue.assign")), start);
    }

    @Override
    public List<Command> contextual() {
        return List.of(Command.of("queue.find", Texts.text("screen.queue"), Texts.text("queue.find"), "/", "queue", text::requestFocus));
    }

    @Override
    public void focus() {
        table.requestFocus();
    }
}
