package org.turnwise.store;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.HistoryFilter;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Restoring;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.annotation.agreement.Adjudication;
import org.turnwise.annotation.agreement.Disagreement;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.scheme.SchemeEdit;
import org.turnwise.annotation.scheme.Schemes;
import org.turnwise.call.Call;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Team;
import org.turnwise.reward.Outcomes;

/** Somebody who does anything that can be done to a journal, at random: labels, spans, episodes, bulk, notes, the scheme, review, adjudication, undo. */
final class RandomWork {

    private final Workspace workspace;
    private final List<Call> calls;
    private final String person;
    final Outcomes outcomes;
    final Schemes scheme;
    final Labeling labeling;
    private final Reviewer reviewer;
    private final Restoring restoring;
    private final Adjudication adjudication;

    /** @param calls of the workspace, each of at least six turns, said by rep and customer in turn */
    RandomWork(Workspace workspace, List<Call> calls, String person, Clock clock) {
        this.workspace = workspace;
        this.calls = calls;
        this.person = person;
        outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, clock);
        scheme = new Schemes(LabelScheme.standard(), workspace.schemeVersions(), workspace.journal(), clock,
                edit -> outcomes.follow(edit, workspace.journal()));
        labeling = new Labeling(workspace.journal(), scheme, person, clock, this::follow);
        reviewer = new Reviewer(workspace.journal(), scheme, person, clock, this::follow);
        restoring = new Restoring(workspace.journal(), scheme, person, clock, this::follow);
        adjudication = new Adjudication(workspace.journal(), scheme, person, clock, this::follow);
    }

    private void follow(Edit edit) {
        outcomes.follow(edit, workspace.journal());
        scheme.follow(edit);
    }

    /** Does something, and says what; empty if it could not be done, which changes nothing. */
    Optional<Edit> act(Random random) {
        Call call = calls.get(random.nextInt(calls.size()));
        try {
            return switch (random.nextInt(28)) {
                case 0, 1 -> labeling.undo();
                case 2, 3 -> labeling.redo().or(labeling::undo);
                case 4 -> labeling.note(new Target.OfTurn(call.id(), random.nextInt(2)), List.of("", "a", "b 👩🏽‍💻").get(random.nextInt(3)));
                case 5 -> labeling.status(call.id(), List.of(Statuses.SKIPPED, Statuses.SUBMITTED, Statuses.FLAGGED).get(random.nextInt(3)),
                        random.nextInt(3) > 0);
                case 6, 7 -> Optional.of(span(call, random));
                case 8, 9 -> Optional.of(labeling.toggleOnTurns(
                        call, IntStream.of(1, 3, 5).limit(2 + random.nextInt(2)).boxed().toList(), any(LabelKind.OBJECTION, random)));
                case 10 -> labeling.link(call, List.of(1, 2, 3).subList(0, 1 + random.nextInt(3)), any(LabelKind.RESOLUTION, random));
                case 11 -> Optional.of(labeling.toggle(call, new Target.OfTurns(call.id(), List.of(1, 2)), any(LabelKind.SEVERITY, random)));
                case 12 -> Optional.of(labeling.putOnTurns(call,
                        new TreeMap<>(Map.of(1, List.of(any(LabelKind.STAGE, random)), 2, List.of(any(LabelKind.FLAG, random))))));
                case 13, 21 -> Optional.of(scheme.change(change(random), person));
                case 14 -> Optional.of(labeling.toggle(call, new Target.OfCall(call.id()), any(LabelKind.OUTCOME, random)));
                case 15 -> Optional.of(reviewer.comment(
                        random.nextBoolean() ? new Target.OfCall(call.id()) : new Target.OfTurn(call.id(), 1), "why? " + random.nextInt(9)));
                case 16 -> Optional.of(decide(call, random));
                case 17 -> reviewer.undo();
                case 18 -> reviewer.give(new Team(workspace.journal(), workspace.settings(), person)
                        .shares(List.of(call.id()), List.of("Ann", "Ben"), 1 + random.nextInt(2)));
                case 19 -> adjudicate(random);
                case 20 -> restore(random);
                case 22, 23 -> labeling.status(call.id(), Statuses.SUBMITTED, true);
                case 24, 25 -> adjudicate(random);
                default -> Optional.of(labeling.toggle(
                        call, new Target.OfTurn(call.id(), random.nextInt(2)), any(random.nextBoolean() ? LabelKind.STAGE : LabelKind.DELTA, random)));
            };
        } catch (Labeling.NotAllowed e) {
            return Optional.empty();
        }
    }

    /** Reads a call: an objection on its second turn, and submitted. */
    List<Edit> read(Call call, String objection) {
        Label label = scheme.now().label(objection).orElseThrow();
        return List.of(labeling.toggle(call, new Target.OfTurn(call.id(), 1), label), labeling.status(call.id(), Statuses.SUBMITTED, true).orElseThrow());
    }

    private Label any(LabelKind kind, Random random) {
        List<Label> labels = scheme.now().ofKind(kind);
        return labels.get(random.nextInt(Math.min(4, labels.size())));
    }

    private Edit span(Call call, Random random) {
        int from = random.nextInt(4);
        return labeling.toggle(call, Target.OfSpan.in(call, 1, from, from + 3), any(LabelKind.OBJECTION, random));
    }

    private SchemeEdit change(Random random) {
        Label one = any(LabelKind.OBJECTION, random);
        List<Label> all = scheme.now().ofKind(LabelKind.OBJECTION);
        boolean many = all.size() > 5;
        return switch (random.nextInt(6)) {
            case 0, 1 -> many ? new SchemeEdit.Merge(one.id(), all.getLast().id()) : new SchemeEdit.Move(one.id(), 1);
            case 5 -> many ? new SchemeEdit.Retire(one.id()) : new SchemeEdit.Move(one.id(), 1);
            case 2 -> new SchemeEdit.Move(one.id(), 1);
            case 3 -> new SchemeEdit.Add(new Label("O_" + UUID.randomUUID().toString().substring(0, 4), LabelKind.OBJECTION, "New " + random.nextInt(99_999),
                    one.sides(), null,
                    one.tone(), "When it is new. Not when it is old.", null));
            default -> new SchemeEdit.Change(new Label(
                    one.id(), one.kind(), "Name " + random.nextInt(99_999), one.sides(), one.key(), one.tone(), one.guidance(), one.family()));
        };
    }

    private Edit decide(Call call, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> reviewer.confirm(call.id());
            case 1 -> reviewer.sendBack(call.id(), random.nextBoolean() ? "" : "again");
            default -> reviewer.correct(call.id(), any(LabelKind.OUTCOME, random));
        };
    }

    private Optional<Edit> adjudicate(Random random) {
        List<Disagreement> found = new Readings(workspace.journal(), workspace.calls(), Set::of).disagreements();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Disagreement on = found.get(random.nextInt(found.size()));
        List<Label> others = adjudication.others(on);
        return Optional.of(random.nextInt(3) == 0 && !others.isEmpty()
                ? adjudication.decide(on, others.getFirst())
                : adjudication.decide(on, Adjudication.Decision.values()[random.nextInt(4)]));
    }

    private Optional<Edit> restore(Random random) {
        List<Edit> own = workspace.journal().history(new HistoryFilter(null, person), 0, 5);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Edit edit = own.get(random.nextInt(own.size()));
        return random.nextBoolean() ? restoring.putBack(edit) : Optional.of(restoring.takeBack(edit));
    }

    /** What stands on all calls. */
    Set<Annotation> standing() {
        Set<Annotation> standing = new HashSet<>();
        calls.forEach(call -> standing.addAll(workspace.journal().current(call.id())));
        return standing;
    }
}
