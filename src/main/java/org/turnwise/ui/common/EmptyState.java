package org.turnwise.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.ui.command.Command;

/** What an empty screen says: one sentence, and the next step as a button with its key. */
public final class EmptyState extends VBox {

    public EmptyState(Feather icon, String title, String sentence, Command... nextSteps) {
        getStyleClass().add("empty-state");
        Label explained = Parts.styled(sentence, "muted");
        explained.setWrapText(true);
        explained.setTextAlignment(TextAlignment.CENTER);
        explained.setMaxWidth(420);
        getChildren().addAll(Parts.icon(icon), Parts.styled(title, "pane-title"), explained);
        boolean first = true;
        for (Command step : nextSteps) {
            Button button = Buttons.of(step);
            if (first) {
                button.getStyleClass().add("accent");
            }
            getChildren().add(button);
            first = false;
        }
    }
}
