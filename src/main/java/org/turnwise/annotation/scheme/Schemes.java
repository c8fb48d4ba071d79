package org.turnwise.annotation.scheme;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.call.CallId;

/** The label scheme of a workspace: what it is now, what it was, and how it changes. Durable when a method returns. Any thread. */
public final class Schemes implements CurrentScheme {

    private final SchemeVersions versions;
    private final Journal journal;
    private final Clock clock;
    private final LabelScheme first;
    private final Consumer<Edit> alongside;
    private final List<Consumer<Edit>> listeners = new CopyOnWriteArrayList<>();
    /** Changed within writes of the workspace only, which go one after another. */
    private volatile List<SchemeVersion> history;

    /**
     * @param first     what the workspace begins with
     * @param alongside called within each write, with the stored edit
     */
    public Schemes(LabelScheme first, SchemeVersions versions, Journal journal, Clock clock, Consumer<Edit> alongside) {
        this.first = first;
        this.versions = versions;
        this.journal = journal;
        this.clock = clock;
        this.alongside = alongside;
        List<SchemeVersion> stored = versions.all();
        this.history = stored.isEmpty() ? beginning(first) : List.copyOf(stored);
    }

    private static List<SchemeVersion> beginning(LabelScheme first) {
        return List.of(new SchemeVersion(0, first, null));
    }

    private List<SchemeVersion> stored() {
        List<SchemeVersion> stored = versions.all();
        return stored.isEmpty() ? beginning(first) : List.copyOf(stored);
    }

    @Override
    public LabelScheme now() {
        return history.getLast().scheme();
    }

    /** Oldest first; the last is in force. */
    public List<SchemeVersion> history() {
        return history;
    }

    /** @param listener called with the edit that changed the scheme, on the thread that made it, within the write */
    public void listen(Consumer<Edit> listener) {
        listeners.add(listener);
    }

    /** How many annotations carry each label that is in use, whoever's they are. */
    public Map<String, Integer> uses() {
        return journal.uses();
    }

    /**
     * What an edit would do, before anything is done.
     *
     * @param scheme      that it leads to
     * @param differences in sentences
     * @param annotations how many carry the label that is merged or retired; 0 for other edits
     * @param calls       on how many calls those are
     */
    public record Outlook(LabelScheme scheme, List<String> differences, int annotations, int calls) {}

    /** @throws NotAllowed if it can't be done, with the reason in words for people */
    public Outlook outlook(SchemeEdit edit) {
        LabelScheme next = draft().with(edit);
        List<Annotation> touched = switch (edit) {
            case SchemeEdit.Merge merge -> journal.carrying(merge.from(), Integer.MAX_VALUE);
            case SchemeEdit.Retire retire -> journal.carrying(retire.label(), Integer.MAX_VALUE);
            case SchemeEdit.Add add -> List.of();
            case SchemeEdit.Change change -> List.of();
            case SchemeEdit.Move move -> List.of();
            case SchemeEdit.Revive revive -> List.of();
            case SchemeEdit.Adopt adopt -> List.of();
        };
        int calls = (int) touched.stream().map(annotation -> annotation.target().call()).distinct().count();
        return new Outlook(next, Differences.between(now(), next), touched.size(), calls);
    }

    /**
     * Changes the scheme, and the annotations with it, in one edit of this person.
     *
     * @throws NotAllowed if it can't be done, with the reason in words for people; nothing is changed
     */
    public Edit change(SchemeEdit edit, String by) {
        List<SchemeVersion> before = history;
        LabelScheme next = draft().with(edit);
        Moved moved = edit instanceof SchemeEdit.Merge merge ? moved(merge, next.id()) : new Moved(List.of(), List.of());
        String what = "Label scheme: " + words(edit, next, moved.removed.size());
        Edit made = new Edit(0, Edit.Cause.DONE, null, what, moved.removed(), moved.added(), by, clock.instant());
        try {
            return journal.append(made, stored -> {
                if (history != before) {
                    throw new NotAllowed("Somebody else changed the label scheme at the same moment; look at it and do it again");
                }
                alongside.accept(stored);
                append(next, stored);
            });
        } catch (RuntimeException e) {
            // what was not stored must not be worked with either
            history = stored();
            throw e;
        }
    }

