package org.turnwise.annotation.merge;

import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;

/**
 * What edits can get in each other's way about: one annotator's labels of one sort on one target.
 *
 * @param sort as {@link #sortOf} names it
 */
public record Subject(Target target, String annotator, String sort) {

    static Subject of(Annotation annotation) {
        return new Subject(annotation.target(), annotation.annotator(), sortOf(annotation));
    }

    /** Acts and objections share the room on a turn; submitted and skipped exclude each other; other statuses stand for themselves. */
    private static String sortOf(Annotation annotation) {
        return switch (annotation.kind()) {
            case ACT, OBJECTION -> LabelKind.ACT.name();
            case STAGE, FLAG, QUALITY, DELTA, RESOLUTION, SEVERITY, OUTCOME, NOTE -> annotation.kind().name();
            case STATUS -> isPlaceInWork(annotation) ? "status.work" : annotation.label();
        };
    }

    /** Whether a target can't carry both, by the same annotator. */
    static boolean exclude(Annotation one, Annotation other) {
        return of(one).equals(of(other))
                && (one.kind().most() == 1 || isPlaceInWork(one) || says(one).equals(says(other)));
    }

    /** What of an annotation a person reads: two that say the same are no conflict. */
    static String says(Annotation annotation) {
        return annotation.label() + "\u0000" + (annotation.text() == null ? "" : annotation.text());
    }

    private static boolean isPlaceInWork(Annotation annotation) {
        return annotation.label().equals(Statuses.SUBMITTED) || annotation.label().equals(Statuses.SKIPPED);
    }
}
