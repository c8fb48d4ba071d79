package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.turnwise.scoring.Calibration.HeldOut;

/**
 * {@link Calibration} of a head that speaks all through a call: the sigmoid's slope grows or falls with the logarithm of the number of turns, since what little
 * was heard early on is easily taken for too much. By how much is learned on the same held-out scores, with a ridge on the change that some hundred calls
 * outweigh. All sigmoids meet at the mean score, whose probability is the same in every turn: what is left of a score whose slope is nought is about the class
 * prior. Beyond the numbers of turns that were learned from, slopes stay as they were there. Against one slope for all turns it lowered Brier and calibration
 * error on each of three splits of two corpora. Immutable; any thread.
 *
 * @param centre     mean raw score
 * @param soonest    logarithm of the fewest turns that were learned from
 * @param latest     of the most
 * @param slopes     at one turn; of the fit itself, then of the resamples
 * @param growth     what is added to them by each unit of the turns' logarithm
 * @param intercepts log odds at the centre
 */
record RunningCalibration(double centre, double soonest, double latest, double[] slopes, double[] growth, double[] intercepts) implements Serializable {

    /** In calls; found on folds of two corpora, flat within a factor of three. */
    private static final double GROWTH_RIDGE = 3;

    private static final double RIDGE = 1e-3;
    private static final int STEPS = 50;
    private static final double STEEPEST_STEP = 2;

    /** About the middle of a call; where the change of the slope is measured from, so that the ridge pulls towards the usual slope. */
    private static final double MIDDLE = Math.log(8);

    /**
     * Without a band, for measuring.
     *
     * @param turns heard when each row's score was given, from 1
     */
    static RunningCalibration fit(HeldOut rows, int[] turns) {
        return new Fit(rows, turns).with(1, rows, new SplittableRandom(0));
    }

    static RunningCalibration fitWithBand(HeldOut rows, int[] turns, long seed) {
        return new Fit(rows, turns).with(Calibration.RESAMPLES + 1, rows, new SplittableRandom(seed));
    }

    /** After so many turns, from 1. */
    Calibration at(int turns) {
        double late = Math.clamp(Math.log(turns), soonest, latest);
        double[] now = new double[slopes.length];
        double[] shifted = new double[slopes.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = Math.max(0, slopes[i] + growth[i] * late);
            shifted[i] = intercepts[i] - now[i] * centre;
        }
        return new Calibration(now, shifted);
    }

    /** Whether as many numbers stand there as belong together; what was stored may have been put together by hand. */
    boolean whole() {
        return slopes != null && growth != null && intercepts != null && slopes.length > 0 && slopes.length == growth.length
                && slopes.length == intercepts.length && soonest <= latest;
    }

    /** One use, one thread. */
    private static final class Fit {
        private final double[] raw;
        private final double[] late;
        private final boolean[] converted;
        private final double centre;
        private final double soonest;
        private final double latest;

        Fit(HeldOut rows, int[] turns) {
            double[] logarithms = Arrays.stream(turns).mapToDouble(Math::log).toArray();
            soonest = Arrays.stream(logarithms).min().orElse(0);
            latest = Arrays.stream(logarithms).max().orElse(0);
            late = Arrays.stream(logarithms).map(logarithm -> logarithm - MIDDLE).toArray();
            double sum = 0;
            for (int i = 0; i < turns.length; i++) {
                sum += rows.weight()[i] * rows.raw()[i];
            }
            centre = turns.length == 0 ? 0 : sum / Arrays.stream(rows.weight()).sum();
            raw = Arrays.stream(rows.raw()).map(score -> score - centre).toArray();
            converted = rows.converted();
        }

