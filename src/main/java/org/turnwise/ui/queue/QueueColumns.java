package org.turnwise.ui.queue;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.queue.QueueItem;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Sparkline;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/**
 * The table's columns, and how they share its width: why and call take what the others leave; date and rep go when it gets narrow, the pane beside it has both.
 */
final class QueueColumns {

    private static final double SCROLL_BAR = 14;
    private static final double NARROW = 960;

    private final TableView<QueueItem> table;
    private final TableColumn<QueueItem, QueueItem> number = figure("queue.number", QueueColumns::place);
    private final TableColumn<QueueItem, QueueItem> reason = cell("queue.reason", ReasonCell::new);
    private final TableColumn<QueueItem, QueueItem> why = text("queue.whycolumn", QueueItem::why, "");
    private final TableColumn<QueueItem, QueueItem> call = text("queue.call", item -> item.call().title(), "medium");
    private final TableColumn<QueueItem, QueueItem> rep = text("queue.rep", item -> item.call().rep() == null ? "–" : item.call().rep(), "muted");
    private final TableColumn<QueueItem, QueueItem> date = text("queue.date", QueueColumns::day, "muted");
    private final TableColumn<QueueItem, QueueItem> turns = figure("queue.turns", (cell, item) -> cell.setText(Figures.count(item.call().turns())));
    private final TableColumn<QueueItem, QueueItem> forecast = cell("queue.forecast", ForecastCell::new);
    private final TableColumn<QueueItem, QueueItem> outcome = cell("queue.outcomecolumn", OutcomeCell::new);
    private final TableColumn<QueueItem, QueueItem> status = cell("queue.status", StatusCell::new);
    private final TableColumn<QueueItem, QueueItem> flag = cell("queue.flagcolumn", FlagCell::new);

    QueueColumns(TableView<QueueItem> table) {
        this.table = table;
        List<TableColumn<QueueItem, QueueItem>> all = List.of(number, reason, why, call, rep, date, turns, forecast, outcome, status, flag);
        for (TableColumn<QueueItem, QueueItem> column : all) {
            column.setSortable(false);
            column.setReorderable(false);
        }
        table.getColumns().setAll(all);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.widthProperty().subscribe(width -> share(width.doubleValue()));
    }

    private void share(double width) {
        if (width <= 0) {
            return;
        }
        boolean narrow = width < NARROW;
        date.setVisible(!narrow);
        rep.setVisible(!narrow);
        double rest = width - SCROLL_BAR;
        rest -= fix(number, 36);
        rest -= fix(reason, 102);
        rest -= narrow ? 0 : fix(rep, 100);
        rest -= narrow ? 0 : fix(date, 66);
        rest -= fix(turns, 58);
        rest -= fix(forecast, 106);
        rest -= fix(outcome, narrow ? 84 : 106);
        rest -= fix(status, narrow ? 84 : 88);
        rest -= fix(flag, 26);
        // calls of one customer differ at the end of their titles only
        fix(why, Math.max(120, Math.floor(rest / 2)));
        fix(call, Math.max(120, Math.floor(rest / 2)));
    }

    private static double fix(TableColumn<QueueItem, QueueItem> column, double width) {
        column.setMinWidth(30);
        column.setPrefWidth(width);
        return width;
    }

    private static void place(TableCell<QueueItem, QueueItem> cell, QueueItem item) {
        cell.setText(Figures.count(cell.getIndex() + 1L));
    }

    private static String day(QueueItem item) {
        return item.call().startedAt() == null ? "–" : Figures.day(item.call().startedAt());
    }

    private static TableColumn<QueueItem, QueueItem> figure(String title, BiConsumer<TableCell<QueueItem, QueueItem>, QueueItem> fill) {
        TableColumn<QueueItem, QueueItem> column = cell(title, () -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable QueueItem item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                if (item != null && !empty) {
                    fill.accept(this, item);
                }
            }
        });
        column.getStyleClass().add("figure");
        return column;
    }

    private static TableColumn<QueueItem, QueueItem> text(String title, Function<QueueItem, @Nullable String> words, String style) {
        return cell(title, () -> new TextCell(words, style));
    }

    private static TableColumn<QueueItem, QueueItem> cell(String title, Supplier<TableCell<QueueItem, QueueItem>> cells) {
        TableColumn<QueueItem, QueueItem> column = new TableColumn<>(Texts.text(title));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cells.get());
        return column;
    }

    /** Cut with an ellipsis where it is too long, and whole in the tooltip. */
    private static final class TextCell extends TableCell<QueueItem, QueueItem> {
        private final Function<QueueItem, @Nullable String> words;
        private final Tooltip whole = new Tooltip();

        TextCell(Function<QueueItem, @Nullable String> words, String style) {
            this.words = words;
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }

        @Override
        protected void updateItem(@Nullable QueueItem item, boolean empty) {
            super.updateItem(item, empty);
            String text = item == null || empty ? null : words.apply(item);
            setText(text);
            whole.setText(text);
            setTooltip(text == null ? null : whole);
        }
    }

    /** Shows a node that is made once a cell and filled for each row. */
    private abstract static class NodeCell extends TableCell<QueueItem, QueueItem> {
        @Override
        protected void updateItem(@Nullable QueueItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(item == null || empty ? null : node(item));
        }

        abstract @Nullable Node node(QueueItem item);
    }

    private static final class ReasonCell extends NodeCell {
        @Override
        Node node(QueueItem item) {
            return Parts.reasonTag(item.reason());
        }
    }

    private static final class ForecastCell extends NodeCell {
        private final Sparkline spark = new Sparkline(52, 20);
        private final Label percent = Parts.styled("", "mono");
        private final HBox box = new HBox(6, spark, percent);

        ForecastCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            percent.setMinWidth(42);
            percent.setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        Node node(QueueItem item) {
            spark.show(item.spark());
            percent.setText(item.probability() == null ? "–" : Figures.percent(item.probability()));
            return box;
        }
    }

    private static final class OutcomeCell extends NodeCell {
        private final Label label = Parts.styled("");

        @Override
        Node node(QueueItem item) {
            OutcomeKind kind = item.outcome();
            label.getStyleClass().removeAll("good", "bad", "muted");
            label.setText(kind == null ? "–" : kind.conversion() == OutcomeKind.Conversion.CENSORED ? Texts.text("queue.dealopen") : kind.title());
            label.setTooltip(new Tooltip(kind == null ? Texts.text("queue.nooutcome") : kind.title()));
            label.getStyleClass().add(kind == null ? "muted" : switch (kind.conversion()) {
                case YES -> "good";
                case NO -> "bad";
                case CENSORED, SILENT -> "muted";
            });
            return label;
        }
    }

    private static final class StatusCell extends NodeCell {
        private final Region dot = new Region();
        private final Label words = Parts.styled("", "muted");
        private final HBox box = new HBox(6, dot, words);

        StatusCell() {
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        Node node(QueueItem item) {
            dot.getStyleClass().setAll("status-dot", Words.lower(item.status()));
            words.setText(Words.of(item.status()));
            return box;
        }
    }

    private static final class FlagCell extends NodeCell {
        @Override
        @Nullable Node node(QueueItem item) {
            setTooltip(item.flagged() ? new Tooltip(Texts.text("queue.flaggedcell")) : null);
            return item.flagged() ? Parts.icon(Feather.FLAG) : null;
        }
    }
}
