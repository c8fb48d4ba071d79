package org.turnwise.call.rulebreakers;

import ai.onnxruntime.OrtSession;
import java.sql.Connection;
import javafx.application.Platform;
import org.apache.lucene.index.IndexWriter;

/** Breaks the rules of a feature, so that the architecture test can be seen to fail. */
public class Breaker {

    public org.turnwise.store.rulebreakers.Breaker above;
    public Connection sql;
    public OrtSession textModel;
    public IndexWriter index;

    void misbehave() {
        System.out.println("to standard output");
        new Thread(() -> {});
        Platform.runLater(() -> {});
    }
}
