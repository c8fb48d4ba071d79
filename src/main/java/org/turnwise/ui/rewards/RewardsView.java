package org.turnwise.ui.rewards;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.reward.PolicyPreview;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Binds coverage, the calls with their outcomes, the trail of one, and the policy. */
public final class RewardsView implements ScreenView {

    private static final int MOST_LINES = 3;

    private final RewardsViewModel model;
    private final Commands commands;

    @FXML private Label coverage;
    @FXML private HBox bar;
    @FXML private HBox legend;
    @FXML private HBox notice;
    @FXML private HBox filters;
    @FXML private Label shownCount;
    @FXML private TableView<RewardRow> table;
    @FXML private StackPane instead;
    @FXML private StackPane centre;
    @FXML private Label trailTitle;
    @FXML private ListView<MatchesViewModel.Open> matches;
    @FXML private ListView<TrailStep> trail;
    @FXML private Label noTrail;
    @FXML private Label policyVersion;
    @FXML private HBox draftActions;
    @FXML private Label preview;
    @FXML private TableView<PolicyViewModel.Worth> policy;

    /** @param commands the registry; besides the screen's own it holds {@code data.import}, the next step while there are no calls */
    public RewardsView(RewardsViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        RewardColumns.calls(table);
        bindPolicy();
        bindMatches();
        centre.getChildren().add(new ColumnsPane(model.columns(), commands));
        trail.setItems(model.trail());
        trail.setCellFactory(list -> new TrailCell());
        buildFilters();
        bindSelection();
        shownCount.textProperty().bind(Bindings.createStringBinding(
                () -> isDeciding() ? Texts.text("rewards.count.decide", model.matches().open().size())
                        : Texts.text("rewards.count", model.shown().size(), model.size()),
                model.shown(), model.filterProperty(), model.matches().open()));
        model.shown().addListener((ListChangeListener<RewardRow>) change -> showCoverage());
        model.loadedProperty().subscribe(this::showCoverage);
        showCoverage();
        model.noticeProperty().subscribe(this::showNotice);
    }

    private void bindPolicy() {
        PolicyViewModel drafted = model.policy();
        RewardColumns.policy(policy, drafted);
        policy.setItems(drafted.worths());
        drafted.worths().addListener((ListChangeListener<PolicyViewModel.Worth>) change -> showPolicy());
        drafted.previewProperty().subscribe(found -> showPolicy());
        drafted.failureProperty().subscribe(failed -> showPolicy());
        draftActions.getChildren().setAll(Buttons.of(commands.get("rewards.discard")), Buttons.of(commands.get("rewards.activate")));
        showPolicy();
    }

    private void showPolicy() {
        PolicyViewModel drafted = model.policy();
        boolean draft = drafted.draftProperty().get() != null;
        policyVersion.setText(draft
                ? Texts.text("rewards.policy.draft", drafted.version() + 1, drafted.version())
                : Texts.text("rewards.policy.version", drafted.version()));
        draftActions.setVisible(draft);
        draftActions.setManaged(draft);
        PolicyPreview found = drafted.previewProperty().get();
        String failed = drafted.failureProperty().get();
        preview.setText(failed != null ? failed : found == null ? "" : Texts.text(
                "rewards.policy.preview", found.changed(), Figures.score(found.meanBefore(), 2), Figures.score(found.meanAfter(), 2), found.repsMoved(),
                drafted.version()));
        preview.setVisible(!preview.getText().isEmpty());
        preview.setManaged(preview.isVisible());
    }

