package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.CallId;

/** Applies edits in order, in memory, and compares what is left with the journal's projection. */
final class Replay {

    private Replay() {}

    static void assertProjectionIs(List<Edit> edits, Journal journal) {
        Map<UUID, Annotation> left = new LinkedHashMap<>();
        Set<CallId> calls = new HashSet<>();
        for (Edit edit : edits) {
            for (Annotation removed : edit.removed()) {
                assertEquals(removed, left.remove(removed.id()), "edit " + edit.seq() + " removes what stood");
            }
            for (Annotation added : edit.added()) {
                assertEquals(null, left.put(added.id(), added), "edit " + edit.seq() + " adds what did not stand");
                calls.add(added.target().call());
            }
        }
        Map<CallId, Set<Annotation>> standing = new HashMap<>();
        journal.current(calls).forEach((call, annotations) -> standing.put(call, new HashSet<>(annotations)));
        assertEquals(left.values().stream().collect(Collectors.groupingBy(a -> a.target().call(), Collectors.toSet())), standing);
        calls.forEach(call -> assertEquals(standing.getOrDefault(call, Set.of()), new HashSet<>(journal.current(call))));
        assertEquals(
                left.values().stream()
                        .filter(a -> a.kind() != LabelKind.STATUS)
                        .collect(Collectors.groupingBy(a -> a.target().call(), Collectors.summingInt(a -> 1))),
                journal.labelCounts());
        assertEquals(
                left.values().stream()
                        .filter(a -> a.kind() == LabelKind.STATUS)
                        .collect(Collectors.groupingBy(a -> a.target().call(), Collectors.mapping(Annotation::label, Collectors.toSet()))),
                journal.statuses());
    }
}
