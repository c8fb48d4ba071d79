package org.turnwise.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.Activity;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;

/** Which screen is in view, and what the status bar says. JavaFX thread; needs no toolkit. */
public final class ShellViewModel {

    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.ANNOTATE);
    private final SaveState saveState;
    private final ActiveScorer scorer;
    private final ObservableList<Activity> activities;
    private final String workspace;
    private final String annotator;
    private final StringProperty scheme = new SimpleStringProperty();

    public ShellViewModel(SaveState saveState, ActiveScorer scorer, ObservableList<Activity> activities, String workspace, String scheme, String annotator) {
        this.saveState = saveState;
        this.scorer = scorer;
        this.activities = activities;
        this.workspace = workspace;
        this.annotator = annotator;
        this.scheme.set(scheme);
    }

    public ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    public ObservableValue<String> saved() {
        return Bindings.createStringBinding(
                () -> {
                    String failure = saveState.failureProperty().get();
                    if (!failure.isEmpty()) {
                        return Texts.text("status.notsaved", failure);
                    }
                    var at = saveState.savedAtProperty().get();
                    return at == null ? Texts.text("status.nothing") : Texts.text("status.saved", Figures.timeOfDay(at));
                },
                saveState.savedAtProperty(),
                saveState.failureProperty());
    }

    public ObservableValue<Boolean> saveFailed() {
        return saveState.failureProperty().map(failure -> !failure.isEmpty());
    }

    public ObservableValue<Boolean> anySaved() {
        return saveState.savedAtProperty().map(at -> true).orElse(false);
    }

    public ObservableValue<String> scorer() {
        return scorer.activeProperty().map(active -> Texts.text("status.scorer", active.number())).orElse(Texts.text("status.noscorer"));
    }

    /** The oldest task under way shows; the rest are behind it. */
    public ObservableList<Activity> activities() {
        return activities;
    }

    /** Who is at work. */
    public String annotator() {
        return annotator;
    }

    public String workspace() {
        return workspace;
    }

    /** Name and version of the label scheme in force. */
    public StringProperty schemeProperty() {
        return scheme;
    }
}
