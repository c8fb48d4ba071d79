package org.turnwise.ui.review;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import org.turnwise.queue.QueueItem;
import org.turnwise.review.Drafts;
import org.turnwise.review.Reviewer;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** Calls to decide about, the one in hand, what is said about it. JavaFX thread; needs no toolkit. */
public final class ReviewViewModel {

    /**
     * What the screen works with.
     *
     * @param reading what there is to review
     * @param reads   runs reading in the background
     * @param drafts  of whoever reviews
     * @param writes  runs edits one after another
     */
    public record Services(
            ReviewReading reading, Reviewer reviewer, Drafts drafts, CurrentScheme scheme, WorkQueue queue, SaveState saveState, Tasks reads, Tasks writes) {}

    /** Where else the screen leads. */
    public record Ways(Runnable annotate, Runnable bundle, Runnable merge) {}

    /** What a person must know of the last thing done. */
    record Notice(String tone, String text) {}

    private final Services services;
    private final ReviewReading reading;
    private final Ways ways;
    private final ReviewCalls calls;
    private final ReadOnlyObjectWrapper<@Nullable ReviewedCall> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable CallId> selected = new SimpleObjectProperty<>();
    private final IntegerProperty turn = new SimpleIntegerProperty(-1);
    private final BooleanProperty everyTurn = new SimpleBooleanProperty();
    private final CommentDraft draft;

    public ReviewViewModel(Services services, Ways ways) {
        this.services = services;
        this.reading = services.reading();
        this.ways = ways;
        this.calls = new ReviewCalls(services.queue());
        this.draft = new CommentDraft(services.drafts(), services.writes(), this::failed);
        selected.subscribe(this::take);
        draft.writingProperty().subscribe(writing -> {
            if (!writing) {
                keepDraft();
            }
        });
    }

    /** Keeps what is typed so far with its call; nothing happens if that is what was kept. */
    void keepDraft() {
        draft.keep(turn.get());
    }

    /** Reads everything anew, keeping the place. */
    void refresh() {
        services.reads().quietly(Texts.text("review.reading"), progress -> reading.waitingAndDecided(), this::show, this::failed);
    }

    private void show(ReviewReading.Calls now) {
        calls.show(now);
        CallId call = selected.get();
        if (call == null || calls.all().noneMatch(call::equals)) {
            selected.set(calls.all().findFirst().orElse(null));
        } else {
            load(call);
        }
    }

    private void take(@Nullable CallId call) {
        draft.leave(turn.get());
        turn.set(-1);
        if (call == null) {
            shown.set(null);
        } else {
            load(call);
        }
    }

    private void load(CallId id) {
        Supplier<Optional<Drafts.Draft>> begun = draft.of(id);
        services.reads().quietly(Texts.text("review.opening"), progress -> new Loaded(reading.call(id), begun.get()), loaded -> {
            if (id.equals(selected.get())) {
                show(loaded);
            }
        }, this::failed);
    }

    private record Loaded(ReviewedCall call, Optional<Drafts.Draft> begun) {}

    /** What was begun on the call is about the turn it was begun on. */
    private void show(Loaded loaded) {
        shown.set(loaded.call());
        if (!draft.isOf(loaded.call().call().id())) {
            draft.take(loaded.call().call().id(), loaded.begun());
            loaded.begun().ifPresent(begun -> turn.set(begun.turn()));
        }
        if (turn.get() < 0) {
            turn.set(loaded.call().evidence().stream().findFirst().orElse(0));
        }
    }

    private void failed(Throwable error) {
        notice.set(new Notice("bad", String.valueOf(error.getMessage())));
    }

    // ---- what a person does

    /** Says the draft about the turn in hand, or about the whole call. */
    void comment(boolean wholeCall) {
        ReviewedCall now = shown.get();
        String words = draft.wordsProperty().get();
        if (now != null && !words.isBlank()) {
            CallId call = now.call().id();
            Target target = wholeCall || turn.get() < 0 ? new Target.OfCall(call) : new Target.OfTurn(call, turn.get());
            write(() -> Optional.of(services.reviewer().comment(target, words)), () -> {
                draft.said(call);
                draft.writingProperty().set(false);
            });
        }
    }

    /** What was begun to be said stays a draft. */
    void confirm() {
        decide(call -> services.reviewer().confirm(call), call -> {});
    }

    void correct(Label outcome) {
        decide(call -> services.reviewer().correct(call, outcome), call -> {});
    }

    /** With the draft as the question, if there is one. */
    void sendBack() {
        String question = draft.wordsProperty().get();
        decide(call -> services.reviewer().sendBack(call, question), draft::said);
    }

    private interface Deciding {
        Edit on(CallId call);
    }

    private void decide(Deciding deciding, Consumer<CallId> then) {
        CallId call = selected.get();
        if (call != null) {
            Optional<CallId> next = calls.after(call);
            write(() -> Optional.of(deciding.on(call)), () -> {
                then.accept(call);
                next.ifPresent(selected::set);
            });
        }
    }

    void undo() {
        write(services.reviewer()::undo, () -> {});
    }

    private void write(Callable<Optional<Edit>> edit, Runnable then) {
        services.writes().quietly(Texts.text("review.saving"), progress -> edit.call(), stored -> {
            stored.ifPresent(it -> services.saveState().saved());
            notice.set(new Notice("good", stored.map(Edit::what).orElse(Texts.text("review.nothing.undone"))));
            then.run();
            stored.ifPresent(this::follow);
            refresh();
        }, this::failed);
    }

    /** An undone decision is shown where it was made, and the queue learns what changed. */
    private void follow(Edit edit) {
        if (edit.cause() != Edit.Cause.DONE) {
            selected.set((edit.added().isEmpty() ? edit.removed() : edit.added()).getFirst().target().call());
        }
        boolean onlySaid = Stream.concat(edit.added().stream(), edit.removed().stream()).allMatch(a -> a.label().equals(Statuses.COMMENT));
        if (!onlySaid) {
            services.queue().rebuild(this::refresh);
        }
    }

    /** Goes to the next call that waits for a decision. */
    void next() {
        CallId call = selected.get();
        if (call != null) {
            calls.after(call).ifPresent(selected::set);
        }
    }

    /** Opens the call where it is labeled. */
    void annotate() {
        CallId call = selected.get();
        if (call != null) {
            services.queue().openProperty().set(call);
            ways.annotate().run();
        }
    }

    void bundle() {
        ways.bundle().run();
    }

    void merge() {
        ways.merge().run();
    }

    // ---- what the view shows

    /** Those to choose from. */
    ReviewCalls calls() {
        return calls;
    }

    ReadOnlyObjectProperty<@Nullable ReviewedCall> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable CallId> selectedProperty() {
        return selected;
    }

    /** The ordinal of the turn in hand, −1 if there is none. */
    IntegerProperty turnProperty() {
        return turn;
    }

    /** Whether the turns between those that are evidence are shown too. */
    BooleanProperty everyTurnProperty() {
        return everyTurn;
    }

    CommentDraft draft() {
        return draft;
    }

    Optional<QueueItem> item() {
        CallId call = selected.get();
        return call == null ? Optional.empty() : services.queue().item(call);
    }

    LabelScheme scheme() {
        return services.scheme().now();
    }

    /** An outcome as people know it; by its id where the scheme has it not. */
    String outcomeName(String id) {
        return scheme().label(id).map(Label::name).orElse(id);
    }

    String person() {
        return services.reviewer().person();
    }

    ObservableValue<String> subtitle() {
        return notice.map(now -> now.tone().equals("good") ? now.text() : "").orElse("");
    }
}
