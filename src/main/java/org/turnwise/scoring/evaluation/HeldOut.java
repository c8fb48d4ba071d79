package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeldOutCall;

/** All held-out calls of an evaluation, in order of id. Immutable. */
final class HeldOut {

    /** Percentages that are pooled where one curve has to do for all prefixes; every call is in each, so each counts the same. */
    static final List<Prefix> POOLED = List.of(new Prefix.Share(25), new Prefix.Share(50), new Prefix.Share(75), Prefix.WHOLE);

    private final List<HeldOutCall> calls;
    private final int[] groupOf;
    private final List<Head> heads;

    /** @throws IllegalArgumentException if there is no call, or not every head speaks of every call */
    HeldOut(List<HeldOutCall> unordered) {
        calls = unordered.stream().sorted(Comparator.comparing(call -> call.call().value())).toList();
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("no call was held out");
        }
        Map<String, Integer> groups = new TreeMap<>();
        calls.forEach(call -> groups.put(call.group(), 0));
        int next = 0;
        for (Map.Entry<String, Integer> group : groups.entrySet()) {
            group.setValue(next++);
        }
        groupOf = calls.stream().mapToInt(call -> Objects.requireNonNull(groups.get(call.group()))).toArray();
        heads = inOrder(headsOf(calls.getFirst()));
        for (HeldOutCall call : calls) {
            if (!headsOf(call).equals(headsOf(calls.getFirst()))) {
                throw new IllegalArgumentException("call " + call.call() + " was forecast by " + headsOf(call) + ", others by " + heads);
            }
        }
    }

    private static Set<Head> headsOf(HeldOutCall call) {
        Set<Head> heads = new LinkedHashSet<>(call.forecasts().running().keySet());
        heads.addAll(call.forecasts().finished().keySet());
        heads.add(Standard.PRIOR);
        return heads;
    }

    private static List<Head> inOrder(Set<Head> present) {
        List<Head> ordered = new ArrayList<>();
        for (Standard head : Standard.values()) {
            if (present.contains(head)) {
                ordered.add(head);
            }
        }
        present.stream().filter(head -> !ordered.contains(head)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    List<HeldOutCall> calls() {
        return calls;
    }

    /** The group of each call, from 0. */
    int[] groupOf() {
        return groupOf;
    }

    /** What a head said of a call once so much was heard; empty if it says nothing then, or the call is left out there. */
    static OptionalDouble said(HeldOutCall call, Head head, Prefix prefix) {
        OptionalInt heard = prefix.heard(call.turns());
        if (heard.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (head == Standard.PRIOR) {
            return OptionalDouble.of(call.prior());
        }
        double[] running = call.forecasts().running().get(head);
        if (running != null) {
            return OptionalDouble.of(running[heard.getAsInt() - 1]);
        }
        Double finished = call.forecasts().finished().get(head);
        return finished != null && prefix.equals(Prefix.WHOLE) ? OptionalDouble.of(finished) : OptionalDouble.empty();
    }

    /** The standard ones first, in their order. */
    List<Head> heads() {
        return heads;
    }

    /** What a head said at a prefix; no rows if it says nothing there. */
    Rows rows(Head head, Prefix prefix) {
        return rows(head, List.of(prefix));
    }

    /** What a head said at 25, 50, 75 and 100 %, or at the end only if it speaks of complete calls. */
    Rows pooled(Head head) {
        return rows(head, POOLED);
    }

    private Rows rows(Head head, List<Prefix> prefixes) {
        List<Rows.Row> rows = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            HeldOutCall call = calls.get(i);
            for (Prefix prefix : prefixes) {
                OptionalDouble said = said(call, head, prefix);
                if (said.isPresent()) {
                    rows.add(new Rows.Row(said.getAsDouble(), call.converted(), i));
                }
            }
        }
        return Rows.of(rows, head != Standard.PRIOR);
    }
}
