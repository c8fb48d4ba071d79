package org.turnwise.annotation.agreement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;

/**
 * One adjudicator at work. What readers put on a call stays; a decision is labels of the adjudicator's own, by a name that is not theirs as a reader, so that
 * somebody may decide about calls they have read without changing what they said of them. Durable when a method returns. One thread at a time.
 */
public final class Adjudication {

    /** Whether somebody decides under this name, and doesn't read. */
    public static boolean isAdjudicator(String name) {
        return name.endsWith(AS_ADJUDICATOR);
    }

    /** What an adjudicator says of a disagreement. */
    public enum Decision {
        LEFT,
        RIGHT,
        BOTH,
        NONE
    }

    private static final String AS_ADJUDICATOR = " (adjudicator)";

    private final Journal journal;
    private final CurrentScheme scheme;
    private final String adjudicator;
    private final Clock clock;
    private final Consumer<Edit> alongside;
    private final Labeling labeling;

    /**
     * @param person    who decides
     * @param alongside called within each write, with the stored edit
     */
    public Adjudication(Journal journal, CurrentScheme scheme, String person, Clock clock, Consumer<Edit> alongside) {
        this.journal = journal;
        this.scheme = scheme;
        this.adjudicator = person + AS_ADJUDICATOR;
        this.clock = clock;
        this.alongside = alongside;
        this.labeling = new Labeling(journal, scheme, adjudicator, clock, alongside);
    }

    /**
     * Decides, or decides anew.
     *
     * @throws Labeling.NotAllowed if it says BOTH where a target carries one label
     */
    public Edit decide(Disagreement on, Decision decision) {
        List<Annotation> chosen = switch (decision) {
            case LEFT -> on.left().labels();
            case RIGHT -> on.right().labels();
            case BOTH -> Stream.concat(on.left().labels().stream(), on.right().labels().stream()).toList();
            case NONE -> List.of();
        };
        Map<String, Annotation> byLabel = new LinkedHashMap<>();
        chosen.forEach(annotation -> byLabel.putIfAbsent(annotation.label(), annotation));
        int most = LabelKind.valueOf(on.sort()).most();
        if (byLabel.size() > most) {
            throw new Labeling.NotAllowed("There is room for " + most + (most == 1 ? " label" : " labels") + " of this kind on " + where(on)
                    + ", and both together are " + byLabel.size() + "; take one side, or choose another label");
        }
        return append(on, byLabel.values().stream().map(a -> annotation(a.target(), a.kind(), a.label(), a.text(), a.scheme())).toList());
    }

    /**
     * Decides for a label that neither reader put on.
     *
     * @throws Labeling.NotAllowed if the label is of another kind, or doesn't go there
     */
    public Edit decide(Disagreement on, Label other) {
        if (!Readings.sort(other.kind()).equals(on.sort())) {
            throw new Labeling.NotAllowed(other.name() + " is of another kind than what the readers differ on");
        }
        if (!goesOn(on, other)) {
            throw new Labeling.NotAllowed(other.name() + " doesn't go on " + where(on));
        }
        Target target = Stream.concat(on.left().labels().stream(), on.right().labels().stream()).findFirst().orElseThrow().target();
        return append(on, List.of(annotation(target, other.kind(), other.id(), null, scheme.now().id())));
    }

    /** Labels that could take the place of what either reader put on: of the same kind, for this turn's side, in order of the scheme. */
    public List<Label> others(Disagreement on) {
        Set<String> said = Stream.concat(on.left().labels().stream(), on.right().labels().stream()).map(Annotation::label).collect(Collectors.toSet());
        return scheme.now().labels().stream()
                .filter(label -> Readings.sort(label.kind()).equals(on.sort()) && goesOn(on, label) && !said.contains(label.id()))
                .toList();
    }

    private static boolean goesOn(Disagreement on, Label label) {
        return on.turn() == null || label.sides().contains(on.call().sideOf(on.turn()));
    }

    private Edit append(Disagreement on, List<Annotation> labels) {
        List<Annotation> before = journal.current(on.call().id()).stream()
                .filter(a -> a.label().equals(Statuses.ADJUDICATED)
                        ? Objects.equals(a.text(), on.place())
                        : isAdjudicator(a.annotator()) && Readings.sort(a.kind()).equals(on.sort()) && Places.isOn(a.target(), on.turn()))
                .toList();
        List<Annotation> added = new ArrayList<>(labels);
        added.add(annotation(new Target.OfCall(on.call().id()), LabelKind.STATUS, Statuses.ADJUDICATED, on.place(), ""));
        String what = "Decided on " + where(on) + ": " + (labels.isEmpty() ? "neither" : labels.stream().map(this::name).collect(Collectors.joining(" and ")));
        return journal.append(new Edit(0, Edit.Cause.DONE, null, what, before, added, adjudicator, clock.instant()), alongside);
    }

    private static String where(Disagreement on) {
        return on.turn() == null ? "the call" : "turn " + on.turn().ordinal();
    }

    private String name(Annotation annotation) {
        return scheme.now().label(annotation.label()).map(Label::name).orElse(annotation.label());
    }

    private Annotation annotation(Target target, LabelKind kind, String label, @Nullable String text, String of) {
        return new Annotation(UUID.randomUUID(), target, kind, label, text, adjudicator, clock.instant(), of);
    }

    /** Takes back this adjudicator's last decision; empty if there is none. */
    public Optional<Edit> undo() {
        return labeling.undo();
    }

    public Optional<Edit> redo() {
        return labeling.redo();
    }
}
