package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The few turns at which a forecast changed most. */
public final class TurningPoints {

    /** Most of them in one call. */
    public static final int MOST = 5;

    /** Smallest change of probability that is one, whatever the call. */
    public static final double SMALLEST = .03;

    private static final double TIMES_USUAL = 2;

    /**
     * A turn and by how much it moved the probability.
     *
     * @param change in [-1, 1]; for the first turn from the prior
     */
    public record TurningPoint(int ordinal, double change) {}

    private TurningPoints() {}

    /**
     * In order of turns: up to {@value #MOST} turns whose change is at least {@value #SMALLEST} and at least twice the call's usual (mean absolute) change, the
     * largest first chosen. A call whose forecast hardly moves, or moves evenly, has none.
     */
    public static List<TurningPoint> of(CallForecast forecast) {
        List<TurningPoint> changes = new ArrayList<>();
        double before = forecast.prior();
        for (Forecast turn : forecast.turns()) {
            changes.add(new TurningPoint(turn.ordinal(), turn.probability() - before));
            before = turn.probability();
        }
        double usual = changes.stream().mapToDouble(c -> Math.abs(c.change())).average().orElse(0);
        // in a call of a turn or two, every change is the usual one
        double least = changes.size() < MOST ? SMALLEST : Math.max(SMALLEST, TIMES_USUAL * usual);
        return changes.stream()
                .filter(c -> Math.abs(c.change()) >= least)
                .sorted(Comparator.comparingDouble((TurningPoint c) -> -Math.abs(c.change())).thenComparingInt(TurningPoint::ordinal))
                .limit(MOST)
                .sorted(Comparator.comparingInt(TurningPoint::ordinal))
                .toList();
    }
}
