package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Forecast;
import org.turnwise.ui.common.ForecastChart.StageSpan;

/**
 * The call on the screen with all that stands on it, as of one moment. Immutable; an edit makes a new one.
 *
 * @param forecast null without an active scorer, or while the sides are not settled
 * @param outcome  what is known to have come of it, or null
 * @param foreign  ISO 639 code of the language it is in, null if that is English, there is too little to tell, or no forecast that it would put in doubt
 */
record OpenCall(
        Call call, @Nullable CallForecast forecast, List<Integer> turningPoints, List<Annotation> annotations, Outcomes.@Nullable Known outcome,
        @Nullable String foreign) {

    /**
     * One line of the list.
     *
     * @param stage       the stage that begins with the turn, or null
     * @param change      in points of probability against the turn before, null without a forecast
     * @param annotations on the turn, on words within it, and on the objections it is part of
     */
    record Row(Call call, Turn turn, @Nullable StageSpan stage, @Nullable Forecast forecast, @Nullable Long change, List<Annotation> annotations) {}

    OpenCall withAnnotations(List<Annotation> changed, Outcomes.@Nullable Known changedOutcome) {
        return new OpenCall(call, forecast, turningPoints, changed, changedOutcome, foreign);
    }

    List<Annotation> on(int ordinal) {
        return annotations.stream().filter(a -> a.target() instanceof Target.OfTurn turn && turn.ordinal() == ordinal).toList();
    }

    List<Annotation> on(Target target) {
        return annotations.stream().filter(a -> a.target().equals(target)).toList();
    }

    /** The objection that begins on the turn, or else one that it is part of. */
    Optional<Target.OfTurns> episodeAt(int ordinal) {
        return annotations.stream()
                .map(Annotation::target)
                .filter(target -> target instanceof Target.OfTurns && target.ordinals().contains(ordinal))
                .map(Target.OfTurns.class::cast)
                .max(Comparator.comparingInt(episode -> episode.ordinals().getFirst()));
    }

    List<Annotation> onCall() {
        return annotations.stream().filter(a -> a.target() instanceof Target.OfCall).toList();
    }

    /** The stage a turn is in: the last that was set on it or before it. */
    Optional<StageSpan> stageAt(int ordinal, LabelScheme scheme) {
        return stages(scheme).stream().filter(span -> span.from() <= ordinal && ordinal <= span.to()).findFirst();
    }

    /** A stage that is set on a turn holds until the next that is set. */
    List<StageSpan> stages(LabelScheme scheme) {
        record Start(int turn, String label) {}
        List<Start> starts = new ArrayList<>();
        for (Annotation annotation : annotations) {
            if (annotation.kind() == LabelKind.STAGE && annotation.target() instanceof Target.OfTurn turn) {
                starts.add(new Start(turn.ordinal(), annotation.label()));
            }
        }
        starts.sort(Comparator.comparingInt(Start::turn));
        List<StageSpan> spans = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1).turn() - 1 : call.turns().size() - 1;
            String name = scheme.label(start.label()).map(Label::name).orElse(start.label());
            spans.add(new StageSpan(start.label(), name, start.turn(), to));
        }
        return spans;
    }

    /** A row a turn, in order. */
    List<Row> rows(LabelScheme scheme) {
        Map<Integer, List<Annotation>> byTurn = new HashMap<>();
        for (Annotation annotation : annotations) {
            for (int on : annotation.target().ordinals()) {
                byTurn.computeIfAbsent(on, ordinal -> new ArrayList<>()).add(annotation);
            }
        }
        Map<Integer, StageSpan> stageStarts = new HashMap<>();
        stages(scheme).forEach(span -> stageStarts.put(span.from(), span));
        return call.turns().stream()
                .map(turn -> row(turn, stageStarts.get(turn.ordinal()), List.copyOf(byTurn.getOrDefault(turn.ordinal(), List.of()))))
                .toList();
    }

    private Row row(Turn turn, @Nullable StageSpan stage, List<Annotation> onTurn) {
        if (forecast == null) {
            return new Row(call, turn, stage, null, null, onTurn);
        }
        Forecast now = forecast.turns().get(turn.ordinal());
        double before = turn.ordinal() == 0 ? forecast.prior() : forecast.turns().get(turn.ordinal() - 1).probability();
        long change = Math.round(100 * now.probability()) - Math.round(100 * before);
        return new Row(call, turn, stage, now, change, onTurn);
    }
}
