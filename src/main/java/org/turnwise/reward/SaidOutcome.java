package org.turnwise.reward;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;

/** What people say in annotations of the outcome of a call, who are of one origin. */
record SaidOutcome(RewardSignal.Origin origin, OutcomeKind kind, String evidence) {

    /** Of those who say it in annotations. */
    static final List<RewardSignal.Origin> ORIGINS = List.of(RewardSignal.Origin.ANALYST, RewardSignal.Origin.REVIEWER);

    /** What those of this origin said last; empty if they say nothing. */
    static Optional<SaidOutcome> by(RewardSignal.Origin origin, List<Annotation> annotations) {
        boolean corrected = origin == RewardSignal.Origin.REVIEWER;
        return annotations.stream()
                .filter(a -> corrected ? a.label().equals(Statuses.CORRECTION) : a.kind() == LabelKind.OUTCOME)
                .max(Comparator.comparing(Annotation::at).thenComparing(Annotation::id))
                .flatMap(a -> Optional.ofNullable(corrected ? a.text() : a.label())
                        .flatMap(OutcomeKind::ofName)
                        .map(kind -> new SaidOutcome(origin, kind, (corrected ? "corrected by " : "labeled by ") + a.annotator())));
    }

    /** What is said on reading a call again is there to compare. */
    static List<Annotation> firstReadings(List<Annotation> annotations) {
        return annotations.stream().filter(a -> !Rereading.isAgain(a.annotator())).toList();
    }

    Outcomes.Reported of(CallId call) {
        return new Outcomes.Reported(call, kind, origin, evidence);
    }
}
