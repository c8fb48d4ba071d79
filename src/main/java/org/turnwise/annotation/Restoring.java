package org.turnwise.annotation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.call.CallId;

/**
 * Brings back what one annotator's history shows. What it does are edits like any other: they stand in the journal after those they change, and can be
 * undone. Only the annotator's own annotations are touched. Durable when a method returns. One thread at a time.
 */
public final class Restoring {

    private final Journal journal;
    private final CurrentScheme scheme;
    private final String annotator;
    private final Clock clock;
    private final Consumer<Edit> alongside;

    /** @param alongside called within each write, with the stored edit */
    public Restoring(Journal journal, CurrentScheme scheme, String annotator, Clock clock, Consumer<Edit> alongside) {
        this.journal = journal;
        this.scheme = scheme;
        this.annotator = annotator;
        this.clock = clock;
        this.alongside = alongside;
    }

    /** Whose edits these are. */
    public String annotator() {
        return annotator;
    }

    /**
     * Does the opposite of one edit, and leaves all that was done since as it is, but for what can't stand beside what comes back.
     *
     * @throws NotAllowed if it is somebody else's, if it is on several calls, or if what it did has been changed since
     */
    public Edit takeBack(Edit edit) {
        if (!edit.annotator().equals(annotator)) {
            throw new NotAllowed("This was done by " + edit.annotator() + ", and only they can take it back");
        }
        List<Annotation> mine = on(onlyCall(edit), reading(edit));
        Set<UUID> standing = mine.stream().map(Annotation::id).collect(Collectors.toSet());
        boolean changed = edit.added().stream().anyMatch(a -> !standing.contains(a.id())) || edit.removed().stream().anyMatch(a -> standing.contains(a.id()));
        if (changed) {
            throw new NotAllowed("\"" + edit.what() + "\" was changed by a later edit. Take that back first, or put the call back to how it was before");
        }
        Set<Annotation> removed = new LinkedHashSet<>(edit.added());
        edit.added().forEach(taken -> removed.addAll(goingWith(taken, edit.removed(), mine)));
        edit.removed().forEach(back -> removed.addAll(givingWay(back, mine)));
        checkRoom(edit.removed(), mine, removed);
        return append("Took back: " + edit.what(), List.copyOf(removed), edit.removed());
    }

    /**
     * Puts what the annotator has on the edit's call back to how it stood right after that edit; empty if it stands so now. Of a call they have read twice,
     * that is the reading the edit belongs to.
     *
     * @throws NotAllowed if the edit is on several calls
     */
    public Optional<Edit> putBack(Edit after) {
        CallId call = onlyCall(after);
        String reading = reading(after);
        Map<UUID, Annotation> then = new LinkedHashMap<>();
        for (Edit edit : journal.history(new HistoryFilter(call, null), 0, Integer.MAX_VALUE).reversed()) {
            edit.removed().forEach(annotation -> then.remove(annotation.id()));
            edit.added().stream().filter(a -> a.target().call().equals(call) && a.annotator().equals(reading)).forEach(a -> then.put(a.id(), a));
            if (edit.seq() == after.seq()) {
                break;
            }
        }
        List<Annotation> now = on(call, reading);
        List<Annotation> removed = now.stream().filter(annotation -> !then.containsKey(annotation.id())).toList();
        Set<UUID> standing = now.stream().map(Annotation::id).collect(Collectors.toSet());
        List<Annotation> added = then.values().stream().filter(annotation -> !standing.contains(annotation.id())).toList();
        return removed.isEmpty() && added.isEmpty()
                ? Optional.empty()
                : Optional.of(append("Call back to after: " + after.what(), removed, added));
    }

    private static CallId onlyCall(Edit edit) {
        Set<CallId> calls = Stream.concat(edit.added().stream(), edit.removed().stream()).map(a -> a.target().call()).collect(Collectors.toSet());
        if (calls.size() != 1) {
            throw new NotAllowed("\"" + edit.what() + "\" is on " + calls.size() + " calls; undo takes it back while nothing was done since");
        }
        return calls.iterator().next();
    }

    /** With its resolution an episode ends, unless it gets another one. */
    private List<Annotation> goingWith(Annotation taken, List<Annotation> back, List<Annotation> mine) {
        boolean staysLinked = back.stream().anyMatch(a -> a.kind() == LabelKind.RESOLUTION && a.target().equals(taken.target()));
        return staysLinked ? List.of() : new LabelRules(scheme.now()).goingWith(taken, on(taken.target(), mine));
    }

    private List<Annotation> givingWay(Annotation back, List<Annotation> mine) {
        List<Annotation> gives = new ArrayList<>(on(back.target(), mine).stream()
                .filter(there -> back.kind().most() == 1 && there.kind() == back.kind() || isFamily(there, back) || isFamily(back, there)
                        || opposite(there, back))
                .toList());
        if (back.target() instanceof Target.OfTurns episode) {
            mine.stream()
                    .filter(there -> there.target() instanceof Target.OfTurns other && !other.equals(episode))
                    .filter(there -> there.target().ordinals().getFirst().equals(episode.ordinals().getFirst()))
                    .forEach(gives::add);
        }
        return gives;
    }

    private boolean isFamily(Annotation family, Annotation of) {
        return scheme.now().label(of.label()).map(label -> family.label().equals(label.family())).orElse(false);
    }

    private static boolean opposite(Annotation one, Annotation other) {
        return Set.of(one.label(), other.label()).equals(Set.of(Statuses.SUBMITTED, Statuses.SKIPPED));
    }

    /** No turn gets more acts than it may have. */
    private static void checkRoom(List<Annotation> back, List<Annotation> mine, Collection<Annotation> removed) {
        for (Annotation annotation : back) {
            long most = annotation.kind().most();
            boolean act = LabelRules.ACTS.contains(annotation.kind());
            long there = Stream.concat(mine.stream().filter(a -> !removed.contains(a)), back.stream())
                    .filter(a -> act && LabelRules.ACTS.contains(a.kind()) && a.target().equals(annotation.target()))
                    .count();
            if (there > most) {
                throw new NotAllowed("There is no room for it on " + LabelRules.place(annotation.target()) + " any more; take an act off first");
            }
        }
    }

    /** The name under which the annotator read the call when they made the edit. */
    private String reading(Edit edit) {
        return Stream.concat(edit.added().stream(), edit.removed().stream())
                .filter(a -> Rereading.isBy(a, annotator))
                .map(Annotation::annotator)
                .findFirst()
                .orElse(annotator);
    }

    private List<Annotation> on(CallId call, String reading) {
        return journal.current(call).stream().filter(a -> a.annotator().equals(reading)).toList();
    }

    private static List<Annotation> on(Target target, List<Annotation> annotations) {
        return annotations.stream().filter(a -> a.target().equals(target)).toList();
    }

    private Edit append(String what, List<Annotation> removed, List<Annotation> added) {
        return journal.append(new Edit(0, Edit.Cause.DONE, null, what, removed, added, annotator, clock.instant()), alongside);
    }
}
