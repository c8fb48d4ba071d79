package org.turnwise.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
        private @Nullable Claim claim;
        private @Nullable Case claimedFor;
        private @Nullable Claims claimedBy;
        private @Nullable Claim shownUnder;
        private boolean shownInDetail;
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

        /** What speaks most for it: the same object as long as nothing that it hangs on changes. */
        Claim claim(Claims claims) {
            Claim there = claim;
            if (there == null || claimedFor != asCase() || claimedBy != claims) {
                there = claims.strongest(asCase());
                claim = there;
                claimedFor = asCase();
                claimedBy = claims;
            }
            return there;
        }

        /**
         * The row as it was last under this claim, if it would be put into words no differently; null otherwise.
         *
         * @param before how many stand before it under the same reason
         */
        @Nullable QueueItem unchanged(Claim under, int before) {
            boolean sameWords = under.reason() != QueueReason.ANOMALOUS || shownInDetail == Anomalous.detailed(before);
            return shownUnder == under && sameWords ? shown : null;
        }

        void show(QueueItem item, Claim under, int before) {
            shown = item;
            shownUnder = under;
            shownInDetail = Anomalous.detailed(before);
        }
    }

    private final CallRepository calls;
    private final Outcomes outcomes;
    private final Forecasts forecasts;
    private final Map<CallId, Known> known = new HashMap<>();
    /** As they stood in the last build: little of it is out of order in the next. */
    private final List<Known> ranked = new ArrayList<>();
    /** What was said of calls that are not here (yet). */
    private final Map<CallId, OutcomeKind> outcomesOfOthers = new HashMap<>();
    private CallRepository.Mark mark = CallRepository.Mark.START;
    private long signal;
    private OptionalInt version = OptionalInt.empty();
    private long state;
    /** Of which state of the calls, and after how many corrections, every call that can have a forecast has it. */
    private long scoredState = -1;
    private long scoredCorrections;

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
        state += since.calls().isEmpty() ? 0 : 1;
        for (CallSummary call : since.calls()) {
            Known there = known.get(call.id());
            if (there == null) {
                there = new Known(call);
                there.outcome = outcomesOfOthers.remove(call.id());
                known.put(call.id(), there);
                ranked.add(there);
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
        long corrections = forecasts.corrections();
        boolean other = !active.equals(version);
        if (!other && state == scoredState && corrections == scoredCorrections) {
            return;
        }
        version = active;
        scoredState = -1;
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
        forecasts.visit(Set.copyOf(missing), progress, forecast -> {
            Known one = known.get(forecast.call());
            if (one != null && active.isPresent() && forecast.version() == active.getAsInt()) {
                one.outlook = Outlook.of(forecast);
                one.now = null;
                missing.remove(forecast.call());
            }
        });
        if (missing.isEmpty()) {
            scoredState = state;
            scoredCorrections = corrections;
        }
    }

    /** Changes whenever calls come in or their sides are settled. */
    long state() {
        return state;
    }

    /** In no order. */
    Collection<Known> all() {
        return known.values();
    }

    /** By reason, the strongest claim first, of equals by id. As it is now, until it is asked again. */
    List<Known> strongestFirst(Claims claims) {
        ranked.sort((one, other) -> {
            Claim ofOne = one.claim(claims);
            Claim ofOther = other.claim(claims);
            int byReason = ofOne.reason().compareTo(ofOther.reason());
            int byScore = byReason == 0 ? Double.compare(ofOther.score(), ofOne.score()) : byReason;
            return byScore == 0 ? one.call.id().compareTo(other.call.id()) : byScore;
        });
        return Collections.unmodifiableList(ranked);
    }
}
