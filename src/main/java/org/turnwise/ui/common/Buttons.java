package org.turnwise.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.turnwise.ui.command.Command;

/** Buttons made from commands: their text, their key, whether they can be used now. */
public final class Buttons {

    private Buttons() {}

    public static Button of(Command command) {
        Button button = new Button();
        bind(button, command);
        return button;
    }

    /** Makes a button laid out in FXML do what the command does. */
    public static void bind(Button button, Command command) {
        button.setText(command.text());
        button.setId(command.id());
        button.setOnAction(event -> command.run());
        button.disableProperty().bind(command.enabled().map(enabled -> !enabled));
        button.setTooltip(new Tooltip(command.keys().isEmpty() ? command.hint() : command.hint() + "  " + command.keys()));
        if (!command.keys().isEmpty()) {
            Label key = Parts.keyCap(command.keys());
            button.setGraphic(key);
            button.setContentDisplay(ContentDisplay.RIGHT);
        }
    }
}
