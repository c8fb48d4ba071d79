package org.turnwise.ui.annotate;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Sparkline;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** One call of the queue pane: why, which, how it is forecast. */
final class QueueCell extends ListCell<QueueItem> {

    private final StackPane reason = new StackPane();
    private final Label date = Parts.styled("", "secondary");
    private final Label title = Parts.styled("", "queue-title");
    private final Sparkline spark = new Sparkline(46, 18);
    private final Label percent = Parts.styled("", "mono");
    private final Label why = Parts.styled("", "secondary");
    private final Label who = Parts.styled("", "secondary");
    private final Label state = Parts.styled("", "secondary");
    private final StackPane flag = new StackPane(Parts.icon(Feather.FLAG));
    private final VBox box;
    private @Nullable QueueReason tagged;

    QueueCell() {
        percent.setMinWidth(36);
        percent.setAlignment(Pos.CENTER_RIGHT);
        date.setMinWidth(Region.USE_PREF_SIZE);
        flag.setAccessibleText(Texts.text("annotate.flagged"));
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        // the title has a line to itself: calls of one customer differ at its end only
        HBox top = new HBox(6, reason, flag, gap(), spark, percent);
        who.setMinWidth(0);
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox bottom = new HBox(4, who, state, gap(), date);
        top.setAlignment(Pos.CENTER_LEFT);
        bottom.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(top, title, why, bottom);
        box.getStyleClass().add("queue-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable QueueItem item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            Hint.on(this, null);
            return;
        }
        if (tagged != item.reason()) {
            tagged = item.reason();
            reason.getChildren().setAll(Parts.reasonTag(item.reason()));
        }
        flag.setVisible(item.flagged());
        flag.setManaged(item.flagged());
        date.setText(item.call().startedAt() == null ? "" : Figures.day(item.call().startedAt()));
        title.setText(item.call().title());
        spark.show(item.spark());
        percent.setText(item.probability() == null ? "" : Figures.percent(item.probability()));
        why.setText(item.why());
        // two labels, so that a name written from right to left doesn't turn the line around
        who.setText(item.call().rep() == null ? Texts.text("annotate.norep") : item.call().rep());
        state.setText("· " + (item.status() == WorkStatus.TODO ? Texts.text("annotate.turns.count", item.call().turns()) : Words.of(item.status())));
        Hint.on(this, item.call().title() + "\n" + item.why());
        setGraphic(box);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
