package org.turnwise.ui.annotate;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.scoring.Explanation;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.explanation.NearestCalls;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** Why the forecast after the turn in hand is what it is, while somebody wants to know. Works it out in the background. JavaFX thread; needs no toolkit. */
public final class WhyViewModel {

    /** What is known so far of why. */
    sealed interface State {

        /** Nobody asked, or there is no forecast to explain. */
        record Silent() implements State {}

        record Working() implements State {}

        /** @param finished of the call as a whole; only on its last turn, and null elsewhere */
        record Told(Explanation explanation, @Nullable Explanation finished) implements State {}

        record Failed(String message) implements State {}
    }

    /** Calls that went alike. */
    sealed interface Alike {

        record Unknown() implements Alike {}

        /** @param calls the most alike first; empty if few are comparable */
        record Found(List<NearestCalls.Near> calls) implements Alike {}
    }

    private final AnnotateViewModel annotate;
    private final Forecasts forecasts;
    private final NearestCalls nearest;
    private final Tasks reads;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Silent());
    private final ReadOnlyObjectWrapper<Alike> alike = new ReadOnlyObjectWrapper<>(new Alike.Unknown());
    private @Nullable OpenCall compared;
    private Tasks.@Nullable Running running;
    private int asked;

    public WhyViewModel(AnnotateViewModel annotate, Forecasts forecasts, NearestCalls nearest, Tasks reads) {
        this.annotate = annotate;
        this.forecasts = forecasts;
        this.nearest = nearest;
        this.reads = reads;
        annotate.openProperty().addListener((property, before, now) -> ask());
        annotate.selectedProperty().addListener((property, before, now) -> ask());
        wanted.addListener((property, before, now) -> ask());
    }

    /** Whether somebody wants to know. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Alike> alikeProperty() {
        return alike.getReadOnlyProperty();
    }

    /** Asks for the reason, or no longer wants it. */
    public void toggle() {
        wanted.set(!wanted.get());
    }

    /** Opens a call that went alike. */
    void open(CallId call) {
        annotate.goTo(call, 0);
    }

    /** Goes to a turn. */
    void goTo(int turn) {
        annotate.selectedProperty().set(turn);
    }

    private void ask() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        int question = ++asked;
        OpenCall open = annotate.current().orElse(null);
        int turn = annotate.selectedProperty().get();
        if (!wanted.get() || open == null || open.forecast() == null || turn < 0) {
            state.set(new State.Silent());
            return;
        }
        if (!(state.get() instanceof State.Told)) {
            state.set(new State.Working());
        }
        Call call = open.call();
        running = reads.quietly(
                Texts.text("annotate.why.working"),
                progress -> told(call, turn),
                told -> answer(question, told),
                error -> answer(question, new State.Failed(Texts.text("annotate.why.failed", String.valueOf(error.getMessage())))));
        if (compared == null || !compared.call().equals(call)) {
            compare(open);
        }
    }

    private State told(Call call, int turn) {
        Explanation finished = turn == call.turns().size() - 1 ? forecasts.explainFinished(call).orElse(null) : null;
        return forecasts.explain(call, turn).<State>map(explanation -> new State.Told(explanation, finished)).orElseGet(State.Silent::new);
    }

    private void answer(int question, State found) {
        if (question == asked) {
            state.set(found);
        }
    }

    private void compare(OpenCall open) {
        compared = open;
        alike.set(new Alike.Unknown());
        reads.start(new Tasks.Job<>(
                Texts.text("annotate.why.comparing"),
                false,
                progress -> nearest.to(open.call(), progress),
                found -> {
                    if (compared == open) {
                        alike.set(new Alike.Found(found));
                    }
                },
                error -> compared = null,
                () -> compared = null));
    }
}
