package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void findsTheSigmoidThatMadeTheOutcomes() {
        Calibration calibration = Calibration.fitWithBand(rows(4000, .5, -.3, 1), 0);
        for (double raw : new double[] {-2, -.5, 0, 1, 2}) {
            double truth = Calibration.sigmoid(.5 * raw - .3);
            assertEquals(truth, calibration.probability(raw), .04);
            double[] band = calibration.band(raw);
            assertTrue(band[0] <= calibration.probability(raw) && calibration.probability(raw) <= band[1]);
        }
    }

    /** A 90 % band over many draws: with 40 draws, 30 or more hits are near certain if it is right, and as near impossible at half the width. */
    @Test
    void theBandCoversTheTrueChanceAboutAsOftenAsItSays() {
        int hits = 0;
        for (int draw = 0; draw < 40; draw++) {
            double[] band = Calibration.fitWithBand(rows(300, 1, .2, 100 + draw), draw).band(.5);
            double truth = Calibration.sigmoid(.7);
            hits += band[0] <= truth && truth <= band[1] ? 1 : 0;
        }
        assertTrue(hits >= 30, hits + " of 40");
    }

    @Test
    void theBandLeavesOutTheLowestAndHighestOfWhatResamplesSay() {
        Calibration calibration = Calibration.fitWithBand(rows(50, 1, .2, 8), 0);
        for (double raw : new double[] {-3, -.1, 0, 2}) {
            double[] said = new double[Calibration.RESAMPLES];
            for (int i = 0; i < said.length; i++) {
                said[i] = calibration.slopes()[i + 1] * raw + calibration.intercepts()[i + 1];
            }
            Arrays.sort(said);
            double p = calibration.probability(raw);
            double[] ends = {Math.min(p, Calibration.sigmoid(said[5])), Math.max(p, Calibration.sigmoid(said[94]))};
            assertArrayEquals(ends, calibration.band(raw));
        }
    }

    @Test
    void isWiderWithFewerCalls() {
        double[] few = Calibration.fitWithBand(rows(60, 1, 0, 7), 0).band(1);
        double[] many = Calibration.fitWithBand(rows(2000, 1, 0, 7), 0).band(1);
        assertTrue(few[1] - few[0] > 2 * (many[1] - many[0]));
    }

    @Test
    void neverTurnsAScoreRoundAndSurvivesOneClass() {
        Calibration against = Calibration.fit(rows(500, -2, 0, 3));
        assertEquals(against.probability(-3), against.probability(3));
        Calibration.HeldOut all = new Calibration.HeldOut(new double[] {1, 2}, new boolean[] {true, true}, new double[] {1, 1}, new int[] {0, 1});
        double p = Calibration.fitWithBand(all, 0).probability(1);
        assertTrue(p > .5 && p <= 1);
    }

    private static Calibration.HeldOut rows(int count, double slope, double intercept, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Calibration.HeldOut rows = new Calibration.HeldOut(new double[count], new boolean[count], new double[count], new int[count]);
        for (int i = 0; i < count; i++) {
            rows.raw()[i] = 4 * random.nextDouble() - 2;
            rows.converted()[i] = random.nextDouble() < Calibration.sigmoid(slope * rows.raw()[i] + intercept);
            rows.weight()[i] = 1;
            rows.group()[i] = i;
        }
        return rows;
    }

    @Test
    void turningPointsAreFewLargeAndInOrder() {
        double[] said = {.5, .51, .5, .8, .79, .8, .78, .4, .41, .4, .41};
        List<Forecast> turns = new java.util.ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            turns.add(new Forecast(i, said[i], said[i], said[i], Math.abs(2 * said[i] - 1), .5, 0, 0));
        }
        List<TurningPoints.TurningPoint> points = TurningPoints.of(new CallForecast(new org.turnwise.call.CallId("x"), 1, .5, turns, new FinishedForecast(.5, .4, .6)));
        assertEquals(List.of(3, 7), points.stream().map(TurningPoints.TurningPoint::ordinal).toList());
        assertEquals(-.38, points.getLast().change(), 1e-12);
    }
}
