package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.suggestion.Learned;
import org.turnwise.suggestion.Offer;
import org.turnwise.suggestion.Precision;
import org.turnwise.suggestion.Suggestion;
import org.turnwise.suggestion.Suggestions;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** What is suggested on the open call, and what a person makes of it. What is likely is read in the background once a call. JavaFX thread; needs no toolkit. */
public final class SuggestionsViewModel {

    private static final int STEP = 5;

    /** Submitted calls after which there is enough new to learn from. */
    private static final int LEARN_AFTER = 5;

    private final AnnotateViewModel model;
    private final Suggestions suggestions;
    private final Labeling labeling;
    private final Tasks tasks;

    private final ReadOnlyObjectWrapper<SortedMap<Integer, List<Suggestion>>> open = new ReadOnlyObjectWrapper<>(Collections.emptySortedMap());
    private final ReadOnlyObjectWrapper<SortedMap<String, Precision>> precisions = new ReadOnlyObjectWrapper<>(Collections.emptySortedMap());
    private final ReadOnlyObjectWrapper<Learned> learned;
    private final ReadOnlyObjectWrapper<Boolean> explained = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyIntegerWrapper sure = new ReadOnlyIntegerWrapper(80);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private int submitted;
    private @Nullable Call read;
    private Offer offer = Offer.NONE;
    private Tasks.Running reading = () -> {};
    private Tasks.Running learning = () -> {};

    /**
     * @param labeling used where the model's edits are written, and nowhere else
     * @param tasks    runs learning and reading in the background
     */
    public SuggestionsViewModel(AnnotateViewModel model, Suggestions suggestions, Labeling labeling, Tasks tasks) {
        this.model = model;
        this.suggestions = suggestions;
        this.labeling = labeling;
        this.tasks = tasks;
        learned = new ReadOnlyObjectWrapper<>(suggestions.learned());
        model.openProperty().subscribe(this::follow);
        model.editedProperty().subscribe(edit -> {
            if (edit != null) {
                readAgain(edit);
            }
        });
    }

    // ---- what the view shows

    /** Open suggestions of the call by ordinal, the surest first and quiet labels last. */
    ReadOnlyObjectProperty<SortedMap<Integer, List<Suggestion>>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The turn in hand. */
    int inView() {
        return model.selectedProperty().get();
    }

    List<Suggestion> on(int ordinal) {
        return open.get().getOrDefault(ordinal, List.of());
    }

    Optional<Suggestion> of(Label label) {
        return on(model.selectedProperty().get()).stream().filter(one -> one.label().id().equals(label.id())).findFirst();
    }

    /** By label, how often its suggestions were taken so far. */
    ReadOnlyObjectProperty<SortedMap<String, Precision>> precisionsProperty() {
        return precisions.getReadOnlyProperty();
    }

    boolean quiet(Suggestion suggestion) {
        Precision so = precisions.get().get(suggestion.label().id());
        return so != null && so.quiet();
    }

    ReadOnlyObjectProperty<Learned> learnedProperty() {
        return learned.getReadOnlyProperty();
    }

    /** Why nothing could be learned or read, for a person; empty if it could. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the precision of each label is in view. */
    ReadOnlyObjectProperty<Boolean> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** In percent, from which on suggestions are accepted all together. */
    ReadOnlyIntegerProperty sureProperty() {
        return sure.getReadOnlyProperty();
    }

    /** Those of the whole call that are as sure as that, quiet ones left out. */
    List<Suggestion> sureOnes() {
        return loud(open.get().values().stream().flatMap(List::stream).toList()).stream().filter(one -> 100 * one.confidence() >= sure.get()).toList();
    }

    int count() {
        return open.get().values().stream().mapToInt(List::size).sum();
    }

    private List<Suggestion> loud(Collection<Suggestion> some) {
        return some.stream().filter(one -> !quiet(one)).toList();
    }

    // ---- what a person does

    /** Learns from the labels that stand now; a learning under way gives way. */
    public void learn() {
        learning.cancel();
        learning = tasks.start(new Tasks.Job<>(
                Texts.text("suggestion.learning"),
                false,
                suggestions::learn,
                now -> {
                    trouble.set("");
                    submitted = 0;
                    learned.set(now);
                    read = null;
                    follow(model.openProperty().get());
                },
                this::failed,
                () -> {}));
    }

