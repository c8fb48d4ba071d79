package org.turnwise.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Forecast;

/**
 * What the queue needs of a call's forecasts, so that those of every turn need not stay in memory.
 *
 * @param best  the turn that looked most won, the first of equals
 * @param worst the turn that looked most lost, the first of equals
 * @param spark evenly spaced probabilities over the call, the first and the last among them
 */
record Outlook(int version, Forecast last, Forecast best, Forecast worst, List<Double> spark) {

    private static final int LONGEST_SPARK = 40;

    Outlook {
        spark = List.copyOf(spark);
    }

    static Outlook of(CallForecast forecast) {
        List<Forecast> turns = forecast.turns();
        Comparator<Forecast> byProbability = Comparator.comparingDouble(Forecast::probability);
        return new Outlook(
                forecast.version(), forecast.last(), turns.stream().max(byProbability).orElseThrow(), turns.stream().min(byProbability).orElseThrow(),
                spark(turns));
    }

    private static List<Double> spark(List<Forecast> turns) {
        int points = Math.min(LONGEST_SPARK, turns.size());
        List<Double> spark = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            int at = points == 1 ? 0 : (int) Math.round(i * (turns.size() - 1.0) / (points - 1));
            spark.add(turns.get(at).probability());
        }
        return spark;
    }
}
