package org.turnwise.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.reward.Outcomes.Known;

/**
 * All that is exported of one call.
 *
 * @param annotations those that stand, statuses aside, in an order that depends on nothing but themselves
 * @param known       what came of it, or null
 */
record ExportedCall(Call call, List<Annotation> annotations, @Nullable Known known) {

    ExportedCall {
        annotations = List.copyOf(annotations);
    }

    List<Annotation> onTurn(int ordinal) {
        return annotations.stream()
                .filter(annotation -> annotation.target() instanceof Target.OfTurn turn && turn.ordinal() == ordinal)
                .toList();
    }

    List<Annotation> onTurn(int ordinal, LabelKind kind) {
        return onTurn(ordinal).stream().filter(annotation -> annotation.kind() == kind).toList();
    }

    List<Annotation> onCall(LabelKind kind) {
        return annotations.stream()
                .filter(annotation -> annotation.target() instanceof Target.OfCall && annotation.kind() == kind)
                .toList();
    }

    /** What is on words within the turn. */
    List<Annotation> withinTurn(int ordinal) {
        return annotations.stream()
                .filter(annotation -> annotation.target() instanceof Target.OfSpan span && span.ordinal() == ordinal)
                .toList();
    }

    /** What is on objections that begin with the turn. */
    List<Annotation> episodesFrom(int ordinal) {
        return annotations.stream()
                .filter(annotation -> annotation.target() instanceof Target.OfTurns turns && turns.ordinals().getFirst() == ordinal)
                .toList();
    }
}
