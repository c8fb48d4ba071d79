package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.HistoryFilter;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Restoring;
import org.turnwise.call.CallId;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;

/** Who did what when, the latest first, read a page at a time; and what a person takes back of it. JavaFX thread; needs no toolkit. */
public final class HistoryViewModel {

    private static final int PAGE = 100;

    private final AnnotateViewModel annotate;
    private final Journal journal;
    private final Labeling labeling;
    private final Restoring restoring;
    private final Tasks reads;
    private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Boolean> everyCall = new SimpleObjectProperty<>(false);
    private final ObjectProperty<@Nullable String> annotator = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Edit> selected = new SimpleObjectProperty<>();
    private final ObservableList<Edit> edits = FXCollections.observableArrayList();
    private final ObservableList<String> annotators = FXCollections.observableArrayList();
    private boolean more;
    /** How many edits of the journal were looked at. */
    private int read;
    /** Which reading is the latest: what earlier ones bring is not wanted any more. */
    private int reading;

    /**
     * @param labeling says what may be seen
     * @param reads    runs reading in the background
     */
    public HistoryViewModel(AnnotateViewModel annotate, Journal journal, Labeling labeling, Restoring restoring, SaveState saveState, Tasks reads) {
        this.annotate = annotate;
        this.journal = journal;
        this.labeling = labeling;
        this.restoring = restoring;
        this.reads = reads;
        annotate.queue().openProperty().addListener((property, before, now) -> {
            if (!everyCall.get()) {
                reload();
            }
        });
        saveState.savedAtProperty().addListener((property, before, now) -> reload());
        everyCall.addListener((property, before, now) -> reload());
        annotator.addListener((property, before, now) -> reload());
    }

    /** Whether it is in view. */
    ReadOnlyBooleanProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    void toggle() {
        wanted.set(!wanted.get());
        reload();
    }

    /** Whether edits on every call show, not only those on the open one. */
    ObjectProperty<Boolean> everyCallProperty() {
        return everyCall;
    }

    /** Whose edits show; null for everybody's. */
    ObjectProperty<@Nullable String> annotatorProperty() {
        return annotator;
    }

    ObjectProperty<@Nullable Edit> selectedProperty() {
        return selected;
    }

    ObservableList<Edit> edits() {
        return edits;
    }

    /** Everybody whose edits there are. */
    ObservableList<String> annotators() {
        return annotators;
    }

    /** Everybody, one person after the other, and everybody again. */
    void nextAnnotator() {
        int at = annotators.indexOf(annotator.get());
        annotator.set(at + 1 < annotators.size() ? annotators.get(at + 1) : null);
    }

    /** @param more whether there may be another page */
    private record Page(List<Edit> edits, boolean more, List<String> annotators) {}

    /** Without what would tell a reader of a call what they are to read it without. */
    private Page page(HistoryFilter filter, int skip) {
        List<Edit> read = journal.history(filter, skip, PAGE);
        return new Page(labeling.seen(read), read.size() == PAGE, journal.annotators());
    }

    private void reload() {
        if (wanted.get()) {
            read(0);
        } else {
            reading++;
            selected.set(null);
            edits.clear();
        }
    }

    /** Reads the next page, if there is one. */
    void more() {
        if (more) {
            more = false;
            read(read);
        }
    }

    private void read(int skip) {
        int mine = ++reading;
        CallId call = annotate.queue().openProperty().get();
        HistoryFilter filter = new HistoryFilter(everyCall.get() ? null : call, annotator.get());
        reads.quietly(
                Texts.text("annotate.history.reading"),
                progress -> page(filter, skip),
                page -> {
                    if (mine == reading) {
                        show(page, skip);
                    }
                },
                error -> annotate.say(Texts.text("annotate.history.failed", String.valueOf(error.getMessage()))));
    }

    private void show(Page page, int skip) {
        more = page.more();
        read = skip + PAGE;
        if (!annotators.equals(page.annotators())) {
            annotators.setAll(page.annotators());
        }
        if (skip > 0) {
            edits.addAll(page.edits());
        } else {
            edits.setAll(page.edits());
        }
    }

    /** Goes to the turn that the edit in hand is about. */
    void goTo() {
        Edit edit = selected.get();
        if (edit != null) {
            annotate.goTo(Written.target(edit).call(), Written.target(edit).ordinals().stream().findFirst().orElse(0));
        }
    }

    /** Does the opposite of the edit in hand. */
    void takeBack() {
        restore(edit -> Optional.of(restoring.takeBack(edit)));
    }

    /** Puts the call of the edit in hand back to how it stood after that edit. */
    void putBack() {
        restore(restoring::putBack);
    }

    private void restore(Function<Edit, Optional<Edit>> how) {
        Edit edit = selected.get();
        if (edit != null) {
            annotate.restore(() -> how.apply(edit));
        }
    }
}
