package org.turnwise.call.rulebreakers;

import java.sql.Connection;
import javafx.application.Platform;

/** Breaks the rules of a feature, so that the architecture test can be seen to fail. */
public class Breaker {

    public org.turnwise.store.rulebreakers.Breaker above;
    public Connection sql;

    void misbehave() {
        System.out.println("to standard output");
        new Thread(() -> {});
        Platform.runLater(() -> {});
    }
}
