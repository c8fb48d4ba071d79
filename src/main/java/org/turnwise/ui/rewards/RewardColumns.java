package org.turnwise.ui.rewards;

import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.turnwise.reward.Outcomes;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Columns of the two tables: calls with what came of them, and the policy. */
final class RewardColumns {

    private static final double NARROW = 900;
    private static final double SCROLL_BAR = 16;

    private RewardColumns() {}

    static void calls(TableView<RewardRow> table) {
        TableColumn<RewardRow, RewardRow> call = text("rewards.call", row -> row.call().title(), "medium");
        TableColumn<RewardRow, RewardRow> outcome = node("rewards.outcome", row -> known(row, RewardColumns::outcomes));
        TableColumn<RewardRow, RewardRow> reward = column("rewards.reward", "figure", (cell, row) -> {
            Outcomes.Known known = row.known();
            cell.setText(known == null ? "–" : figure(known.reward()));
            cell.setTooltip(known == null || known.made().isEmpty() ? null : new Tooltip(MadeOf.words(known.made())));
        });
        TableColumn<RewardRow, RewardRow> weight = column("rewards.weight", "figure", (cell, row) -> {
            cell.setText(row.weight().map(counts -> Figures.score(counts, 2)).orElse("–"));
            cell.setTooltip(new Tooltip(
                    Texts.text(row.weight().isPresent() ? "rewards.weight.why" : row.known() == null ? "rewards.weight.unknown" : "rewards.weight.none")));
        });
        TableColumn<RewardRow, RewardRow> usual = column("rewards.against", "figure", (cell, row) -> {
            cell.setText(row.usual() == null ? "–" : Figures.reward(row.usual().relative()));
            cell.setTooltip(new Tooltip(
                    row.usual() == null ? Texts.text("rewards.against.none") : UsualWords.of(row.usual()) + "\n" + Texts.text("rewards.usual.why")));
        });
        TableColumn<RewardRow, RewardRow> sources = text("rewards.sources", row -> known(row, RewardColumns::sources), "muted");
        TableColumn<RewardRow, RewardRow> conflict = node("rewards.conflict",
                row -> known(row, known -> known.conflict() ? Parts.pill(Texts.text("rewards.disagree"), "unsure") : null));
        table.getColumns().setAll(java.util.List.of(call, outcome, reward, usual, weight, sources, conflict));
        table.widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() < NARROW;
            double ofOutcome = narrow ? 130 : 168;
            double rest = width.doubleValue() - SCROLL_BAR - ofOutcome - 72 - 84 - 66 - 96;
            outcome.setPrefWidth(ofOutcome);
            reward.setPrefWidth(72);
            usual.setPrefWidth(84);
            weight.setPrefWidth(66);
            conflict.setPrefWidth(96);
            call.setPrefWidth(Math.max(150, Math.floor(rest * 0.68)));
            sources.setPrefWidth(Math.max(90, Math.floor(rest * 0.32)));
        });
    }

    /** What an outcome is worth can be typed over. */
    static void policy(TableView<PolicyViewModel.Worth> table, PolicyViewModel model) {
        TableColumn<PolicyViewModel.Worth, PolicyViewModel.Worth> outcome = text("rewards.policy.outcome", worth -> worth.kind().title(), "");
        TableColumn<PolicyViewModel.Worth, PolicyViewModel.Worth> reward = node("rewards.reward", worth -> field(worth, model));
        TableColumn<PolicyViewModel.Worth, PolicyViewModel.Worth> was = text("rewards.policy.was", worth -> worth.edited() ? figure(worth.was()) : "",
                "figure");
        TableColumn<PolicyViewModel.Worth, PolicyViewModel.Worth> calls = text("rewards.calls", worth -> Figures.count(worth.calls()), "figure");
        table.getColumns().setAll(java.util.List.of(outcome, reward, was, calls));
        table.widthProperty().subscribe(width -> {
            reward.setPrefWidth(84);
            was.setPrefWidth(66);
            calls.setPrefWidth(60);
            outcome.setPrefWidth(Math.max(110, width.doubleValue() - SCROLL_BAR - 210));
        });
    }

    private static String figure(@Nullable Double reward) {
        return reward == null ? Texts.text("rewards.none") : Figures.reward(reward);
    }

    private static TextField field(PolicyViewModel.Worth worth, PolicyViewModel model) {
        TextField field = new TextField(figure(worth.reward()));
        field.setAccessibleText(Texts.text("rewards.policy.worth", worth.kind().title()));
        field.getStyleClass().addAll("worth-field", worth.edited() ? "edited" : "same");
        Runnable take = () -> {
            if (!field.getText().equals(figure(worth.reward())) && !model.edit(worth.kind(), field.getText().replace("+", ""))) {
                field.setText(figure(worth.reward()));
            }
        };
        field.setOnAction(event -> take.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                take.run();
            }
        });
        return field;
    }

    private static <T> @Nullable T known(RewardRow row, Function<Outcomes.Known, @Nullable T> of) {
        return row.known() == null ? null : of.apply(row.known());
    }

    /** What holds, and what else the reward adds up from: without the deal that was won, a stalled call that is worth something looks like a mistake. */
    private static Node outcomes(Outcomes.Known known) {
        HBox pills = new HBox(4, Parts.outcomePill(known.kind()));
        pills.setAlignment(Pos.CENTER_LEFT);
        known.made().stream().map(Outcomes.Part::kind).filter(kind -> kind != known.kind()).map(Parts::outcomePill).forEach(other -> {
            other.setMinWidth(Region.USE_PREF_SIZE);
            pills.getChildren().add(other);
        });
        return pills;
    }

    private static String sources(Outcomes.Known known) {
        return known.signals().stream().map(signal -> Texts.text("rewards.origin." + Words.lower(signal.origin()))).distinct()
                .collect(Collectors.joining(", "));
    }

    private static <R> TableColumn<R, R> text(String title, Function<R, @Nullable String> words, String style) {
        TableColumn<R, R> column = column(title, style, (cell, row) -> {
            String text = words.apply(row);
            cell.setText(text == null ? "–" : text);
            cell.setTooltip(text == null ? null : new Tooltip(text));
        });
        return column;
    }

    private static <R> TableColumn<R, R> node(String title, Function<R, @Nullable Node> node) {
        return column(title, "", (cell, row) -> cell.setGraphic(node.apply(row)));
    }

    private static <R> TableColumn<R, R> column(String title, String style, java.util.function.BiConsumer<TableCell<R, R>, R> fill) {
        TableColumn<R, R> column = new TableColumn<>(Texts.text(title));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(40);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable R row, boolean empty) {
                super.updateItem(row, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                if (row != null && !empty) {
                    fill.accept(this, row);
                }
            }
        });
        return column;
    }
}
