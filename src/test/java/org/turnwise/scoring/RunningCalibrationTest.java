package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunningCalibrationTest {

    private static final int MOST_TURNS = 20;

    /** Scores around .4 whose log odds are worth more as turns go by: the true slope is {@code slope + growth · ln(turns)}. */
    private record Calls(Calibration.HeldOut rows, int[] turns) {

        static Calls drawn(int count, double slope, double growth, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Calls calls = new Calls(new Calibration.HeldOut(new double[count], new boolean[count], new double[count], new int[count]), new int[count]);
            for (int i = 0; i < count; i++) {
                calls.turns[i] = 1 + random.nextInt(MOST_TURNS);
                calls.rows.raw()[i] = .4 + 4 * random.nextDouble() - 2;
                calls.rows.converted()[i] = random.nextDouble() < truth(slope, growth, calls.rows.raw()[i], calls.turns[i]);
                calls.rows.weight()[i] = 1;
                calls.rows.group()[i] = i;
            }
            return calls;
        }

        static double truth(double slope, double growth, double raw, int turns) {
            return 1 / (1 + Math.exp(-(slope + growth * Math.log(turns)) * (raw - .4) + .2));
        }

        RunningCalibration fit() {
            return RunningCalibration.fit(rows, turns);
        }
    }

    @Test
    void findsHowMuchMoreAScoreMeansLaterOn() {
        RunningCalibration found = RunningCalibration.fitWithBand(Calls.drawn(8000, .2, .4, 1).rows, Calls.drawn(8000, .2, .4, 1).turns, 0);
        for (int turns : new int[] {2, 8, MOST_TURNS}) {
            for (double raw : new double[] {-1, .4, 2}) {
                double p = found.at(turns).probability(raw);
                assertEquals(Calls.truth(.2, .4, raw, turns), p, .04, turns + " turns, " + raw);
                double[] band = found.at(turns).band(raw);
                assertTrue(band[0] <= p && p <= band[1] && band[0] < band[1]);
            }
        }
        assertTrue(found.at(1).slope() < .5 * found.at(MOST_TURNS).slope());
    }

    /** Held up against the sigmoid that knows no turns, on scores that mean the same at every turn: both find the same within what 4000 calls tell. */
    @Test
    void isOneSigmoidWhereTurnsChangeNothing() {
        Calls calls = Calls.drawn(4000, 1, 0, 2);
        Calibration one = Calibration.fit(calls.rows);
        for (int turns : new int[] {1, 5, MOST_TURNS}) {
            assertEquals(one.probability(1), calls.fit().at(turns).probability(1), .03);
        }
    }

    @Test
    void saysTheSameOfTheMeanScoreAtEveryTurn() {
        RunningCalibration found = Calls.drawn(500, .2, .4, 3).fit();
        double p = found.at(1).probability(found.centre());
        for (int turns = 2; turns < 60; turns++) {
            assertEquals(p, found.at(turns).probability(found.centre()), 1e-12);
        }
    }

    @Test
    void neverTurnsAScoreRoundAndStaysWhereNothingWasLearned() {
        RunningCalibration against = Calls.drawn(800, -1.5, .1, 4).fit();
        assertEquals(against.at(3).probability(-2), against.at(3).probability(2));
        RunningCalibration found = Calls.drawn(800, .2, .4, 5).fit();
        assertEquals(found.at(MOST_TURNS).probability(1), found.at(500).probability(1));
        assertTrue(found.at(MOST_TURNS).probability(1) > found.at(MOST_TURNS / 2).probability(1));
    }

    @Test
    void twoRowsOfACallThatCountHalfAreAsGoodAsOne() {
        Calls calls = Calls.drawn(300, .2, .4, 6);
        int[] twice = IntStream.range(0, 600).map(i -> i % 300).toArray();
        boolean[] converted = new boolean[600];
        for (int i = 0; i < 600; i++) {
            converted[i] = calls.rows.converted()[twice[i]];
        }
        Calibration.HeldOut halves = new Calibration.HeldOut(
                Arrays.stream(twice).mapToDouble(i -> calls.rows.raw()[i]).toArray(), converted, new double[600], twice);
        Arrays.fill(halves.weight(), .5);
        RunningCalibration same = RunningCalibration.fit(halves, Arrays.stream(twice).map(i -> calls.turns[i]).toArray());
        assertArrayEquals(calls.fit().slopes(), same.slopes(), 1e-8);
        assertArrayEquals(calls.fit().growth(), same.growth(), 1e-8);
    }

    @Test
    void survivesOneClassAndOneTurn() {
        Calibration.HeldOut all = new Calibration.HeldOut(new double[] {1, 2}, new boolean[] {true, true}, new double[] {1, 1}, new int[] {0, 1});
        double p = RunningCalibration.fitWithBand(all, new int[] {1, 1}, 0).at(1).probability(1);
        assertTrue(p > .5 && p <= 1, "p " + p);
    }
}