    private void failed(Throwable error) {
        trouble.set(Texts.text("suggestion.trouble", String.valueOf(error.getMessage())));
    }

    /** Takes what is suggested on the turns in hand; quiet ones are left to their own keys. */
    void accept() {
        accept(loud(inHand()));
    }

    void acceptSure() {
        accept(sureOnes());
    }

    void accept(List<Suggestion> some) {
        decide(some, (call, these) -> suggestions.accept(labeling, call, these));
    }

    void reject() {
        reject(inHand());
    }

    void reject(List<Suggestion> some) {
        decide(some, (call, these) -> suggestions.reject(labeling, call, these));
    }

    /** How suggestions of a call become an edit. */
    private interface Verdict {
        Edit on(Call call, List<Suggestion> some);
    }

    private void decide(List<Suggestion> some, Verdict verdict) {
        if (!some.isEmpty()) {
            model.current().map(OpenCall::call).ifPresent(call -> model.write(() -> Optional.of(verdict.on(call, some))));
        }
    }

    private List<Suggestion> inHand() {
        Collection<Integer> chosen = model.choice().chosenProperty().get();
        Collection<Integer> turns = chosen.isEmpty() ? Set.of(model.selectedProperty().get()) : chosen;
        return turns.stream().flatMap(turn -> on(turn).stream()).toList();
    }

    /** The next turn in this direction on which something asks to be decided; stays where it is if there is none. */
    void move(int direction) {
        int now = model.selectedProperty().get();
        open.get().entrySet().stream()
                .filter(turn -> !loud(turn.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .filter(turn -> direction > 0 ? turn > now : turn < now)
                .min((a, b) -> direction > 0 ? Integer.compare(a, b) : Integer.compare(b, a))
                .ifPresent(model.selectedProperty()::set);
    }

    /** Makes accepting all together ask for more or less, from 50 to 95 %. */
    void stepSure(int direction) {
        sure.set(Math.clamp((long) sure.get() + (long) direction * STEP, 50, 95));
    }

    void toggleExplained() {
        explained.set(!explained.get());
    }

    // ---- reading

    /** @param place the turn that was decided about, if the edit in question was about no annotation */
    private record Read(Offer offer, Map<String, Precision> precisions, Optional<Target.OfTurn> place) {}

    private void follow(@Nullable OpenCall now) {
        if (now == null) {
            read = null;
            offer = Offer.NONE;
            open.set(Collections.emptySortedMap());
        } else if (now.call().equals(read)) {
            show();
        } else {
            read = now.call();
            offer = Offer.NONE;
            show();
            read(now.call(), null);
        }
    }

    private void readAgain(Edit edit) {
        if (read != null) {
            read(read, edit);
        }
        submitted += edit.added().stream().anyMatch(a -> a.label().equals(Statuses.SUBMITTED)) ? 1 : 0;
        if (submitted >= LEARN_AFTER) {
            submitted = 0;
            learn();
        }
    }

    private void read(Call call, @Nullable Edit after) {
        reading.cancel();
        reading = tasks.quietly(
                Texts.text("suggestion.reading"),
                progress -> new Read(
                        suggestions.of(call, progress), suggestions.precisions(),
                        after != null && after.reverts() != null && after.added().isEmpty() && after.removed().isEmpty()
                                ? suggestions.decidedBy(after)
                                : Optional.empty()),
                found -> {
                    precisions.set(new TreeMap<>(found.precisions()));
                    if (call.equals(read)) {
                        offer = found.offer();
                        show();
                    }
                    found.place().ifPresent(turn -> model.goTo(turn.call(), turn.ordinal()));
                },
                this::failed);
    }

    private void show() {
        model.current().ifPresent(shown -> {
            List<Annotation> mine = shown.annotations().stream().filter(a -> Rereading.isBy(a, suggestions.annotator())).toList();
            List<Suggestion> now = offer.open(mine, model.scheme());
            suggestions.show(shown.call().id(), now);
            SortedMap<Integer, List<Suggestion>> byTurn = new TreeMap<>();
            now.stream().filter(one -> !quiet(one)).forEach(one -> byTurn.computeIfAbsent(one.ordinal(), o -> new ArrayList<>()).add(one));
            now.stream().filter(this::quiet).forEach(one -> byTurn.computeIfAbsent(one.ordinal(), o -> new ArrayList<>()).add(one));
            open.set(byTurn);
        });
    }
}
