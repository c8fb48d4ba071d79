package org.turnwise.annotation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private static final String NO_SCHEME = "";

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
        Mine mine = mine(call.id());
        Change change = toggled(call, target, label, mine.on(target));
        return done(mine, change.what(), change.removed(), change.added());
    }

    private LabelRules rules() {
        return new LabelRules(scheme.now());
    }

    /** What an edit will do, before it is stored. */
    private record Change(String what, List<Annotation> removed, List<Annotation> added) {}

    private Change toggled(Call call, Target target, Label label, List<Annotation> mine) {
        Optional<Annotation> there = mine.stream().filter(a -> a.label().equals(label.id())).findFirst();
        if (there.isPresent()) {
            return new Change("Took " + label.name() + " off " + LabelRules.place(target), rules().goingWith(there.get(), mine), List.of());
        }
        return put(call, target, label, mine);
    }

    private Change put(Call call, Target target, Label label, List<Annotation> mine) {
        rules().check(call, target, label, mine);
        List<Annotation> replaced = rules().replacedBy(label, mine);
        String instead = replaced.isEmpty() ? "" : " in place of " + replaced.stream().map(rules()::name).collect(Collectors.joining(" and "));
        return new Change(label.name() + instead + " on " + LabelRules.place(target), replaced,
                List.of(annotation(target, label.kind(), label.id(), null, scheme.now().id())));
    }

    /**
     * Puts the label on every one of these turns that hasn't got it, in one edit; takes it off all of them if all have it.
     *
     * @param ordinals at least one
     * @throws NotAllowed if a turn doesn't take it: names those turns, and nothing is changed
     */
    public Edit toggleOnTurns(Call call, Collection<Integer> ordinals, Label label) {
        List<Target> targets = ordinals.stream().distinct().sorted().<Target>map(ordinal -> new Target.OfTurn(call.id(), ordinal)).toList();
        if (targets.size() == 1) {
            return toggle(call, targets.getFirst(), label);
        }
        Mine mine = mine(call.id());
        List<Target> lacking = targets.stream().filter(target -> mine.on(target).stream().noneMatch(a -> a.label().equals(label.id()))).toList();
        if (lacking.isEmpty()) {
            List<Annotation> all = mine.all().stream().filter(a -> a.label().equals(label.id()) && targets.contains(a.target())).toList();
            return done(mine, "Took " + label.name() + " off " + turns(all.size()), all, List.of());
        }
        List<Change> changes = changes(call, lacking, label, mine);
        return done(mine, label.name() + " on " + turns(changes.size()),
                changes.stream().flatMap(change -> change.removed().stream()).toList(),
                changes.stream().flatMap(change -> change.added().stream()).toList());
    }

    private List<Change> changes(Call call, List<Target> targets, Label label, Mine mine) {
        List<Change> changes = new ArrayList<>();
        List<String> refusing = new ArrayList<>();
        String why = "";
        for (Target target : targets) {
            try {
                changes.add(put(call, target, label, mine.on(target)));
            } catch (NotAllowed e) {
                target.ordinals().forEach(ordinal -> refusing.add(String.valueOf(ordinal)));
                why = why.isEmpty() ? String.valueOf(e.getMessage()) : why;
            }
        }
        if (!refusing.isEmpty()) {
            throw new NotAllowed(refusing.size() + " of the " + targets.size() + " turns don't take " + label.name() + ": " + named(refusing)
                    + ". Nothing was changed. " + why);
        }
        return changes;
    }

    /**
     * Puts labels on several turns, in one edit.
     *
     * @param labels by ordinal; at least one
     * @throws NotAllowed if a turn doesn't take one of them; nothing is changed
     */
    public Edit putOnTurns(Call call, SortedMap<Integer, List<Label>> labels) {
        List<Annotation> removed = new ArrayList<>();
        List<Annotation> added = new ArrayList<>();
        List<String> what = new ArrayList<>();
        Mine mine = mine(call.id());
        labels.forEach((ordinal, onTurn) -> {
            Target target = new Target.OfTurn(call.id(), ordinal);
            List<Annotation> there = new ArrayList<>(mine.on(target));
            for (Label label : onTurn) {
                Change change = put(call, target, label, there);
                there.removeAll(change.removed());
                there.addAll(change.added());
                removed.addAll(change.removed());
                added.addAll(change.added());
                what.add(change.what());
            }
        });
        return done(mine, what.size() == 1 ? what.getFirst() : what.size() + " labels on " + turns(labels.size()), removed, added);
    }

    private static String turns(int count) {
        return count == 1 ? "a turn" : count + " turns";
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

    private static String named(List<String> ordinals) {
        int most = 12;
        return String.join(", ", ordinals.subList(0, Math.min(most, ordinals.size())))
                + (ordinals.size() > most ? " and " + (ordinals.size() - most) + " more" : "");
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
        Episode episode = Episode.on(call, ordinals);
        Target.OfTurns target = episode.target(call);
        Mine mine = mine(call.id());
        List<Annotation> before = mine.all().stream()
                .filter(a -> a.target() instanceof Target.OfTurns turns && turns.ordinals().getFirst() == episode.open())
                .toList();
        if (before.stream().anyMatch(a -> a.target().equals(target) && a.label().equals(resolution.id()))) {
            return Optional.empty();
        }
        rules().check(call, target, resolution, List.of());
        List<Annotation> added = new ArrayList<>(List.of(annotation(target, resolution.kind(), resolution.id(), null, scheme.now().id())));
        before.stream()
                .filter(a -> a.kind() == LabelKind.SEVERITY)
                .forEach(a -> added.add(annotation(target, a.kind(), a.label(), null, a.scheme())));
        return Optional.of(done(mine, resolution.name() + ": " + LabelRules.place(target), before, added));
    }

    /** Sets, changes, or with blank text removes the note; empty if nothing changes. */
    public Optional<Edit> note(Target target, String text) {
        String words = text.strip();
        Mine mine = mine(target.call());
        List<Annotation> before = mine.on(target).stream().filter(a -> a.kind() == LabelKind.NOTE).toList();
        if (words.equals(before.isEmpty() ? "" : before.getFirst().text())) {
            return Optional.empty();
        }
        if (words.isEmpty()) {
            return Optional.of(done(mine, "Took the note off " + LabelRules.place(target), before, List.of()));
        }
        String label = scheme.now().ofKind(LabelKind.NOTE).stream().findFirst().map(Label::id).orElse(LabelKind.NOTE.name());
        return Optional.of(done(
                mine,
                (before.isEmpty() ? "Note on " : "Changed the note on ") + LabelRules.place(target),
                before,
                List.of(annotation(target, LabelKind.NOTE, label, words, scheme.now().id()))));
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
        Mine mine = mine(standing);
        List<Annotation> statuses = Blind.visible(standing, annotator).stream().filter(a -> a.kind() == LabelKind.STATUS).toList();
        boolean eachTheirOwn = on && status.equals(Statuses.SUBMITTED);
        boolean stands = statuses.stream().anyMatch(a -> a.label().equals(status) && (!eachTheirOwn || a.annotator().equals(mine.name())));
        if (stands == on) {
            return Optional.empty();
        }
        if (!on) {
            return Optional.of(done(mine, "Call no longer " + name, statuses.stream().filter(a -> a.label().equals(status)).toList(), List.of()));
        }
        List<Annotation> ended = statuses.stream().filter(a -> ends(status).contains(a.label())).toList();
        List<Annotation> added = new ArrayList<>(List.of(annotation(new Target.OfCall(call), LabelKind.STATUS, status, null, NO_SCHEME)));
        if (answers(ended) && statuses.stream().noneMatch(a -> a.label().equals(Statuses.FLAGGED))) {
            added.add(annotation(new Target.OfCall(call), LabelKind.STATUS, Statuses.FLAGGED, null, NO_SCHEME));
        }
        return Optional.of(done(mine, "Call " + name, ended, added));
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

    /**
     * What this annotator has on a call.
     *
     * @param name under which they say it
     */
    private record Mine(String name, List<Annotation> all) {

        List<Annotation> on(Target target) {
            return all.stream().filter(a -> a.target().equals(target)).toList();
        }
    }

    private Mine mine(CallId call) {
        return mine(journal.current(call));
    }

    private Mine mine(List<Annotation> standing) {
        String name = Blind.name(standing, annotator);
        return new Mine(name, standing.stream().filter(a -> a.annotator().equals(name)).toList());
    }

    private Annotation annotation(Target target, LabelKind kind, String label, @Nullable String text, String of) {
        return new Annotation(UUID.randomUUID(), target, kind, label, text, annotator, clock.instant(), of);
    }

    private Edit done(Mine mine, String what, List<Annotation> removed, List<Annotation> added) {
        List<Annotation> named = added.stream().map(a -> a.by(mine.name())).toList();
        return edits.make(what, removed, named, edit -> {});
    }
}