    private void bindMatches() {
        MatchesViewModel open = model.matches();
        matches.setItems(open.open());
        matches.setCellFactory(list -> new MatchCell(open));
        matches.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry != null && entry != open.selectedProperty().get()) {
                open.select(entry);
            }
        });
        open.selectedProperty().subscribe(entry -> {
            if (entry != null) {
                matches.getSelectionModel().select(entry);
                if (isDeciding()) {
                    model.select(entry.call());
                }
            }
        });
        open.open().addListener((ListChangeListener<MatchesViewModel.Open>) change -> showCoverage());
        model.filterProperty().subscribe(filter -> {
            showCoverage();
            MatchesViewModel.Open entry = open.selectedProperty().get();
            if (isDeciding() && entry != null) {
                model.select(entry.call());
            }
        });
    }

    private boolean isDeciding() {
        return model.filterProperty().get() == RewardsViewModel.Filter.DECIDE;
    }

    private void buildFilters() {
        ToggleGroup group = new ToggleGroup();
        RewardsViewModel.Filter[] all = RewardsViewModel.Filter.values();
        for (RewardsViewModel.Filter filter : all) {
            ToggleButton button = new ToggleButton(Texts.text("rewards.filter." + Words.lower(filter)));
            button.getStyleClass().add("segment");
            button.getStyleClass().addAll(filter == all[0] ? List.of("first") : filter == all[all.length - 1] ? List.of("last") : List.of());
            button.setToggleGroup(group);
            button.setMinWidth(84);
            model.filterProperty().subscribe(now -> button.setSelected(filter == now));
            button.setOnAction(event -> {
                button.setSelected(true);
                model.filterProperty().set(filter);
            });
            filters.getChildren().add(button);
        }
    }

    private void bindSelection() {
        table.setItems(model.shown());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && row != model.selectedProperty().get()) {
                model.select(row);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        noTrail.visibleProperty().bind(Bindings.isEmpty(model.trail()));
        trail.visibleProperty().bind(Bindings.isNotEmpty(model.trail()));
    }

    private void showSelected(@Nullable RewardRow row) {
        trailTitle.setText(row == null ? Texts.text("rewards.nocall") : row.call().title());
        trailTitle.setTooltip(row == null ? null : new Tooltip(row.call().title()));
        noTrail.setText(Texts.text(row == null ? "rewards.selectcall" : "rewards.notrail"));
        if (row != null) {
            table.getSelectionModel().select(row);
        }
    }

    private void showCoverage() {
        Map<RewardRow.Coverage, Integer> counts = model.coverage();
        long share = model.size() == 0 ? 0 : Math.round(100.0 * model.telling() / model.size());
        coverage.setText(model.size() == 0 ? "" : Texts.text("rewards.coverage.text", model.size(), share));
        bar.getChildren().clear();
        legend.getChildren().clear();
        counts.forEach((kind, count) -> {
            if (count > 0) {
                Region part = region("bar-part", kind);
                part.prefWidthProperty().bind(bar.widthProperty().multiply((double) count / model.size()));
                part.setMinWidth(3);
                bar.getChildren().add(part);
            }
            legend.getChildren().add(legendEntry(kind, count));
        });
        boolean none = isDeciding() ? model.matches().open().isEmpty() : model.shown().isEmpty();
        matches.setVisible(isDeciding());
        table.setVisible(!isDeciding());
        instead.setVisible(none);
        instead.getChildren().setAll(whatInstead());
    }

    private static Node legendEntry(RewardRow.Coverage kind, int count) {
        Region mark = region("bar-part", kind);
        mark.getStyleClass().add("legend-mark");
        HBox words = new HBox(6, mark, Parts.styled(Figures.count(count), "mono", "semibold"),
                Parts.styled(Texts.text("rewards.filter." + Words.lower(kind)), "medium"));
        words.setAlignment(Pos.CENTER_LEFT);
        VBox entry = new VBox(1, words, Parts.styled(Texts.text("rewards.legend." + Words.lower(kind)), "secondary"));
        entry.setMinWidth(0);
        HBox.setHgrow(entry, Priority.SOMETIMES);
        return entry;
    }

    private static Region region(String style, RewardRow.Coverage kind) {
        Region region = new Region();
        region.getStyleClass().addAll(style, Words.lower(kind));
        return region;
    }

    private List<Node> whatInstead() {
        if (!instead.isVisible()) {
            return List.of();
        }
        if (!model.loadedProperty().get()) {
            return List.of(new EmptyState(Feather.AWARD, Texts.text("rewards.loading"), ""));
        }
        if (isDeciding() && model.size() > 0) {
            return List.of(new EmptyState(Feather.CHECK_CIRCLE, Texts.text("rewards.decided"), Texts.text("rewards.decided.why"),
                    commands.get("rewards.import")));
        }
        return model.size() == 0
                ? List.of(new EmptyState(Feather.INBOX, Texts.text("rewards.nocalls"), Texts.text("rewards.nocalls.why"), commands.get("data.import")))
                : List.of(new EmptyState(Feather.FILTER, Texts.text("rewards.nogroup"), Texts.text("rewards.nogroup.why"), commands.get("rewards.import")));
    }

    private void showNotice(RewardsViewModel.@Nullable Notice now) {
        notice.setVisible(now != null);
        notice.setManaged(now != null);
        if (now == null) {
            return;
        }
        VBox words = new VBox(2, Parts.styled(now.title(), "semibold"), wrapped(now.text()));
        now.lines().stream().limit(MOST_LINES).forEach(line -> words.getChildren().add(wrapped(line)));
        if (now.lines().size() > MOST_LINES) {
            Label more = Parts.styled(Texts.text("rewards.more", now.lines().size() - MOST_LINES), "secondary");
            more.setTooltip(new Tooltip(String.join("\n", now.lines().stream().skip(MOST_LINES).limit(40).toList())));
            words.getChildren().add(more);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss = Buttons.of(commands.get("rewards.dismiss"));
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        notice.getStyleClass().setAll("notice", "in-list", now.tone());
        notice.getChildren().setAll(Parts.icon(now.tone().equals("good") ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE), words, dismiss);
    }

    private static Label wrapped(String text) {
        Label label = Parts.styled(text);
        label.setWrapText(true);
        return label;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subtitle();
    }

    @Override
    public List<Node> actions() {
        return List.of(Buttons.of(commands.get("rewards.undo")), Buttons.of(commands.get("rewards.columns")), Buttons.of(commands.get("rewards.import")),
                Buttons.of(commands.get("rewards.train")));
    }

    @Override
    public void focus() {
        model.reload();
        (isDeciding() ? matches : table).requestFocus();
    }
}
