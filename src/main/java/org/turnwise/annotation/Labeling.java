package org.turnwise.annotation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;

/**
 * One annotator at work: turns what a person presses into edits that keep the scheme's rules, and undoes them. Durable when a method returns. One thread at a
 * time.
 *
 * <p>Labels and notes are each annotator's own: what somebody else put on a turn neither counts nor is replaced. Statuses are the call's. On a call that
 * came back to the annotator all they say is part of their second reading, see {@link Rereading}; edits stay theirs, so they are undone like any other.
 */
public final class Labeling {

    /** Why a label can't go where a person put it, in words for them. */
    public static final class NotAllowed extends RuntimeException {
        public NotAllowed(String message) {
            super(message);
        }
    }

    private static final Map<String, String> STATUS_NAMES =
            Map.of(Statuses.SUBMITTED, "submitted", Statuses.SKIPPED, "skipped", Statuses.FLAGGED, "flagged");

    private final Journal journal;
    private final CurrentScheme scheme;
    private final String annotator;
    private final Clock clock;
    private final OwnEdits edits;

    /** @param alongside called within each write, with the stored edit */
    public Labeling(Journal journal, CurrentScheme scheme, String annotator, Clock clock, Consumer<Edit> alongside) {
        this.journal = journal;
        this.scheme = scheme;
        this.annotator = annotator;
        this.clock = clock;
        this.edits = new OwnEdits(journal, annotator, clock, alongside);
    }

    /** Whose edits these are. */
    public String annotator() {
        return annotator;
    }

    /**
     * Puts the label on the target, or takes it off if this annotator's is there. A label of a kind that a target carries once takes the place
     * of the one before, and a subtype that of its family.
     *
     * @throws NotAllowed if the label doesn't go on that side or that target, or the target carries as many as it may
     */
    public Edit toggle(Call call, Target target, Label label) {
        return done(own(call.id()).toggled(call, target, label));
    }

    /**
     * Puts the label on every one of these turns that hasn't got it, in one edit; takes it off all of them if all have it.
     *
     * @param ordinals at least one
     * @throws NotAllowed if a turn doesn't take it: names those turns, and nothing is changed
     */
    public Edit toggleOnTurns(Call call, Collection<Integer> ordinals, Label label) {
        return done(own(call.id()).toggledOnTurns(call, ordinals, label));
    }

    /**
     * Puts labels on several turns, in one edit.
     *
     * @param labels by ordinal; at least one
     * @throws NotAllowed if a turn doesn't take one of them; nothing is changed
     */
    public Edit putOnTurns(Call call, SortedMap<Integer, List<Label>> labels) {
        return done(own(call.id()).putOnTurns(call, labels));
    }

    /**
     * Keeps that this annotator did something that changes no annotation, so that it is undone in its turn.
     *
     * @param what in words for the history
     * @param with called within the write, with the stored edit
     */
    public Edit keep(String what, Consumer<Edit> with) {
        return edits.make(what, List.of(), List.of(), with);
    }

    /**
     * Links an objection with the turns that deal with it and says how it ended; the episode that began on the same turn gives way and keeps its severity.
     *
     * @param ordinals   of the turns, in any order; see {@link Episode#on}
     * @param resolution of kind {@link LabelKind#RESOLUTION}
     * @return empty if it stands so already
     * @throws NotAllowed if they are no objection's turns
     */
    public Optional<Edit> link(Call call, Collection<Integer> ordinals, Label resolution) {
        return own(call.id()).linked(call, ordinals, resolution).map(this::done);
    }

    /** Sets, changes, or with blank text removes the note; empty if nothing changes. */
    public Optional<Edit> note(Target target, String text) {
        return own(target.call()).noted(target, text).map(this::done);
    }