    private record Moved(List<Annotation> removed, List<Annotation> added) {}

    /** Each annotation stays its annotator's and keeps its time. Where both labels stand, one of the two goes. */
    private Moved moved(SchemeEdit.Merge merge, String scheme) {
        List<Annotation> from = journal.carrying(merge.from(), Integer.MAX_VALUE);
        Set<CallId> calls = from.stream().map(annotation -> annotation.target().call()).collect(Collectors.toSet());
        Set<List<Object>> have = journal.current(calls).values().stream()
                .flatMap(List::stream)
                .filter(annotation -> annotation.label().equals(merge.into()))
                .map(Schemes::place)
                .collect(Collectors.toSet());
        List<Annotation> added = new ArrayList<>();
        for (Annotation old : from) {
            if (have.add(place(old))) {
                added.add(new Annotation(UUID.randomUUID(), old.target(), old.kind(), merge.into(), old.text(), old.annotator(), old.at(), scheme));
            }
        }
        return new Moved(from, added);
    }

    private static List<Object> place(Annotation annotation) {
        return List.of(annotation.target(), annotation.annotator());
    }

    private String words(SchemeEdit edit, LabelScheme next, int moved) {
        if (edit instanceof SchemeEdit.Merge merge) {
            return "merged " + name(merge.from()) + " into " + name(merge.into())
                    + (moved == 0 ? "" : moved == 1 ? ", 1 annotation with it" : ", " + moved + " annotations with it");
        }
        if (edit instanceof SchemeEdit.Adopt) {
            return "took in " + next.id();
        }
        List<String> differences = Differences.between(now(), next);
        String first = differences.getFirst().replaceFirst("\\.$", "");
        return Character.toLowerCase(first.charAt(0)) + first.substring(1) + (differences.size() == 1 ? "" : ", and " + (differences.size() - 1) + " more");
    }

    private String name(String id) {
        return now().label(id).map(Draft::named).orElse(id);
    }

    /**
     * Follows an undo or redo of an edit that changed the scheme. Called within the edit's write.
     *
     * @throws NotAllowed if the scheme was changed since by somebody else
     */
    public void follow(Edit edit) {
        Long reverted = edit.reverts();
        int of = reverted == null ? 0 : version(reverted);
        if (of <= 0) {
            return;
        }
        if (!now().labels().equals(history.get(of).scheme().labels())) {
            throw new NotAllowed("\"" + edit.what()
                    + "\" can't be done: somebody else has changed the label scheme since. Change it by hand on the Scheme screen");
        }
        append(draft().back(history.get(of - 1).scheme()), edit);
    }

    /** Which version came with this edit; 0 if none did. */
    private int version(long edit) {
        for (int i = history.size() - 1; i > 0; i--) {
            SchemeVersion.Change change = history.get(i).change();
            if (change != null && change.edit() == edit) {
                return i;
            }
        }
        return 0;
    }

    private Draft draft() {
        Set<String> taken = new HashSet<>();
        history.forEach(version -> taken.add(version.scheme().id()));
        return new Draft(now(), taken);
    }

    private void append(LabelScheme scheme, Edit with) {
        List<SchemeVersion> longer = new ArrayList<>(history);
        if (longer.size() == 1) {
            versions.append(longer.getFirst());
        }
        SchemeVersion version =
                new SchemeVersion(longer.getLast().number() + 1, scheme, new SchemeVersion.Change(with.seq(), with.what(), with.annotator(), with.at()));
        versions.append(version);
        longer.add(version);
        history = List.copyOf(longer);
        listeners.forEach(listener -> listener.accept(with));
    }
}
