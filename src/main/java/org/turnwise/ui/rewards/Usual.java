package org.turnwise.ui.rewards;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.intake.crm.matching.Segments;
import org.turnwise.reward.Baselines;
import org.turnwise.reward.Outcomes;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;

/** What rewards are beside what is usual for the rep and for the segment. */
record Usual(Map<CallId, Baselines.Relative> byRep, Map<CallId, Baselines.Relative> bySegment) {

    /** As it stands now. Any thread. */
    static Usual of(RewardServices services) {
        Map<CallId, String> reps = services.calls().summaries().stream()
                .filter(call -> call.rep() != null).collect(Collectors.toMap(CallSummary::id, call -> String.valueOf(call.rep())));
        Map<CallId, String> segments = new Segments(services.calls(), services.deals(), services.matches()).read();
        Map<CallId, Outcomes.Known> known = services.outcomes().known();
        return new Usual(Baselines.of(known, reps::get), Baselines.of(known, segments::get));
    }

    Baselines.@Nullable Relative ofRep(CallId call) {
        return byRep.get(call);
    }

    Baselines.@Nullable Relative ofSegment(CallId call) {
        return bySegment.get(call);
    }

    /** By the segment where it says something, else by the rep. */
    Optional<Baselines.Relative> surest(CallId call) {
        return Optional.ofNullable(bySegment.get(call)).filter(relative -> !relative.ofAll()).or(() -> Optional.ofNullable(byRep.get(call)));
    }

    /** In a sentence. */
    static String told(Baselines.Relative relative) {
        return relative.ofAll()
                ? Texts.text("rewards.usual.all", Figures.reward(relative.relative()), Figures.reward(relative.baseline()), relative.group(), relative.others())
                : Texts.text("rewards.usual", Figures.reward(relative.relative()), relative.group(), Figures.reward(relative.baseline()), relative.others());
    }
}