    /**
     * Puts a {@link Statuses} label on the call or takes it off; empty if it stands so already. Submitting takes a skip off, and the other way round; it
     * also answers a reviewer who sent the call back, and flags it for them.
     * That somebody else has submitted the call doesn't keep this annotator from submitting a reading of their own, nor does what they may not see now end.
     */
    public Optional<Edit> status(CallId call, String status, boolean on) {
        String name = STATUS_NAMES.get(status);
        if (name == null) {
            throw new IllegalArgumentException("\"" + status + "\" is no status; known are " + STATUS_NAMES.keySet().stream().sorted().toList());
        }
        List<Annotation> standing = journal.current(call);
        OwnLabels own = own(standing);
        List<Annotation> statuses = Blind.visible(standing, annotator).stream().filter(a -> a.kind() == LabelKind.STATUS).toList();
        boolean eachTheirOwn = on && status.equals(Statuses.SUBMITTED);
        boolean stands = statuses.stream().anyMatch(a -> a.label().equals(status) && (!eachTheirOwn || a.annotator().equals(own.name())));
        if (stands == on) {
            return Optional.empty();
        }
        if (!on) {
            List<Annotation> taken = statuses.stream().filter(a -> a.label().equals(status)).toList();
            return Optional.of(done(new OwnLabels.Change("Call no longer " + name, taken, List.of())));
        }
        List<Annotation> ended = statuses.stream().filter(a -> ends(status).contains(a.label())).toList();
        List<Annotation> added = new ArrayList<>(List.of(own.status(call, status)));
        if (answers(ended) && statuses.stream().noneMatch(a -> a.label().equals(Statuses.FLAGGED))) {
            added.add(own.status(call, Statuses.FLAGGED));
        }
        return Optional.of(done(new OwnLabels.Change("Call " + name, ended, added)));
    }

    private static Set<String> ends(String status) {
        return switch (status) {
            case Statuses.SUBMITTED -> Set.of(Statuses.SKIPPED, Statuses.SENT_BACK);
            case Statuses.SKIPPED -> Set.of(Statuses.SUBMITTED);
            default -> Set.of();
        };
    }

    /** What a reviewer sent back goes to them again once it is submitted. */
    private static boolean answers(List<Annotation> ended) {
        return ended.stream().anyMatch(a -> a.label().equals(Statuses.SENT_BACK));
    }

    /**
     * Takes back this annotator's last edit that still stands, whatever call it was on and however long ago; empty if there is none.
     *
     * @throws NotAllowed if somebody else has since taken off what it put on
     */
    public Optional<Edit> undo() {
        return edits.undo();
    }

    /**
     * Takes back the last undo, unless something was done since; empty if there is none.
     *
     * @throws NotAllowed if somebody else has since taken off what the undo put back
     */
    public Optional<Edit> redo() {
        return edits.redo();
    }

    public Optional<Edit> nextUndo() {
        return edits.nextUndo();
    }

    public Optional<Edit> nextRedo() {
        return edits.nextRedo();
    }

    /** What stands on the call and this annotator may see; see {@link Blind}. */
    public List<Annotation> current(CallId call) {
        return Blind.visible(journal.current(call), annotator);
    }

    /** All that stands on a call, also what this annotator may not see now: to work out what they may know. */
    public List<Annotation> standing(CallId call) {
        return journal.current(call);
    }

    /** Of these edits, those this annotator may see now; see {@link Blind}. */
    public List<Edit> seen(List<Edit> edits) {
        Set<CallId> calls = edits.stream()
                .flatMap(edit -> Stream.concat(edit.added().stream(), edit.removed().stream()))
                .map(a -> a.target().call())
                .collect(Collectors.toSet());
        Map<CallId, List<Annotation>> standing = journal.current(calls);
        return edits.stream().filter(edit -> !Blind.hides(edit, standing, annotator)).toList();
    }

    private OwnLabels own(CallId call) {
        return own(journal.current(call));
    }

    private OwnLabels own(List<Annotation> standing) {
        return new OwnLabels(standing, annotator, scheme.now(), clock);
    }

    private Edit done(OwnLabels.Change change) {
        return edits.make(change.what(), change.removed(), change.added(), edit -> {});
    }
}
