package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Turn;
import org.turnwise.settings.Settings;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/**
 * The label in hand: the one that was pointed at, has the focus, whose key was begun, or that was put on last, on the chosen turn; with turns of the team's
 * own calls that carry it. JavaFX thread; needs no toolkit.
 */
public final class GuidanceViewModel {

    private static final String HIDDEN = "guidance.hidden";
    private static final int MOST_EXAMPLES = 2;
    /** So many annotations are looked at for examples: some may be on words, on a whole call, or not to be seen now. */
    private static final int LOOKED_AT = 12;

    /** What somebody labeled so, and where. */
    record Example(CallId call, String title, int ordinal, String text) {}

    private final AnnotateViewModel model;
    private final Journal journal;
    private final CallRepository calls;
    private final Labeling labeling;
    private final Settings settings;
    private final Tasks reads;
    private final ReadOnlyBooleanWrapper shown;
    private final ReadOnlyObjectWrapper<@Nullable Label> inHand = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Label>> begun = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Example>> examples = new ReadOnlyObjectWrapper<>(List.of());
    /** Read once a label, since they only illustrate. */
    private final Map<String, List<Example>> known = new HashMap<>();

    /**
     * @param labeling says what of a call may be seen
     * @param reads    runs reading in the background
     */
    public GuidanceViewModel(AnnotateViewModel model, Journal journal, CallRepository calls, Labeling labeling, Settings settings, Tasks reads) {
        this.model = model;
        this.journal = journal;
        this.calls = calls;
        this.labeling = labeling;
        this.settings = settings;
        this.reads = reads;
        shown = new ReadOnlyBooleanWrapper(settings.get(HIDDEN).isEmpty());
        model.editedProperty().subscribe(edit -> {
            if (edit != null) {
                lastPut(edit).ifPresent(this::take);
            }
        });
        model.selectedProperty().addListener((property, before, now) -> onTurn().ifPresent(this::take));
    }

    private Optional<Label> lastPut(Edit edit) {
        return edit.added().stream().filter(GuidanceViewModel::isLabel).reduce((first, second) -> second).flatMap(a -> model.scheme().label(a.label()));
    }

    /** The label that was put last on the turn in hand. */
    private Optional<Label> onTurn() {
        return model.current().map(open -> open.on(model.selectedProperty().get())).orElse(List.of()).stream()
                .filter(GuidanceViewModel::isLabel)
                .max(Comparator.comparing(Annotation::at))
                .flatMap(a -> model.scheme().label(a.label()));
    }

    private static boolean isLabel(Annotation annotation) {
        return annotation.kind() != LabelKind.STATUS && annotation.kind() != LabelKind.NOTE;
    }

    /** Whether it is in view. */
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Kept in the workspace. */
    public void toggle() {
        shown.set(!shown.get());
        if (shown.get()) {
            settings.remove(HIDDEN);
            readExamples();
        } else {
            settings.put(HIDDEN, "yes");
        }
    }

    /** Null before the first. */
    ReadOnlyObjectProperty<@Nullable Label> inHandProperty() {
        return inHand.getReadOnlyProperty();
    }

    /** While the keys of several labels are begun, those labels. */
    ReadOnlyObjectProperty<List<Label>> begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /** Of the label in hand. */
    ReadOnlyObjectProperty<List<Example>> examplesProperty() {
        return examples.getReadOnlyProperty();
    }

    void take(Label label) {
        if (!label.equals(inHand.get())) {
            inHand.set(label);
            readExamples();
        }
    }

    /** @param labels that the next key can mean; none once the keys are finished or given up */
    void begin(List<Label> labels) {
        if (labels.size() == 1) {
            begun.set(List.of());
            take(labels.getFirst());
        } else {
            begun.set(labels);
        }
    }

    private void readExamples() {
        Label label = inHand.get();
        if (label == null || !shown.get()) {
            return;
        }
        List<Example> there = known.get(label.id());
        examples.set(there == null ? List.of() : elsewhere(there));
        if (there == null) {
            reads.quietly(
                    Texts.text("annotate.guidance.reading"), progress -> find(label), found -> {
                        known.put(label.id(), found);
                        if (label.equals(inHand.get())) {
                            examples.set(elsewhere(found));
                        }
                    },
                    error -> model.say(Texts.text("annotate.guidance.failed", String.valueOf(error.getMessage()))));
        }
    }

    private List<Example> elsewhere(List<Example> found) {
        return found.stream().filter(example -> model.shownCall().filter(example.call()::equals).isEmpty()).limit(MOST_EXAMPLES).toList();
    }

    private List<Example> find(Label label) {
        List<Example> found = new ArrayList<>();
        for (Annotation annotation : journal.carrying(label.id(), LOOKED_AT)) {
            CallId id = annotation.target().call();
            boolean another = found.stream().noneMatch(example -> example.call().equals(id));
            // a call that is read without seeing what was said of it must not be told of here either
            if (another && found.size() <= MOST_EXAMPLES && !annotation.target().ordinals().isEmpty() && labeling.current(id).contains(annotation)) {
                calls.find(id).ifPresent(call -> found.add(example(call, annotation)));
            }
        }
        return List.copyOf(found);
    }

    private static Example example(Call call, Annotation annotation) {
        Turn turn = call.turns().get(annotation.target().ordinals().getFirst());
        return new Example(call.id(), call.title(), turn.ordinal(), turn.text());
    }

    /** Goes to the turn. */
    void open(Example example) {
        model.goTo(example.call(), example.ordinal());
    }
}
