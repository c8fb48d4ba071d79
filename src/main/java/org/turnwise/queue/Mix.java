package org.turnwise.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
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

    static List<Placed> interleave(List<Placed> all) {
        Map<QueueReason, Deque<Placed>> byReason = new EnumMap<>(QueueReason.class);
        all.stream()
                .sorted(Comparator.comparingDouble((Placed p) -> -p.claim().score()).thenComparing(p -> p.one().asCase().call().id()))
                .forEach(p -> byReason.computeIfAbsent(p.claim().reason(), r -> new ArrayDeque<>()).add(p));
        Map<QueueReason, Integer> credit = new EnumMap<>(QueueReason.class);
        List<Placed> mixed = new ArrayList<>(all.size());
        while (mixed.size() < all.size()) {
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
            Deque<Placed> waiting = byReason.getOrDefault(next, new ArrayDeque<>());
            mixed.add(waiting.removeFirst());
            if (waiting.isEmpty()) {
                byReason.remove(next);
                credit.remove(next);
            }
        }
        return mixed;
    }
}
