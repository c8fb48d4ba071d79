package org.turnwise.ui.shell;

import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** A list that is worked from the field above it, which keeps the focus. */
final class ListUnderField {

    private ListUnderField() {}

    /** The arrows go through the list, from its end to its beginning; Enter chooses. */
    static void keys(TextField field, ListView<?> list, Runnable choose) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case DOWN -> step(list, 1);
                case UP -> step(list, -1);
                case ENTER -> choose.run();
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private static void step(ListView<?> list, int by) {
        int at = list.getSelectionModel().getSelectedIndex();
        list.getSelectionModel().select(Math.floorMod(at + by, Math.max(1, list.getItems().size())));
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
    }
}
