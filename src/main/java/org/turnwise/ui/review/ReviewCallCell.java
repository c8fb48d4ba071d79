package org.turnwise.ui.review;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.queue.QueueItem;
import org.turnwise.review.CallReview;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** One call that waits for a decision, or has one. */
final class ReviewCallCell extends ListCell<ReviewRow> {

    ReviewCallCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ReviewRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        setAccessibleText(row.title());
        setTooltip(new Tooltip(row.item() == null ? row.title() : row.title() + "\n" + row.item().why()));
        CallReview review = row.review();
        VBox box = new VBox(3, top(row), spread(Parts.styled(row.title(), "queue-title"), comments(review)));
        QueueItem item = row.item();
        if (review.open() && item != null) {
            box.getChildren().add(Parts.styled(item.why() + (item.probability() == null ? "" : " · " + Figures.percent(item.probability())), "secondary"));
        }
        if (review.open()) {
            box.getChildren().add(Parts.styled(Texts.text("review.flaggedby", String.join(", ", review.flaggedBy())), "secondary"));
        }
        box.getStyleClass().add("version-cell");
        setGraphic(box);
    }

    private static HBox top(ReviewRow row) {
        HBox top = new HBox(6);
        QueueItem item = row.item();
        if (row.review().open()) {
            if (item != null) {
                top.getChildren().add(Parts.reasonTag(item.reason()));
            }
        } else {
            row.review().decision().ifPresent(decision -> top.getChildren().addAll(
                    ReviewThread.pill(decision.verdict()), Parts.styled(decision.by() + ", " + Figures.day(decision.at()), "secondary")));
        }
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private static Label comments(CallReview review) {
        Label comments = Parts.styled(review.comments().isEmpty() ? "" : String.valueOf(review.comments().size()), "secondary");
        if (!review.comments().isEmpty()) {
            comments.setGraphic(Parts.icon(Feather.MESSAGE_SQUARE));
        }
        comments.setMinWidth(Region.USE_PREF_SIZE);
        return comments;
    }

    private static HBox spread(Label first, Label last) {
        first.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox spread = new HBox(6, first, gap, last);
        spread.setAlignment(Pos.CENTER_LEFT);
        return spread;
    }
}
