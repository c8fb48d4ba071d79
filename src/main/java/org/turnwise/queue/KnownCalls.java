package org.turnwise.queue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Progress;

/** What the queue knows of every call, kept from one build to the next and brought up to date by what changed since, which is little. One thread at a time. */
final class KnownCalls {

    /** One call, and the row it had when it was last in the queue. */
    static final class Known {
        private CallSummary call;
        private @Nullable Outlook outlook;
        private int correction;
        private @Nullable OutcomeKind outcome;
        private @Nullable Case now;
        private @Nullable Case shownAs;
        private boolean shownActive;
        private @Nullable QueueItem shown;

        Known(CallSummary call) {
            this.call = call;
        }

        /** The same object as long as nothing in it changes. */
        Case asCase() {
            Case there = now;
            if (there == null) {
                there = new Case(call, outlook, outcome);
                now = there;
            }
            return there;
        }

        /** The row as it was last, if nothing that it was made of is different; null otherwise. */
        @Nullable QueueItem unchanged(boolean active) {
            return shownAs == asCase() && shownActive == active ? shown : null;
        }

        void show(QueueItem item, boolean active) {
            shown = item;
            shownAs = asCase();
            shownActive = active;
        }
    }

    private final CallRepository calls;
    private final Outcomes outcomes;
    private final Forecasts forecasts;
    private final Map<CallId, Known> known = new HashMap<>();
    /** What was said of calls that are not here (yet). */
    private final Map<CallId, OutcomeKind> outcomesOfOthers = new HashMap<>();
    private CallRepository.Mark mark = CallRepository.Mark.START;
    private long signal;
    private OptionalInt version = OptionalInt.empty();

    KnownCalls(CallRepository calls, Outcomes outcomes, Forecasts forecasts) {
        this.calls = calls;
        this.outcomes = outcomes;
        this.forecasts = forecasts;
    }

    /** Scores what the active scorer has not scored yet, which is what may take long. */
    void follow(Progress progress) {
        followCalls();
        followOutcomes();
        followForecasts(progress);
    }

    private void followCalls() {
        CallRepository.Since since = calls.since(mark);
        for (CallSummary call : since.calls()) {
            Known there = known.get(call.id());
            if (there == null) {
                there = new Known(call);
                there.outcome = outcomesOfOthers.remove(call.id());
                known.put(call.id(), there);
            }
            there.call = call;
            there.now = null;
        }
        mark = since.now();
    }

    private void followOutcomes() {
        Outcomes.Since since = outcomes.since(signal);
        since.calls().forEach((id, now) -> {
            OutcomeKind kind = now.map(Outcomes.Known::kind).orElse(null);
            Known there = known.get(id);
            if (there != null) {
                there.outcome = kind;
                there.now = null;
            } else if (kind != null) {
                outcomesOfOthers.put(id, kind);
            } else {
                outcomesOfOthers.remove(id);
            }
        });
        signal = since.last();
    }

    private void followForecasts(Progress progress) {
        OptionalInt active = forecasts.activeVersion();
        boolean other = !active.equals(version);
        version = active;
        Set<CallId> missing = new HashSet<>();
        known.forEach((id, one) -> {
            int correction = forecasts.correction(id);
            Outlook outlook = one.outlook;
            if (outlook != null && (other || one.correction != correction || !one.call.sidesSettled())) {
                one.outlook = null;
                one.now = null;
            }
            if (one.outlook == null && active.isPresent() && one.call.sidesSettled()) {
                one.correction = correction;
                missing.add(id);
            }
        });
        forecasts.visit(missing, progress, forecast -> {
            Known one = known.get(forecast.call());
            if (one != null && active.isPresent() && forecast.version() == active.getAsInt()) {
                one.outlook = Outlook.of(forecast);
                one.now = null;
            }
        });
    }

    Collection<Known> all() {
        return known.values();
    }
}
