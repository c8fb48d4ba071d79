package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Turn;
import org.turnwise.language.CallLanguage;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.TurningPoints;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/**
 * Opens the call that the queue names: reads it in the background and shows it once it is read, with the turn in hand that was asked for. JavaFX thread; needs
 * no toolkit.
 */
final class CallOpening {

    /** All that is known of a call. Any thread. */
    record Reading(CallRepository calls, Labeling labeling, Outcomes outcomes, Forecasts forecasts) {

        OpenCall read(CallId id) {
            Call call = calls.find(id).orElseThrow(() -> new IllegalArgumentException("no call " + id + " in this workspace"));
            Optional<CallForecast> forecast = forecasts.of(call);
            List<Integer> turningPoints = forecast.map(TurningPoints::of).orElse(List.of()).stream().map(TurningPoints.TurningPoint::ordinal).toList();
            return new OpenCall(
                    call, forecast.orElse(null), turningPoints, labeling.current(id),
                    outcomes.known(id, labeling.standing(id), labeling.annotator()).orElse(null),
                    forecast.isPresent() ? foreign(call) : null);
        }

        private static @Nullable String foreign(Call call) {
            return CallLanguage.of(call.turns().stream().map(Turn::text).toList()).filter(code -> !code.equals("en")).orElse(null);
        }
    }

    private final Reading reading;
    private final WorkQueue queue;
    private final IntegerProperty selected;
    private final Tasks reads;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<@Nullable OpenCall> open = new ReadOnlyObjectWrapper<>();
    private int selectNext = 0;

    /**
     * @param selected the turn in hand
     * @param reads    runs reading in the background
     * @param say      tells a person what did not work; nothing once something did
     */
    CallOpening(Reading reading, WorkQueue queue, IntegerProperty selected, Tasks reads, Consumer<String> say) {
        this.reading = reading;
        this.queue = queue;
        this.selected = selected;
        this.reads = reads;
        this.say = say;
    }

    /** From now on, with the one that is named now. */
    void follow() {
        queue.openProperty().subscribe(this::read);
    }

    /** Null while none is open or the first is being read. */
    ReadOnlyObjectProperty<@Nullable OpenCall> openProperty() {
        return open.getReadOnlyProperty();
    }

    private void read(@Nullable CallId id) {
        if (id == null) {
            open.set(null);
            selected.set(-1);
            return;
        }
        int select = selectNext;
        selectNext = 0;
        reads.quietly(
                Texts.text("annotate.reading"),
                progress -> reading.read(id),
                loaded -> {
                    if (id.equals(queue.openProperty().get())) {
                        say.accept("");
                        selected.set(-1);
                        open.set(loaded);
                        selected.set(Math.min(select, loaded.call().turns().size() - 1));
                    }
                },
                error -> say.accept(Texts.text("annotate.cannot.read", id.value(), String.valueOf(error.getMessage()))));
    }

    /** Reads the open call again, and keeps the turn in hand. */
    void reread() {
        selectNext = Math.max(0, selected.get());
        read(queue.openProperty().get());
    }

    /** Opens the call, if it isn't open, and takes this turn of it in hand. */
    void goTo(CallId call, int ordinal) {
        OpenCall shown = open.get();
        boolean named = call.equals(queue.openProperty().get());
        if (named && shown != null && shown.call().id().equals(call)) {
            selected.set(ordinal);
        } else {
            selectNext = ordinal;
            if (named) {
                read(call);
            } else {
                queue.openProperty().set(call);
            }
        }
    }

    /** Shows what an edit left standing. */
    void show(Written written) {
        OpenCall shown = open.get();
        if (shown != null && shown.call().id().equals(written.call())) {
            open.set(shown.withAnnotations(written.annotations(), written.outcome()));
        }
    }
}
