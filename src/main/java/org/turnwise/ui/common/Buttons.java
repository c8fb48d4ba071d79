package org.turnwise.ui.common;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
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
        Tooltip tooltip = new Tooltip();
        Label key = Parts.keyCap("");
        button.setTooltip(tooltip);
        button.setContentDisplay(ContentDisplay.RIGHT);
        shownKeys(command, button).subscribe(keys -> {
            tooltip.setText(keys.isEmpty() ? command.hint() : command.hint() + "  " + keys);
            key.setText(keys);
            button.setGraphic(keys.isEmpty() ? null : key);
        });
    }

    /** The command's keys as they change, followed only while the control is in the window, so that one that is thrown away is not held. */
    public static ObservableValue<String> shownKeys(Command command, Node in) {
        return command.shownKeys().when(in.sceneProperty().map(Objects::nonNull).orElse(false));
    }

    /** A key cap that shows the command's keys, whatever they become; nothing while it has none. */
    public static Label keyCap(Command command) {
        Label cap = Parts.keyCap("");
        shownKeys(command, cap).subscribe(keys -> {
            cap.setText(keys);
            cap.setVisible(!keys.isEmpty());
            cap.setManaged(!keys.isEmpty());
        });
        return cap;
    }
}
