package org.turnwise.annotation.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.call.CallId;

/**
 * What stands on one call when everything known is applied in order, and where edits got in each other's way.
 *
 * <p>An edit of one workspace alone is applied as it was made: it takes off what stood and puts on what did not. Of edits made without knowing of each
 * other, one may take off what another has taken off already, which then changes nothing, or put on what can't stand beside what another put on, which
 * then goes. Nothing here fails, whatever the edits say.
 */
public final class Replay {

    /** @param by the edit that put it there last */
    public record Standing(Annotation annotation, Entry by) {}

    /** A conflict that may still get more sides. */
    private static final class Open {
        private final Subject subject;
        private final Map<UUID, Entry> sides = new LinkedHashMap<>();
        private @Nullable UUID settledBy;

        private Open(Subject subject) {
            this.subject = subject;
        }
    }

    private final CallId call;
    private final Map<UUID, Standing> standing = new LinkedHashMap<>();
    private final Map<UUID, Entry> takenOffBy = new HashMap<>();
    /** What was said twice, by people who did not know of each other, and stands once: it stays when the other who said it takes only his own back. */
    private final Map<UUID, Standing> saidAgain = new LinkedHashMap<>();
    private final Map<Subject, List<Open>> conflicts = new LinkedHashMap<>();

    private Replay(CallId call) {
        this.call = call;
    }

    /** @param entries all that are known and touch the call, in any order; what they say of other calls is left out */
    public static Replay of(CallId call, List<Entry> entries) {
        Replay replay = new Replay(call);
        entries.stream().sorted(Entry.ORDER).forEach(replay::apply);
        return replay;
    }

    public List<Standing> standing() {
        return List.copyOf(standing.values());
    }

    private void apply(Entry entry) {
        List<Annotation> removed = here(entry.removed());
        List<Annotation> added = here(entry.added());
        settle(entry, removed, added);
        removed.forEach(annotation -> takeOff(annotation, entry));
        added.forEach(annotation -> putOn(annotation, entry));
    }

    private List<Annotation> here(List<Annotation> annotations) {
        return annotations.stream().filter(annotation -> annotation.target().call().equals(call)).toList();
    }

    private void takeOff(Annotation annotation, Entry by) {
        saidAgain.remove(annotation.id());
        if (standing.remove(annotation.id()) != null) {
            takenOffBy.put(annotation.id(), by);
            leaveWhatOthersSaid(annotation, by);
            return;
        }
        Entry other = takenOffBy.get(annotation.id());
        Subject subject = Subject.of(annotation);
        if (other != null && other.stamp().concurrentWith(by.stamp()) && !put(other, subject).equals(put(by, subject))) {
            conflict(subject, other, by);
        }
    }

    private void leaveWhatOthersSaid(Annotation takenOff, Entry by) {
        List<Standing> same = saidAgain.values().stream().filter(other -> isSame(other.annotation(), takenOff)).toList();
        same.forEach(other -> saidAgain.remove(other.annotation().id()));
        List<Standing> unknown = same.stream().filter(other -> other.by().stamp().concurrentWith(by.stamp())).toList();
        if (!unknown.isEmpty()) {
            Standing last = unknown.getLast();
            unknown.forEach(other -> saidAgain.put(other.annotation().id(), other));
            saidAgain.remove(last.annotation().id());
            takenOffBy.remove(last.annotation().id());
            standing.put(last.annotation().id(), last);
        }
    }

    private static boolean isSame(Annotation one, Annotation other) {
        return Subject.of(one).equals(Subject.of(other)) && Subject.says(one).equals(Subject.says(other));
    }

    private void putOn(Annotation annotation, Entry by) {
        if (standing.containsKey(annotation.id())) {
            return;
        }
        for (Standing there : standing()) {
            if (there.by().stamp().concurrentWith(by.stamp()) && Subject.exclude(there.annotation(), annotation)) {
                standing.remove(there.annotation().id());
                takenOffBy.put(there.annotation().id(), by);
                if (isSame(there.annotation(), annotation)) {
                    saidAgain.put(there.annotation().id(), there);
                } else {
                    conflict(Subject.of(annotation), there.by(), by);
                }
            }
        }
        standing.put(annotation.id(), new Standing(annotation, by));
    }

    private Set<String> put(Entry entry, Subject subject) {
        return about(here(entry.added()), subject).stream().map(Subject::says).collect(Collectors.toSet());
    }

    private static List<Annotation> about(List<Annotation> annotations, Subject subject) {
        return annotations.stream().filter(annotation -> Subject.of(annotation).equals(subject)).toList();
    }

    private void conflict(Subject subject, Entry one, Entry other) {
        List<Open> ofSubject = conflicts.computeIfAbsent(subject, s -> new ArrayList<>());
        if (ofSubject.isEmpty() || ofSubject.getLast().settledBy != null) {
            ofSubject.add(new Open(subject));
        }
        Open open = ofSubject.getLast();
        open.sides.put(one.id(), one);
        open.sides.put(other.id(), other);
    }

    /** Whoever edits the place knowing all sides has decided; whoever takes that back has not. */
    private void settle(Entry entry, List<Annotation> removed, List<Annotation> added) {
        Set<Subject> touched = Stream.concat(removed.stream(), added.stream()).map(Subject::of).collect(Collectors.toSet());
        for (Subject subject : touched) {
            for (Open open : conflicts.getOrDefault(subject, List.of())) {
                if (entry.cause() == Edit.Cause.UNDO && Objects.equals(entry.reverts(), open.settledBy)) {
                    open.settledBy = null;
                } else if (open.settledBy == null && open.sides.values().stream().allMatch(side -> entry.stamp().knew(side.stamp()))) {
                    open.settledBy = entry.id();
                }
            }
        }
    }

    /** In the order in which they arose. */
    public List<Conflict> conflicts() {
        return conflicts.values().stream().flatMap(List::stream).map(this::conflict).toList();
    }

    private Conflict conflict(Open open) {
        List<Conflict.Side> sides = open.sides.values().stream().sorted(Entry.ORDER).map(entry -> side(entry, open.subject)).toList();
        String name = sides.getFirst().edit() + " " + open.subject;
        List<Annotation> now = about(standing.values().stream().map(Standing::annotation).toList(), open.subject);
        return new Conflict(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), open.subject, sides, now, open.settledBy != null);
    }

    private Conflict.Side side(Entry entry, Subject subject) {
        return new Conflict.Side(
                entry.id(), entry.stamp().origin(), entry.what(), entry.at(), about(here(entry.removed()), subject), about(here(entry.added()), subject));
    }
}
