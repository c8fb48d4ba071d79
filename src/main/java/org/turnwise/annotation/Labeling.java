package org.turnwise.annotation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;

/**
 * One annotator at work: turns what a person presses into edits that keep the scheme's rules, and undoes them. Durable when a method returns. One thread at a time.
 *
 * <p>Labels and notes are each annotator's own: what somebody else put on a turn neither counts nor is replaced. Statuses are the call's.
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
    private static final Set<LabelKind> ACTS = Set.of(LabelKind.ACT, LabelKind.OBJECTION);
    private static final String NO_SCHEME = "";

    private final Journal journal;
    private final LabelScheme scheme;
    private final String annotator;
    private final Clock clock;
    private final Consumer<Edit> alongside;
    private final UndoHistory history;

    /** @param alongside called within each write, with the stored edit */
    public Labeling(Journal journal, LabelScheme scheme, String annotator, Clock clock, Consumer<Edit> alongside) {
        this.journal = journal;
        this.scheme = scheme;
        this.annotator = annotator;
        this.clock = clock;
        this.alongside = alongside;
        this.history = new UndoHistory(journal, annotator);
    }

    /**
     * Puts the label on the target, or takes it off if this annotator's is there. A label of a kind that a target carries once takes the place
     * of the one before, and a subtype that of its family.
     *
     * @throws NotAllowed if the label doesn't go on that side or that target, or the target carries as many as it may
     */
    public Edit toggle(Call call, Target target, Label label) {
        checkFits(call, target, label);
        List<Annotation> mine = mineOn(target);
        Optional<Annotation> there = mine.stream().filter(a -> a.label().equals(label.id())).findFirst();
        if (there.isPresent()) {
            return done("Took " + label.name() + " off " + place(target), List.of(there.get()), List.of());
        }
        List<Annotation> replaced = mine.stream().filter(replacedBy(label)).toList();
        checkRoom(target, label, mine, replaced);
        return done(put(label, target, replaced), replaced, List.of(annotation(target, label.kind(), label.id(), null, scheme.id())));
    }

    private void checkFits(Call call, Target target, Label label) {
        if (!target.call().equals(call.id())) {
            throw new IllegalArgumentException("the target is on call " + target.call() + ", not on " + call.id());
        }
        if (label.kind() == LabelKind.NOTE || label.kind() == LabelKind.STATUS) {
            throw new NotAllowed(label.name() + " is not a label to put on or take off; " + (label.kind() == LabelKind.NOTE ? "write the note instead" : "set the status instead"));
        }
        if (scheme.label(label.id()).isEmpty()) {
            throw new NotAllowed(label.name() + " is not in the label scheme " + scheme.id());
        }
        switch (target) {
            case Target.OfCall whole -> {
                if (!label.kind().onCalls()) {
                    throw new NotAllowed(label.name() + " goes on a turn, not on the whole call; choose a turn first");
                }
            }
            case Target.OfTurn turn -> {
                if (!label.kind().onTurns()) {
                    throw new NotAllowed(label.name() + " goes on the whole call, not on a turn");
                }
                checkSide(call, turn, label);
            }
        }
    }

    private static void checkSide(Call call, Target.OfTurn target, Label label) {
        if (target.ordinal() < 0 || target.ordinal() >= call.turns().size()) {
            throw new NotAllowed("Call " + call.id() + " has no turn " + target.ordinal());
        }
        Turn turn = call.turns().get(target.ordinal());
        Side side = call.sideOf(turn);
        if (!label.sides().contains(side)) {
            String allowed = label.sides().stream().sorted().map(s -> s.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
            String said = call.speakerOf(turn).name();
            throw new NotAllowed(label.name() + " goes on " + allowed + " turns; turn " + target.ordinal() + " is said by " + said
                    + (side == Side.OTHER ? ", whose side is not settled" : ", who is the " + side.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Predicate<Annotation> replacedBy(Label label) {
        return annotation -> label.kind().most() == 1 && annotation.kind() == label.kind() || annotation.label().equals(label.family());
    }

    private static void checkRoom(Target target, Label label, List<Annotation> mine, List<Annotation> replaced) {
        if (!ACTS.contains(label.kind())) {
            return;
        }
        long acts = mine.stream().filter(a -> ACTS.contains(a.kind()) && !replaced.contains(a)).count();
        if (acts >= label.kind().most()) {
            throw new NotAllowed("There are " + acts + " acts and objections on " + place(target) + " already, and no more may be; take one off first");
        }
    }

    private String put(Label label, Target target, List<Annotation> replaced) {
        String instead = replaced.isEmpty() ? "" : " in place of " + replaced.stream().map(this::name).collect(Collectors.joining(" and "));
        return label.name() + instead + " on " + place(target);
    }

    private String name(Annotation annotation) {
        return scheme.label(annotation.label()).map(Label::name).orElse(annotation.label());
    }

    private static String place(Target target) {
        return switch (target) {
            case Target.OfCall call -> "the call";
            case Target.OfTurn turn -> "turn " + turn.ordinal();
        };
    }

    /** Sets, changes, or with blank text removes the note; empty if nothing changes. */
    public Optional<Edit> note(Target target, String text) {
        String words = text.strip();
        List<Annotation> before = mineOn(target).stream().filter(a -> a.kind() == LabelKind.NOTE).toList();
        if (words.equals(before.isEmpty() ? "" : before.getFirst().text())) {
            return Optional.empty();
        }
        if (words.isEmpty()) {
            return Optional.of(done("Took the note off " + place(target), before, List.of()));
        }
        String label = scheme.ofKind(LabelKind.NOTE).stream().findFirst().map(Label::id).orElse(LabelKind.NOTE.name());
        return Optional.of(done(
                (before.isEmpty() ? "Note on " : "Changed the note on ") + place(target),
                before,
                List.of(annotation(target, LabelKind.NOTE, label, words, scheme.id()))));
    }

    /** Puts a {@link Statuses} label on the call or takes it off; empty if it stands so already. Submitting takes a skip off, and the other way round. */
    public Optional<Edit> status(CallId call, String status, boolean on) {
        String name = STATUS_NAMES.get(status);
        if (name == null) {
            throw new IllegalArgumentException("\"" + status + "\" is no status; known are " + STATUS_NAMES.keySet().stream().sorted().toList());
        }
        List<Annotation> statuses = journal.current(call).stream().filter(a -> a.kind() == LabelKind.STATUS).toList();
        boolean stands = statuses.stream().anyMatch(a -> a.label().equals(status));
        if (stands == on) {
            return Optional.empty();
        }
        if (!on) {
            return Optional.of(done("Call no longer " + name, statuses.stream().filter(a -> a.label().equals(status)).toList(), List.of()));
        }
        List<Annotation> ended = statuses.stream().filter(a -> a.label().equals(opposite(status))).toList();
        return Optional.of(done("Call " + name, ended, List.of(annotation(new Target.OfCall(call), LabelKind.STATUS, status, null, NO_SCHEME))));
    }

    private static @Nullable String opposite(String status) {
        return switch (status) {
            case Statuses.SUBMITTED -> Statuses.SKIPPED;
            case Statuses.SKIPPED -> Statuses.SUBMITTED;
            default -> null;
        };
    }

    /**
     * Takes back this annotator's last edit that still stands, whatever call it was on and however long ago; empty if there is none.
     *
     * @throws NotAllowed if somebody else has since taken off what it put on
     */
    public Optional<Edit> undo() {
        return history.nextUndo().map(edit -> revert(edit, Edit.Cause.UNDO, "Undid: "));
    }

    /**
     * Takes back the last undo, unless something was done since; empty if there is none.
     *
     * @throws NotAllowed if somebody else has since taken off what the undo put back
     */
    public Optional<Edit> redo() {
        return history.nextRedo().map(edit -> revert(edit, Edit.Cause.REDO, "Redid: "));
    }

    private Edit revert(Edit edit, Edit.Cause cause, String verb) {
        checkStillThere(edit);
        return append(new Edit(0, cause, edit.seq(), verb + plain(edit.what()), edit.added(), edit.removed(), annotator, clock.instant()));
    }

    private void checkStillThere(Edit edit) {
        Set<CallId> calls = Stream.concat(edit.added().stream(), edit.removed().stream()).map(a -> a.target().call()).collect(Collectors.toSet());
        Set<UUID> standing = journal.current(calls).values().stream().flatMap(List::stream).map(Annotation::id).collect(Collectors.toSet());
        boolean gone = edit.added().stream().anyMatch(a -> !standing.contains(a.id()));
        boolean back = edit.removed().stream().anyMatch(a -> standing.contains(a.id()));
        if (gone || back) {
            throw new NotAllowed("\"" + plain(edit.what()) + "\" can't be taken back: somebody else has changed it since. Nothing was changed; edit the call by hand");
        }
    }

    /** The words of the first edit, however often it was undone and redone. */
    private static String plain(String what) {
        return what.replaceFirst("^(Undid|Redid): ", "");
    }

    public Optional<Edit> nextUndo() {
        return history.nextUndo();
    }

    public Optional<Edit> nextRedo() {
        return history.nextRedo();
    }

    public List<Annotation> current(CallId call) {
        return journal.current(call);
    }

    private List<Annotation> mineOn(Target target) {
        return journal.current(target.call()).stream()
                .filter(a -> Objects.equals(a.target(), target) && a.annotator().equals(annotator))
                .toList();
    }

    private Annotation annotation(Target target, LabelKind kind, String label, @Nullable String text, String of) {
        return new Annotation(UUID.randomUUID(), target, kind, label, text, annotator, clock.instant(), of);
    }

    private Edit done(String what, List<Annotation> removed, List<Annotation> added) {
        return append(new Edit(0, Edit.Cause.DONE, null, what, removed, added, annotator, clock.instant()));
    }


    private Edit append(Edit edit) {
        Edit stored = journal.append(edit, alongside);
        history.follow(stored);
        return stored;
    }
}
