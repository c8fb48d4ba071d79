package org.turnwise.reward;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;

/** What rewards are beside what is usual for the rep and for the segment. */
public record Usual(Map<CallId, Baselines.Relative> byRep, Map<CallId, Baselines.Relative> bySegment) {

    /**
     * Of what is given as known and of nothing else: one call's reward shows in what is usual for all others, so whoever may not know of it must not be
     * given it here either.
     *
     * @param segments of those calls that have one
     */
    public static Usual of(Map<CallId, Outcomes.Known> known, Collection<CallSummary> calls, Map<CallId, String> segments) {
        Map<CallId, String> reps = calls.stream()
                .filter(call -> call.rep() != null)
                .collect(Collectors.toMap(CallSummary::id, call -> String.valueOf(call.rep())));
        return new Usual(Baselines.of(known, reps::get), Baselines.of(known, segments::get));
    }

    public Baselines.@Nullable Relative ofRep(CallId call) {
        return byRep.get(call);
    }

    public Baselines.@Nullable Relative ofSegment(CallId call) {
        return bySegment.get(call);
    }

    /** By the segment where it says something, else by the rep. */
    public Optional<Baselines.Relative> surest(CallId call) {
        return Optional.ofNullable(bySegment.get(call)).filter(relative -> !relative.ofAll()).or(() -> Optional.ofNullable(byRep.get(call)));
    }
}
