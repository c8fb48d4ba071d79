package org.turnwise.queue;

import java.util.ArrayList;
import java.util.Collections;
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

    /** @param strongestFirst by reason, each strongest first; left as it is */
    static List<Placed> interleave(Map<QueueReason, List<Placed>> strongestFirst) {
        Map<QueueReason, Iterator<Placed>> byReason = new EnumMap<>(QueueReason.class);
        strongestFirst.forEach((reason, placed) -> byReason.put(reason, placed.iterator()));
        byReason.values().removeIf(waiting -> !waiting.hasNext());
        Map<QueueReason, Integer> credit = new EnumMap<>(QueueReason.class);
        List<Placed> mixed = new ArrayList<>();
        while (!byReason.isEmpty()) {
            int given = 0;
            QueueReason next = QueueReason.RANDOM;
            int most = Integer.MIN_VALUE;
            for (QueueReason reason : byReason.keySet()) {
                int weight = STANDARD.getOrDefault(reason, 1);
                given += weight;
                int now = credit.merge(reason, weight, Integer::sum);
                if (now > most) {
                    most = now;
                    next = reason;
                }
            }
            credit.merge(next, -given, Integer::sum);
            Iterator<Placed> waiting = byReason.getOrDefault(next, Collections.emptyIterator());
            mixed.add(waiting.next());
            if (!waiting.hasNext()) {
                byReason.remove(next);
                credit.remove(next);
            }
        }
        return mixed;
    }
}