        RunningCalibration with(int count, HeldOut rows, SplittableRandom random) {
            double[] slopes = new double[count];
            double[] growth = new double[count];
            double[] intercepts = new double[count];
            int[][] draws = new int[count - 1][];
            Arrays.setAll(draws, i -> rows.drawn(random));
            double[] whole = fitted(rows.weight(), new double[] {0, 0, prior(rows.weight())});
            IntStream.range(0, count).parallel().forEach(i -> {
                double[] found = i == 0 ? whole : fitted(rows.weightOf(draws[i - 1]), whole);
                slopes[i] = found[0] - found[1] * MIDDLE;
                growth[i] = found[1];
                intercepts[i] = found[2];
            });
            return new RunningCalibration(centre, soonest, latest, slopes, growth, intercepts);
        }

        /**
         * Slope at the middle, its growth, and the intercept, by Newton's method.
         *
         * @param near where to begin; a resample's are not far from those of all rows
         */
        private double[] fitted(double[] weight, double[] near) {
            double[] found = near.clone();
            for (int step = 0; step < STEPS; step++) {
                double[] move = step(weight, found);
                double most = 0;
                for (int i = 0; i < found.length; i++) {
                    found[i] -= Math.clamp(move[i], -STEEPEST_STEP, STEEPEST_STEP);
                    most = Math.max(most, Math.abs(move[i]));
                }
                if (!(most > 1e-10)) {
                    break;
                }
            }
            return Double.isFinite(found[0] + found[1] + found[2]) ? found : near.clone();
        }

        /** The gradient over the matrix of second derivatives. */
        private double[] step(double[] weight, double[] found) {
            double slope = RIDGE * (found[0] - 1);
            double growth = GROWTH_RIDGE * found[1];
            double intercept = 0;
            double slopeSlope = RIDGE;
            double slopeGrowth = 0;
            double slopeIntercept = 0;
            double growthGrowth = GROWTH_RIDGE;
            double growthIntercept = 0;
            double interceptIntercept = 1e-9;
            for (int row = 0; row < raw.length; row++) {
                if (weight[row] > 0) {
                    double score = raw[row];
                    double later = score * late[row];
                    double p = Calibration.sigmoid(found[0] * score + found[1] * later + found[2]);
                    double error = weight[row] * (p - (converted[row] ? 1 : 0));
                    double curvature = weight[row] * Math.max(p * (1 - p), 1e-9);
                    slope += error * score;
                    growth += error * later;
                    intercept += error;
                    slopeSlope += curvature * score * score;
                    slopeGrowth += curvature * score * later;
                    slopeIntercept += curvature * score;
                    growthGrowth += curvature * later * later;
                    growthIntercept += curvature * later;
                    interceptIntercept += curvature;
                }
            }
            double[][] hessian = {
                {slopeSlope, slopeGrowth, slopeIntercept}, {slopeGrowth, growthGrowth, growthIntercept}, {slopeIntercept, growthIntercept, interceptIntercept}
            };
            return solved(hessian, new double[] {slope, growth, intercept});
        }

        /** As {@link Calibration} counts it, so that one class alone has finite log odds. */
        private double prior(double[] weight) {
            double yes = 1e-3;
            double all = 2e-3;
            for (int i = 0; i < weight.length; i++) {
                yes += converted[i] ? weight[i] : 0;
                all += weight[i];
            }
            return Math.log(yes / (all - yes));
        }

        /** Gaussian elimination; the matrix is positive definite, so there is no need to pivot. */
        private static double[] solved(double[][] matrix, double[] right) {
            double[] solution = right.clone();
            for (int column = 0; column < solution.length; column++) {
                for (int row = column + 1; row < solution.length; row++) {
                    double times = matrix[row][column] / matrix[column][column];
                    for (int i = column; i < solution.length; i++) {
                        matrix[row][i] -= times * matrix[column][i];
                    }
                    solution[row] -= times * solution[column];
                }
            }
            for (int row = solution.length - 1; row >= 0; row--) {
                for (int i = row + 1; i < solution.length; i++) {
                    solution[row] -= matrix[row][i] * solution[i];
                }
                solution[row] /= matrix[row][row];
            }
            return solution;
        }
    }
}
