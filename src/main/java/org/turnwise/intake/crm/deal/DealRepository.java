package org.turnwise.intake.crm.deal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deals that CRM tables told of. Nothing is changed or removed; what a method saved is on disk when it returns. Any thread. */
public interface DealRepository {

    /** What became of the rows handed to {@link #add}. */
    record Added(int fresh, int changed, int unchanged) {}

    /** A deal as it was read at some time. */
    record Version(Deal deal, Instant readAt) {}

    /** Appends deals that are not here or say something else than the last time. All or none. */
    Added add(Collection<Deal> deals, Instant at);

    /** Appends changes that are not here yet; returns how many. All or none. */
    int addStageChanges(Collection<StageChange> changes);

    /** Every deal as it was last read, by id. */
    Map<String, Deal> latest();

    Optional<Deal> find(String id);

    /** Every version of a deal, oldest first. */
    List<Version> history(String id);

    /** Oldest first. */
    List<StageChange> stageChanges(String dealId);
}
