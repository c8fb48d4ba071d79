package org.turnwise.queue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Interleaves reasons in a fixed proportion, strongest first within each: smooth weighted round robin, so that every stretch of the queue has about the
 * mix of the whole. When a reason runs out, the others share its places.
 */
final class Mix {

    /** Of a hundred places, and five more for calls that come back. */
    private static final Map<QueueReason, Integer> STANDARD = new EnumMap<>(Map.of(
            QueueReason.BORDERLINE, 36, QueueReason.ANOMALOUS, 18, QueueReason.FAILURE, 16, QueueReason.WIN, 10, QueueReason.RANDOM, 20,
            QueueReason.RECHECK, 5));

    /** A call with the reason it stands under. */
    record Placed(KnownCalls.Known one, Claim claim) {}

    private Mix() {}

    /** One reason's calls that have no place yet, and how much it is owed. */
    private static final class Lane {
        private final int weight;
        private final Iterator<Placed> waiting;
        private int credit;

        Lane(QueueReason reason, List<Placed> placed) {
            weight = STANDARD.getOrDefault(reason, 1);
            waiting = placed.iterator();
        }
    }

    /** @param strongestFirst by reason, each strongest first; left as it is */
    static List<Placed> interleave(Map<QueueReason, List<Placed>> strongestFirst) {
        List<Lane> lanes = new ArrayList<>();
        int calls = 0;
        for (QueueReason reason : QueueReason.values()) {
            List<Placed> placed = strongestFirst.getOrDefault(reason, List.of());
            calls += placed.size();
            if (!placed.isEmpty()) {
                lanes.add(new Lane(reason, placed));
            }
        }
        List<Placed> mixed = new ArrayList<>(calls);
        while (!lanes.isEmpty()) {
            int given = 0;
            Lane next = lanes.getFirst();
            for (Lane lane : lanes) {
                given += lane.weight;
                lane.credit += lane.weight;
                next = lane.credit > next.credit ? lane : next;
            }
            next.credit -= given;
            mixed.add(next.waiting.next());
            if (!next.waiting.hasNext()) {
                lanes.remove(next);
            }
        }
        return mixed;
    }
}
