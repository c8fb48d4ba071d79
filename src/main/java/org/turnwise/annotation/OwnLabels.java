package org.turnwise.annotation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;

/** What one annotator has on a call, and what would change of it, by the rules of the scheme, if they put a label on or took it off. Stores nothing. */
final class OwnLabels {

    /** What an edit will do, before it is stored. */
    record Change(String what, List<Annotation> removed, List<Annotation> added) {}

    private static final String NO_SCHEME = "";
    private static final int MOST_NAMED = 12;

    private final String name;
    private final List<Annotation> all;
    private final LabelScheme scheme;
    private final LabelRules rules;
    private final Clock clock;

    /** @param standing all that stands on the call */
    OwnLabels(List<Annotation> standing, String annotator, LabelScheme scheme, Clock clock) {
        this.name = Blind.name(standing, annotator);
        this.all = standing.stream().filter(a -> a.annotator().equals(name)).toList();
        this.scheme = scheme;
        this.rules = new LabelRules(scheme);
        this.clock = clock;
    }

    /** Under which they say it. */
    String name() {
        return name;
    }

    private List<Annotation> on(Target target) {
        return all.stream().filter(a -> a.target().equals(target)).toList();
    }

    /** See {@link Labeling#toggle}. */
    Change toggled(Call call, Target target, Label label) {
        List<Annotation> there = on(target);
        return there.stream()
                .filter(a -> a.label().equals(label.id()))
                .findFirst()
                .map(it -> new Change("Took " + label.name() + " off " + LabelRules.place(target), rules.goingWith(it, there), List.of()))
                .orElseGet(() -> put(call, target, label, there));
    }

    private Change put(Call call, Target target, Label label, List<Annotation> there) {
        rules.check(call, target, label, there);
        List<Annotation> replaced = rules.replacedBy(label, there);
        String instead = replaced.isEmpty() ? "" : " in place of " + replaced.stream().map(rules::name).collect(Collectors.joining(" and "));
        return new Change(label.name() + instead + " on " + LabelRules.place(target), replaced, List.of(annotation(target, label)));
    }

    /** See {@link Labeling#toggleOnTurns}. */
    Change toggledOnTurns(Call call, Collection<Integer> ordinals, Label label) {
        List<Target> targets = ordinals.stream().distinct().sorted().<Target>map(ordinal -> new Target.OfTurn(call.id(), ordinal)).toList();
        if (targets.size() == 1) {
            return toggled(call, targets.getFirst(), label);
        }
        List<Target> lacking = targets.stream().filter(target -> on(target).stream().noneMatch(a -> a.label().equals(label.id()))).toList();
        if (lacking.isEmpty()) {
            List<Annotation> there = all.stream().filter(a -> a.label().equals(label.id()) && targets.contains(a.target())).toList();
            return new Change("Took " + label.name() + " off " + turns(there.size()), there, List.of());
        }
        List<Change> changes = changes(call, lacking, label);
        return new Change(label.name() + " on " + turns(changes.size()),
                changes.stream().flatMap(change -> change.removed().stream()).toList(),
                changes.stream().flatMap(change -> change.added().stream()).toList());
    }

    private List<Change> changes(Call call, List<Target> targets, Label label) {
        List<Change> changes = new ArrayList<>();
        List<String> refusing = new ArrayList<>();
        String why = "";
        for (Target target : targets) {
            try {
                changes.add(put(call, target, label, on(target)));
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

    private static String named(List<String> ordinals) {
        return String.join(", ", ordinals.subList(0, Math.min(MOST_NAMED, ordinals.size())))
                + (ordinals.size() > MOST_NAMED ? " and " + (ordinals.size() - MOST_NAMED) + " more" : "");
    }

    /** See {@link Labeling#putOnTurns}. */
    Change putOnTurns(Call call, SortedMap<Integer, List<Label>> labels) {
        List<Annotation> removed = new ArrayList<>();
        List<Annotation> added = new ArrayList<>();
        List<String> what = new ArrayList<>();
        labels.forEach((ordinal, onTurn) -> {
            Target target = new Target.OfTurn(call.id(), ordinal);
            List<Annotation> there = new ArrayList<>(on(target));
            for (Label label : onTurn) {
                Change change = put(call, target, label, there);
                there.removeAll(change.removed());
                there.addAll(change.added());
                removed.addAll(change.removed());
                added.addAll(change.added());
                what.add(change.what());
            }
        });
        return new Change(what.size() == 1 ? what.getFirst() : what.size() + " labels on " + turns(labels.size()), removed, added);
    }

    private static String turns(int count) {
        return count == 1 ? "a turn" : count + " turns";
    }

    /** See {@link Labeling#link}. */
    Optional<Change> linked(Call call, Collection<Integer> ordinals, Label resolution) {
        Episode episode = Episode.on(call, ordinals);
        Target.OfTurns target = episode.target(call);
        List<Annotation> before = all.stream()
                .filter(a -> a.target() instanceof Target.OfTurns turns && turns.ordinals().getFirst() == episode.open())
                .toList();
        if (before.stream().anyMatch(a -> a.target().equals(target) && a.label().equals(resolution.id()))) {
            return Optional.empty();
        }
        rules.check(call, target, resolution, List.of());
        List<Annotation> added = new ArrayList<>(List.of(annotation(target, resolution)));
        before.stream()
                .filter(a -> a.kind() == LabelKind.SEVERITY)
                .forEach(a -> added.add(annotation(target, a.kind(), a.label(), null, a.scheme())));
        return Optional.of(new Change(resolution.name() + ": " + LabelRules.place(target), before, added));
    }

    /** See {@link Labeling#note}. */
    Optional<Change> noted(Target target, String text) {
        String words = text.strip();
        List<Annotation> before = on(target).stream().filter(a -> a.kind() == LabelKind.NOTE).toList();
        if (words.equals(before.isEmpty() ? "" : before.getFirst().text())) {
            return Optional.empty();
        }
        if (words.isEmpty()) {
            return Optional.of(new Change("Took the note off " + LabelRules.place(target), before, List.of()));
        }
        String label = scheme.ofKind(LabelKind.NOTE).stream().findFirst().map(Label::id).orElse(LabelKind.NOTE.name());
        return Optional.of(new Change(
                (before.isEmpty() ? "Note on " : "Changed the note on ") + LabelRules.place(target),
                before,
                List.of(annotation(target, LabelKind.NOTE, label, words, scheme.id()))));
    }

    /** @param status one of {@link Statuses} */
    Annotation status(CallId call, String status) {
        return annotation(new Target.OfCall(call), LabelKind.STATUS, status, null, NO_SCHEME);
    }

    private Annotation annotation(Target target, Label label) {
        return annotation(target, label.kind(), label.id(), null, scheme.id());
    }

    private Annotation annotation(Target target, LabelKind kind, String label, @Nullable String text, String of) {
        return new Annotation(UUID.randomUUID(), target, kind, label, text, name, clock.instant(), of);
    }
}
