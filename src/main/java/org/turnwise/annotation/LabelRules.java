package org.turnwise.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.annotation.Target.Level;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;

/** Where the labels of a scheme may go, and how many of them. Immutable. */
final class LabelRules {

    static final Set<LabelKind> ACTS = Set.of(LabelKind.ACT, LabelKind.OBJECTION);

    private final LabelScheme scheme;

    LabelRules(LabelScheme scheme) {
        this.scheme = scheme;
    }

    /**
     * @param mine what the annotator has on the target
     * @throws NotAllowed if the label doesn't go there, with the reason in words for people
     */
    void check(Call call, Target target, Label label, List<Annotation> mine) {
        checkLabel(label);
        if (!target.call().equals(call.id())) {
            throw new IllegalArgumentException("the target is on call " + target.call() + ", not on " + call.id());
        }
        checkLevel(label, target.level());
        target.misfit(call).ifPresent(why -> {
            throw new NotAllowed(label.name() + " " + why);
        });
        switch (target) {
            case Target.OfCall whole -> {}
            case Target.OfTurn turn -> checkSide(call, turn.ordinal(), label);
            case Target.OfSpan span -> checkSide(call, span.ordinal(), label);
            case Target.OfTurns episode -> checkEpisode(call, episode, label, mine);
        }
        checkRoom(target, label, mine);
    }

    private void checkLabel(Label label) {
        if (label.kind() == LabelKind.NOTE || label.kind() == LabelKind.STATUS) {
            throw new NotAllowed(label.name() + " is not a label to put on or take off; "
                    + (label.kind() == LabelKind.NOTE ? "write the note instead" : "set the status instead"));
        }
        if (scheme.isRetired(label.id())) {
            throw new NotAllowed(label.name() + " is retired: it stays where it is, and can't be put on any more");
        }
        if (scheme.label(label.id()).isEmpty()) {
            throw new NotAllowed(label.name() + " is not in the label scheme " + scheme.id());
        }
    }

    private static void checkLevel(Label label, Level level) {
        LabelKind kind = label.kind();
        if (kind.goesOn(level)) {
            return;
        }
        String where = switch (level) {
            case CALL -> ", not on the whole call; choose a turn first";
            case TURN -> ", not on a turn";
            case SPAN -> ", not on words within a turn";
            case EPISODE -> ", not on an objection as a whole";
        };
        throw new NotAllowed(label.name() + " goes on "
                + (kind.goesOn(Level.CALL) ? "the whole call" : kind.goesOn(Level.TURN) ? "a turn" : "an objection's turns") + where);
    }

    private static void checkSide(Call call, int ordinal, Label label) {
        Turn turn = call.turns().get(ordinal);
        Side side = call.sideOf(turn);
        if (!label.sides().contains(side)) {
            String said = call.speakerOf(turn).name();
            throw new NotAllowed(label.name() + " goes on " + sides(label) + " turns; turn " + ordinal + " is said by " + said
                    + (side == Side.OTHER ? ", whose side is not settled" : ", who is the " + side.name().toLowerCase(Locale.ROOT)));
        }
    }

    static String sides(Label label) {
        return label.sides().stream().sorted().map(side -> side.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
    }

    private static void checkEpisode(Call call, Target.OfTurns target, Label label, List<Annotation> mine) {
        if (!Episode.on(call, target.ordinals()).target(call).equals(target)) {
            throw new NotAllowed("Between its first and its last turn an objection has rep turns only");
        }
        if (label.kind() == LabelKind.SEVERITY && mine.stream().noneMatch(a -> a.kind() == LabelKind.RESOLUTION)) {
            throw new NotAllowed("Link the objection and say how it ended, before you say how severe it is");
        }
    }

    private void checkRoom(Target target, Label label, List<Annotation> mine) {
        if (!ACTS.contains(label.kind())) {
            return;
        }
        List<Annotation> goes = replacedBy(label, mine);
        long acts = mine.stream().filter(a -> ACTS.contains(a.kind()) && !goes.contains(a)).count();
        if (acts >= label.kind().most()) {
            throw new NotAllowed("There are " + acts + " acts and objections on " + place(target) + " already, and no more may be; take one off first");
        }
    }

    /** Which of these give way to the label: what a target carries once, and the family of a subtype. */
    List<Annotation> replacedBy(Label label, List<Annotation> mine) {
        return mine.stream()
                .filter(a -> label.kind().most() == 1 && a.kind() == label.kind() || a.label().equals(label.family()))
                .toList();
    }

    /** What goes when the label is taken off: with its resolution an episode ends, and all that was said of it. */
    List<Annotation> goingWith(Annotation taken, List<Annotation> mine) {
        return taken.kind() == LabelKind.RESOLUTION ? mine : List.of(taken);
    }

    String name(Annotation annotation) {
        return scheme.label(annotation.label()).map(Label::name).orElse(annotation.label());
    }

    static String place(Target target) {
        return switch (target) {
            case Target.OfCall call -> "the call";
            case Target.OfTurn turn -> "turn " + turn.ordinal();
            case Target.OfSpan span -> "“" + shortened(span.quote()) + "” in turn " + span.ordinal();
            case Target.OfTurns turns -> turns.ordinals().size() == 1
                    ? "the objection on turn " + turns.ordinals().getFirst()
                    : "the objection on turns " + turns.ordinals().getFirst() + " to " + turns.ordinals().getLast();
        };
    }

    private static String shortened(String quote) {
        int most = 40;
        return quote.codePointCount(0, quote.length()) <= most ? quote : quote.substring(0, quote.offsetByCodePoints(0, most - 1)) + "…";
    }
}
