package org.turnwise.ui.common;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A running task as the status bar shows it. JavaFX thread, but for {@link #cancel}. */
public final class Activity {

    private final String title;
    private final Runnable cancel;
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper("");

    Activity(String title, Runnable cancel) {
        this.title = title;
        this.cancel = cancel;
    }

    public String title() {
        return title;
    }

    /** From 0 to 1, negative while unknown. */
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty whatProperty() {
        return what.getReadOnlyProperty();
    }

    public void cancel() {
        cancel.run();
    }

    void update(double newDone, String newWhat) {
        done.set(newDone);
        what.set(newWhat);
    }
}
