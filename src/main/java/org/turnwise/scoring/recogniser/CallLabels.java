package org.turnwise.scoring.recogniser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;

/**
 * What those who read a call said of its turns. Equal labels have an equal {@code toString}, in whatever order they were read. Immutable.
 *
 * @param turns  in order of turn, then family; only what carries a label
 * @param deltas by ordinal, how far people saw the turn move the chance of winning, in [-2, 2]: the mean over annotators
 */
public record CallLabels(List<OnTurn> turns, Map<Integer, Double> deltas) {

    /** Of a call that nobody has read. */
    public static final CallLabels NONE = new CallLabels(List.of(), Map.of());

    /**
     * One family's labels of a turn.
     *
     * @param labels at least one
     */
    public record OnTurn(int ordinal, Family family, Set<String> labels) {

        public OnTurn {
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("turn " + ordinal + " carries no label of the family " + family);
            }
            labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
        }
    }

    private static final String DELTA = "DELTA_";

    public CallLabels {
        turns = List.copyOf(turns);
        deltas = Collections.unmodifiableSortedMap(new TreeMap<>(deltas));
    }

    /**
     * What people and the call's source said. Labels that the scheme doesn't have, or that the turn's side can't carry (any more), say nothing; a subtype
     * says its act as well. What two annotators put on one turn is both there.
     *
     * @param standing what stands on the call now
     */
    public static CallLabels of(Call call, List<Annotation> standing, LabelScheme scheme) {
        Map<String, Label> byId = new TreeMap<>();
        scheme.labels().forEach(label -> byId.put(label.id(), label));
        List<OnTurn> turns = new ArrayList<>(ofPeople(call, standing, byId));
        turns.addAll(SourceLabels.of(call));
        turns.sort((a, b) -> a.ordinal() != b.ordinal() ? Integer.compare(a.ordinal(), b.ordinal()) : a.family().compareTo(b.family()));
        return new CallLabels(turns, deltas(call, standing));
    }

    private static List<OnTurn> ofPeople(Call call, List<Annotation> standing, Map<String, Label> byId) {
        Map<Family, Map<Integer, Set<String>>> found = new TreeMap<>();
        for (Annotation annotation : standing) {
            Label label = byId.get(annotation.label());
            int ordinal = turnOf(annotation.target());
            if (ordinal >= 0 && ordinal < call.turns().size() && label != null && label.kind() == annotation.kind()) {
                Side side = call.sideOf(call.turns().get(ordinal));
                Family family = switch (label.kind()) {
                    case STAGE -> Family.STAGE;
                    case ACT, OBJECTION -> Family.ACT;
                    case FLAG, QUALITY, DELTA, RESOLUTION, SEVERITY, OUTCOME, NOTE, STATUS -> null;
                };
                if (family != null && label.sides().contains(side)) {
                    Set<String> there = found.computeIfAbsent(family, f -> new TreeMap<>()).computeIfAbsent(ordinal, o -> new TreeSet<>());
                    there.add(label.id());
                    if (label.family() != null) {
                        there.add(label.family());
                    }
                }
            }
        }
        List<OnTurn> turns = new ArrayList<>();
        found.forEach((family, byTurn) -> byTurn.forEach((ordinal, labels) -> turns.add(new OnTurn(ordinal, family, labels))));
        return turns;
    }

    /** The turn a label speaks about: what some words of a turn do, the turn does. −1 where it speaks about no one turn. */
    private static int turnOf(Target target) {
        return switch (target) {
            case Target.OfTurn turn -> turn.ordinal();
            case Target.OfSpan span -> span.ordinal();
            case Target.OfCall call -> -1;
            case Target.OfTurns turns -> -1;
        };
    }

    private static Map<Integer, Double> deltas(Call call, List<Annotation> standing) {
        Map<Integer, List<Integer>> said = new TreeMap<>();
        for (Annotation annotation : standing) {
            if (annotation.kind() == LabelKind.DELTA
                    && annotation.target() instanceof Target.OfTurn on
                    && on.ordinal() < call.turns().size()
                    && annotation.label().matches(DELTA + "[+-]?[0-2]")) {
                said.computeIfAbsent(on.ordinal(), o -> new ArrayList<>()).add(Integer.parseInt(annotation.label().substring(DELTA.length())));
            }
        }
        Map<Integer, Double> means = new TreeMap<>();
        said.forEach((ordinal, values) -> means.put(ordinal, values.stream().mapToInt(Integer::intValue).average().orElseThrow()));
        return means;
    }

    /** Whether a recogniser can learn anything from the call. */
    public boolean teach() {
        return !turns.isEmpty();
    }

    /**
     * The turns to learn from.
     *
     * @param call    the one these are the labels of
     * @param meaning a turn's embedding
     */
    public List<LabelledTurn> labelled(Call call, Function<Turn, float[]> meaning) {
        List<LabelledTurn> labelled = new ArrayList<>(turns.size());
        for (OnTurn on : turns) {
            Turn turn = call.turns().get(on.ordinal());
            labelled.add(new LabelledTurn(call.group(), call.sideOf(turn), on.family(), meaning.apply(turn), on.labels()));
        }
        return labelled;
    }
}
