package org.turnwise.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.CallId;

/**
 * How the review of a call stands.
 *
 * @param flaggedBy who wants it reviewed, in order of time; empty if nobody does
 * @param comments  in order of time
 * @param decisions that stand, the last one last; more than one only where reviewers decided without knowing of each other
 * @param assigned  whom it is given to, to be read blind
 */
public record CallReview(CallId call, List<String> flaggedBy, List<Comment> comments, List<Decision> decisions, List<String> assigned) {

    private static final Comparator<Annotation> IN_TIME = Comparator.comparing(Annotation::at).thenComparing(Annotation::id);

    /** @param turn the ordinal; null if it is about the whole call */
    public record Comment(UUID id, @Nullable Integer turn, String text, String by, Instant at) {}

    /** @param about the id of the outcome it was corrected to, or why it was sent back; empty if nothing was said */
    public record Decision(Verdict verdict, String about, String by, Instant at) {}

    public CallReview {
        flaggedBy = List.copyOf(flaggedBy);
        comments = List.copyOf(comments);
        decisions = List.copyOf(decisions);
        assigned = List.copyOf(assigned);
    }

    /** @param standing everything that stands on the call */
    public static CallReview of(CallId call, List<Annotation> standing) {
        List<Annotation> inTime = standing.stream().sorted(IN_TIME).toList();
        return new CallReview(
                call,
                with(inTime, Statuses.FLAGGED).map(Annotation::annotator).distinct().toList(),
                with(inTime, Statuses.COMMENT).map(CallReview::comment).toList(),
                inTime.stream().flatMap(a -> Verdict.of(a.label()).map(verdict -> new Decision(verdict, text(a), a.annotator(), a.at())).stream()).toList(),
                with(inTime, Statuses.ASSIGNED).map(CallReview::text).distinct().toList());
    }

    private static Stream<Annotation> with(List<Annotation> annotations, String status) {
        return annotations.stream().filter(a -> a.label().equals(status));
    }

    private static Comment comment(Annotation annotation) {
        Integer turn = annotation.target().ordinals().isEmpty() ? null : annotation.target().ordinals().getFirst();
        return new Comment(annotation.id(), turn, text(annotation), annotation.annotator(), annotation.at());
    }

    private static String text(Annotation annotation) {
        return annotation.text() == null ? "" : annotation.text();
    }

    /** Whether somebody wants a decision and none has come since. */
    public boolean open() {
        return !flaggedBy.isEmpty();
    }

    public Optional<Decision> decision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }
}
