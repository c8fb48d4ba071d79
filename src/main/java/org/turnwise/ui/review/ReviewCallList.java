package org.turnwise.ui.review;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/** Lists calls of which one may be the one in hand, and says how many there are. Another list may hold the one in hand; then none is selected here. */
final class ReviewCallList {

    private final ListView<ReviewRow> list;
    private final Label count;
    private final ObjectProperty<@Nullable CallId> inHand;
    /** While it follows what is in hand, nobody chooses. */
    private boolean following;

    ReviewCallList(ListView<ReviewRow> list, Label count, ObjectProperty<@Nullable CallId> inHand) {
        this.list = list;
        this.count = count;
        this.inHand = inHand;
    }

    /** From now on, with these calls. */
    void show(ObservableList<ReviewRow> rows) {
        list.setCellFactory(view -> new ReviewCallCell());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                inHand.set(row.review().call());
            }
        });
        list.setItems(rows);
        rows.addListener((ListChangeListener<ReviewRow>) change -> follow());
        inHand.subscribe(call -> follow());
    }

    private void follow() {
        following = true;
        count.setText(String.valueOf(list.getItems().size()));
        int at = -1;
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).review().call().equals(inHand.get())) {
                at = i;
            }
        }
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(at);
        }
        following = false;
    }
}
