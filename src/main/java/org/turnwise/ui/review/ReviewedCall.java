package org.turnwise.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.review.CallReview;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.TurningPoints.TurningPoint;

/**
 * The call under review with all that stands on it, as of one moment.
 *
 * @param forecast null without an active scorer, or while the sides are not settled
 * @param outcome  what is known to have come of it, or null
 */
record ReviewedCall(
        Call call,
        @Nullable CallForecast forecast,
        List<TurningPoint> turningPoints,
        List<Annotation> annotations,
        Outcomes.@Nullable Known outcome,
        CallReview review) {

    /** One line of the list of turns. */
    sealed interface Row {

        /** @param comments how many are about it */
        record OfTurn(ReviewedCall of, Turn turn, List<Annotation> labels, int comments) implements Row {}

        /** Turns that are left out between two that are shown. */
        record Gap(int turns) implements Row {}
    }

    /** Ordinals of turns that speak for or against a decision: turning points, objections, flagged turns, notes and comments. In order. */
    Set<Integer> evidence() {
        Set<Integer> evidence = new TreeSet<>();
        turningPoints.forEach(point -> evidence.add(point.ordinal()));
        annotations.stream().filter(a -> telling(a.kind())).forEach(a -> evidence.addAll(a.target().ordinals()));
        evidence.addAll(commented().keySet());
        return evidence;
    }

    private static boolean telling(LabelKind kind) {
        return switch (kind) {
            case OBJECTION, FLAG, RESOLUTION, NOTE -> true;
            case ACT, STAGE, QUALITY, DELTA, SEVERITY, OUTCOME, STATUS -> false;
        };
    }

    private Map<Integer, Long> commented() {
        return review.comments().stream()
                .map(CallReview.Comment::turn)
                .filter(Objects::nonNull)
                .map(turn -> (int) turn)
                .collect(Collectors.groupingBy(turn -> turn, Collectors.counting()));
    }

    /** @param all whether the turns between those that speak for themselves are shown too; they are if none do */
    List<Row> rows(boolean all) {
        Set<Integer> evidence = evidence();
        Map<Integer, Long> comments = commented();
        List<Row> rows = new ArrayList<>();
        int left = 0;
        for (Turn turn : call.turns()) {
            if (all || evidence.isEmpty() || evidence.contains(turn.ordinal())) {
                if (left > 0) {
                    rows.add(new Row.Gap(left));
                    left = 0;
                }
                rows.add(new Row.OfTurn(this, turn, on(turn.ordinal()), comments.getOrDefault(turn.ordinal(), 0L).intValue()));
            } else {
                left++;
            }
        }
        if (left > 0) {
            rows.add(new Row.Gap(left));
        }
        return rows;
    }

    private List<Annotation> on(int ordinal) {
        return annotations.stream().filter(a -> a.target().ordinals().contains(ordinal) && a.kind() != LabelKind.STATUS).toList();
    }

    /** Change of the forecast at the turn in points of probability; null without a forecast. */
    @Nullable Long change(int ordinal) {
        if (forecast == null) {
            return null;
        }
        double before = ordinal == 0 ? forecast.prior() : forecast.turns().get(ordinal - 1).probability();
        return Math.round(100 * forecast.turns().get(ordinal).probability()) - Math.round(100 * before);
    }

    /** Who put labels on it. */
    List<String> labeledBy() {
        return annotations.stream().filter(a -> a.kind() != LabelKind.STATUS).map(Annotation::annotator).distinct().sorted().toList();
    }
}
