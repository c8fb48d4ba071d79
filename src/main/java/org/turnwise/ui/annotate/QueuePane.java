package org.turnwise.ui.annotate;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.common.Words;

/** Binds the queue beside the call: its rows, and a chip for each reason that rows have. Choosing a row opens its call; opening a call marks its row. */
final class QueuePane {

    private static final double ROW = 89;

    private final WorkQueue queue;
    private final ListView<QueueItem> list;
    private final Label count;
    private final FlowPane filters;
    /** While the open call's row is marked, the selection must not open it again. */
    private boolean following;
    /** What the chips say, so that those that say it already stay. */
    private List<Object> filtersShown = List.of();

    QueuePane(WorkQueue queue, ListView<QueueItem> list, Label count, FlowPane filters) {
        this.queue = queue;
        this.list = list;
        this.count = count;
        this.filters = filters;
        list.setItems(queue.shown());
        list.setCellFactory(view -> new QueueCell());
        list.setFixedCellSize(ROW);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following && !now.call().id().equals(queue.openProperty().get())) {
                queue.openProperty().set(now.call().id());
            }
        });
        queue.openProperty().subscribe(open -> followOpen());
        whenRowsChange(() -> {
            showFilters();
            followOpen();
        });
        showFilters();
    }

    void whenRowsChange(Runnable then) {
        queue.shown().addListener((ListChangeListener<QueueItem>) change -> then.run());
    }

    private void followOpen() {
        following = true;
        try {
            int row = queue.placeOf(queue.openProperty().get());
            if (row < 0) {
                list.getSelectionModel().clearSelection();
            } else if (row != list.getSelectionModel().getSelectedIndex()) {
                list.getSelectionModel().select(row);
                list.scrollTo(Math.max(0, row - 2));
            }
        } finally {
            following = false;
        }
    }

    private void showFilters() {
        count.setText(Figures.count(queue.shown().size()));
        Map<QueueReason, Integer> counts = queue.countsByReason();
        Set<QueueReason> on = queue.filterProperty().get().reasons();
        if (filtersShown.equals(List.of(counts, on))) {
            return;
        }
        filtersShown = List.of(counts, on);
        filters.getChildren().setAll(chip(Texts.text("annotate.all"), on.isEmpty(), Set.of()));
        counts.forEach((reason, number) ->
                filters.getChildren().add(chip(Words.of(reason) + " " + Figures.count(number), on.contains(reason), EnumSet.of(reason))));
    }

    private ToggleButton chip(String text, boolean selected, Set<QueueReason> reasons) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().setAll("toggle-button", "filter-chip");
        chip.setSelected(selected);
        chip.setOnAction(event -> {
            QueueFilter now = queue.filterProperty().get();
            queue.filterProperty().set(new QueueFilter(reasons, now.reps(), now.statuses(), now.flaggedOnly(), now.text()));
            showFilters();
        });
        return chip;
    }
}
