package org.turnwise.ui.find;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.find.SearchFilter;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.OutcomeKind;

/** A filter with one part of it changed. */
final class Change {

    private Change() {}

    static SearchFilter labels(SearchFilter f, Set<String> labels) {
        return new SearchFilter(labels, f.annotators(), f.sides(), f.reps(), f.outcomes(), f.from(), f.to(), f.least(), f.most(), f.reasons(), f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter annotators(SearchFilter f, Set<String> annotators) {
        return new SearchFilter(f.labels(), annotators, f.sides(), f.reps(), f.outcomes(), f.from(), f.to(), f.least(), f.most(), f.reasons(), f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter sides(SearchFilter f, Set<Side> sides) {
        return new SearchFilter(f.labels(), f.annotators(), sides, f.reps(), f.outcomes(), f.from(), f.to(), f.least(), f.most(), f.reasons(), f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter reps(SearchFilter f, Set<String> reps) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), reps, f.outcomes(), f.from(), f.to(), f.least(), f.most(), f.reasons(), f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter outcomes(SearchFilter f, Set<OutcomeKind> outcomes) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), f.reps(), outcomes, f.from(), f.to(), f.least(), f.most(), f.reasons(), f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter days(SearchFilter f, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), f.reps(), f.outcomes(), from, to, f.least(), f.most(), f.reasons(), f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter chances(SearchFilter f, @Nullable Double least, @Nullable Double most) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), f.reps(), f.outcomes(), f.from(), f.to(), least, most, f.reasons(), f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter reasons(SearchFilter f, Set<QueueReason> reasons) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), f.reps(), f.outcomes(), f.from(), f.to(), f.least(), f.most(), reasons, f.statuses(),
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter statuses(SearchFilter f, Set<WorkStatus> statuses) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), f.reps(), f.outcomes(), f.from(), f.to(), f.least(), f.most(), f.reasons(), statuses,
                f.flaggedOnly(), f.sources());
    }

    static SearchFilter flagged(SearchFilter f, boolean only) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), f.reps(), f.outcomes(), f.from(), f.to(), f.least(), f.most(), f.reasons(),
                f.statuses(), only, f.sources());
    }

    static SearchFilter sources(SearchFilter f, Set<String> sources) {
        return new SearchFilter(f.labels(), f.annotators(), f.sides(), f.reps(), f.outcomes(), f.from(), f.to(), f.least(), f.most(), f.reasons(),
                f.statuses(), f.flaggedOnly(), sources);
    }
}
