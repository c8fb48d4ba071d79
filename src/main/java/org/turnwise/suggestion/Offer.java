package org.turnwise.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Target;

/**
 * What is suggested to one annotator on a call. Immutable.
 *
 * @param likely  in order of turn
 * @param decided by this annotator, as it stands
 */
public record Offer(List<Suggestion> likely, Set<Suggestion.Place> decided) {

    /** Of a call that nothing is suggested on. */
    public static final Offer NONE = new Offer(List.of(), Set.of());

    public Offer {
        likely = List.copyOf(likely);
        decided = Set.copyOf(decided);
    }

    /** What the last decisions on each place leave decided. */
    static Set<Suggestion.Place> standing(List<Decision> decisions) {
        Set<Suggestion.Place> standing = new HashSet<>();
        for (Decision decision : decisions) {
            if (decision.stands()) {
                standing.add(decision.place());
            } else {
                standing.remove(decision.place());
            }
        }
        return standing;
    }

    /**
     * Those still to be decided, in order of turn, the surest first: of acts and objections what the turn has room for and doesn't carry, a kind rather than
     * its family; a stage only where it isn't the one the call is in already.
     *
     * @param mine what the annotator has on the call; others' labels neither hide nor make a suggestion
     */
    public List<Suggestion> open(List<Annotation> mine, LabelScheme scheme) {
        Map<Integer, List<Annotation>> carried = new HashMap<>();
        for (Annotation annotation : mine) {
            if (annotation.target() instanceof Target.OfTurn || annotation.target() instanceof Target.OfSpan) {
                annotation.target().ordinals().forEach(ordinal -> carried.computeIfAbsent(ordinal, o -> new ArrayList<>()).add(annotation));
            }
        }
        Map<Integer, List<Suggestion>> byTurn = new TreeMap<>();
        carried.keySet().forEach(ordinal -> byTurn.put(ordinal, new ArrayList<>()));
        likely.stream()
                .filter(suggestion -> !decided.contains(suggestion.place()))
                .forEach(suggestion -> byTurn.computeIfAbsent(suggestion.ordinal(), o -> new ArrayList<>()).add(suggestion));
        List<Suggestion> open = new ArrayList<>();
        @Nullable String stage = null;
        for (Map.Entry<Integer, List<Suggestion>> turn : byTurn.entrySet()) {
            List<Annotation> there = carried.getOrDefault(turn.getKey(), List.of());
            List<Suggestion> on = onTurn(turn.getValue(), there, stage, scheme);
            open.addAll(on);
            stage = stageAfter(on, there, stage);
        }
        return open;
    }

    private static List<Suggestion> onTurn(List<Suggestion> likely, List<Annotation> there, @Nullable String stage, LabelScheme scheme) {
        long room = LabelKind.ACT.most() - there.stream().filter(a -> acts(a.kind()) && a.target() instanceof Target.OfTurn).count();
        boolean staged = there.stream().anyMatch(a -> a.kind() == LabelKind.STAGE);
        List<Suggestion> open = new ArrayList<>();
        for (Suggestion suggestion : likely) {
            if (suggestion.label().kind() == LabelKind.STAGE) {
                if (!staged && !suggestion.label().id().equals(stage)) {
                    open.add(suggestion);
                }
                // only the surest says where the call is
                staged = true;
            } else if (room > 0 && !carries(there, suggestion.label(), scheme) && !hasKind(likely, suggestion)) {
                open.add(suggestion);
                room--;
            }
        }
        return open;
    }

    private static @Nullable String stageAfter(List<Suggestion> open, List<Annotation> there, @Nullable String before) {
        return there.stream()
                .filter(a -> a.kind() == LabelKind.STAGE)
                .map(Annotation::label)
                .findFirst()
                .or(() -> open.stream().filter(s -> s.label().kind() == LabelKind.STAGE).map(s -> s.label().id()).findFirst())
                .orElse(before);
    }

    private static boolean acts(LabelKind kind) {
        return kind == LabelKind.ACT || kind == LabelKind.OBJECTION;
    }

    /** The label, or one of its kinds. */
    private static boolean carries(List<Annotation> there, Label label, LabelScheme scheme) {
        return there.stream()
                .anyMatch(a -> a.label().equals(label.id()) || scheme.label(a.label()).map(Label::family).filter(label.id()::equals).isPresent());
    }

    private static boolean hasKind(List<Suggestion> likely, Suggestion family) {
        return likely.stream().anyMatch(other -> Objects.equals(other.label().family(), family.label().id()));
    }
}
