package org.turnwise.ui.rulebreakers2;

import javafx.application.Platform;

/** Another screen, which tells the window from a second class. */
public class Breaker {

    void misbehave() {
        Platform.runLater(() -> {});
    }
}
