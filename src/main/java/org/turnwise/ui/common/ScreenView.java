package org.turnwise.ui.common;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.turnwise.ui.command.Command;

/** What the shell needs of a screen. The FXML controller of every screen is one. JavaFX thread. */
public interface ScreenView {

    /** Beside the screen's title: where things stand, in a few words. */
    ObservableValue<String> subtitle();

    /** Buttons for the right of the top bar; the way forward last. */
    List<Node> actions();

    /** Commands that hang on what is selected now, such as the keys of labels. Looked up before the registry's. */
    default List<Command> contextual() {
        return List.of();
    }

    /** All commands that {@link #contextual} can ever give, for the sheet on which keys are changed. */
    default List<Command> everyContextual() {
        return contextual();
    }

    /**
     * Told after each key of a sequence.
     *
     * @param next commands that the next key can mean; none once the sequence is finished or given up
     */
    default void begun(List<Command> next) {}

    /** What the keys of a sequence are about, if it is in sight: what they can mean is not shown on top of it. */
    default @Nullable Node inHand() {
        return null;
    }

    /** Puts the focus where typing should go when the screen comes into view. */
    void focus();
}
