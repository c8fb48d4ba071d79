package org.turnwise.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;

/** One person who reviews: comments, decides, gives calls to readers, and takes that back. Durable when a method returns. One thread at a time. */
public final class Reviewer {

    /** Longest comment, in UTF-16 units. */
    public static final int LONGEST = 10_000;

    private static final Set<String> ENDED_BY_A_DECISION = Set.of(Statuses.FLAGGED, Statuses.CONFIRMED, Statuses.CORRECTED, Statuses.SENT_BACK);
    private static final Set<String> OF_REVIEW = Set.of(
            Statuses.FLAGGED, Statuses.CONFIRMED, Statuses.CORRECTED, Statuses.SENT_BACK, Statuses.COMMENT, Statuses.ASSIGNED);

    private final Journal journal;
    private final String person;
    private final Clock clock;
    private final Consumer<Edit> alongside;
    private final Labeling history;

    /** @param alongside called within each write, with the stored edit */
    public Reviewer(Journal journal, CurrentScheme scheme, String person, Clock clock, Consumer<Edit> alongside) {
        this.journal = journal;
        this.person = person;
        this.clock = clock;
        this.alongside = alongside;
        this.history = new Labeling(journal, scheme, person, clock, alongside);
    }

    public String person() {
        return person;
    }

    /** Of every call that is flagged, commented on, decided or given to somebody, by id; as far as this person may see it. */
    public Map<CallId, CallReview> all() {
        Set<CallId> calls = journal.statuses().entrySet().stream()
                .filter(statuses -> statuses.getValue().stream().anyMatch(OF_REVIEW::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<CallId, CallReview> reviews = new HashMap<>();
        journal.current(calls).forEach((call, standing) -> reviews.put(call, CallReview.of(call, Blind.visible(standing, person))));
        return reviews;
    }

    /**
     * Says something about a turn or the call.
     *
     * @throws Labeling.NotAllowed if it is blank or longer than {@value #LONGEST}
     */
    public Edit comment(Target target, String words) {
        String text = words.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Labeling.NotAllowed("A comment has from 1 to " + LONGEST + " characters, and this one has " + text.length());
        }
        String where = target.ordinals().isEmpty() ? "the call" : "turn " + target.ordinals().getFirst();
        return append("Comment on " + where, List.of(), List.of(status(target, Statuses.COMMENT, text)));
    }

    /** Labels and outcome stand. */
    public Edit confirm(CallId call) {
        return decide(call, "Confirmed the call", Verdict.CONFIRMED, null, List.of(), List.of());
    }

    /**
     * Another outcome is right, whoever said what before: the ledger takes it as a reviewer's, until a reviewer corrects it again. What others said
     * stays as they said it.
     *
     * @param outcome of kind {@link LabelKind#OUTCOME}
     */
    public Edit correct(CallId call, Label outcome) {
        if (outcome.kind() != LabelKind.OUTCOME) {
            throw new IllegalArgumentException(outcome.id() + " is no outcome");
        }
        List<Annotation> before = journal.current(call).stream().filter(a -> a.label().equals(Statuses.CORRECTION)).toList();
        List<Annotation> now = List.of(status(new Target.OfCall(call), Statuses.CORRECTION, outcome.id()));
        return decide(call, "Corrected the call: " + outcome.name(), Verdict.CORRECTED, outcome.id(), before, now);
    }

    /**
     * To be read again: the call is no longer submitted, nor back with anybody for comparison. The question, unless blank, is a comment too, so that it stays
     * when it is answered.
     */
    public Edit sendBack(CallId call, String question) {
        String text = question.strip();
        List<Annotation> ended = journal.current(call).stream()
                .filter(a -> a.label().equals(Statuses.SUBMITTED) || a.label().equals(Statuses.AGAIN))
                .toList();
        List<Annotation> said = text.isEmpty() ? List.of() : List.of(status(new Target.OfCall(call), Statuses.COMMENT, text));
        return decide(call, "Sent the call back", Verdict.SENT_BACK, text.isEmpty() ? null : text, ended, said);
    }

    private Edit decide(CallId call, String what, Verdict verdict, @Nullable String about, List<Annotation> removed, List<Annotation> added) {
        Stream<Annotation> ended = journal.current(call).stream().filter(a -> ENDED_BY_A_DECISION.contains(a.label()));
        List<Annotation> all = new ArrayList<>(added);
        all.add(status(new Target.OfCall(call), verdict.status(), about));
        return append(what, Stream.concat(ended, removed.stream()).toList(), all);
    }

    /**
     * Gives calls to readers as they were dealt out, in one edit; see {@link #assign}.
     *
     * @return empty if nobody is to be given any
     */
    public Optional<Edit> give(Shares shares) {
        List<Annotation> given = new ArrayList<>();
        shares.given().forEach((call, readers) -> readers.forEach(reader -> given.add(status(new Target.OfCall(call), Statuses.ASSIGNED, reader))));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<String> readers = shares.given().values().stream().flatMap(List::stream).distinct().sorted().toList();
        int calls = shares.given().size();
        return Optional.of(append("Given " + (calls == 1 ? "a call" : calls + " calls") + " to " + String.join(", ", readers), List.of(), given));
    }

    /** Gives the call to somebody, to be read without seeing what others said of it; or takes it from them. */
    public Edit assign(CallId call, String reader, boolean on) {
        List<Annotation> there = journal.current(call).stream().filter(a -> a.label().equals(Statuses.ASSIGNED) && reader.equals(a.text())).toList();
        if (there.isEmpty() != on) {
            throw new Labeling.NotAllowed(reader + (on ? " has the call already" : " was not given the call"));
        }
        return on
                ? append("Given to " + reader, List.of(), List.of(status(new Target.OfCall(call), Statuses.ASSIGNED, reader)))
                : append("Taken from " + reader, there, List.of());
    }

    /**
     * Takes back this person's last edit, if it was one of review; empty if they have made none at all.
     *
     * @throws Labeling.NotAllowed if their last edit was of another sort, or somebody else has changed what it did since
     */
    public Optional<Edit> undo() {
        Optional<Edit> last = history.nextUndo();
        if (last.isPresent() && Stream.concat(last.get().added().stream(), last.get().removed().stream()).noneMatch(a -> OF_REVIEW.contains(a.label()))) {
            throw new Labeling.NotAllowed("Your last edit was \"" + last.get().what() + "\", which is not of review; undo it where you label");
        }
        return history.undo();
    }

    private Annotation status(Target target, String status, @Nullable String text) {
        return new Annotation(UUID.randomUUID(), target, LabelKind.STATUS, status, text, person, clock.instant(), "");
    }

    private Edit append(String what, List<Annotation> removed, List<Annotation> added) {
        return journal.append(new Edit(0, Edit.Cause.DONE, null, what, removed, added, person, clock.instant()), alongside);
    }
}
