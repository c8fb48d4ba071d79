package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.turnwise.scoring.Calibration.HeldOut;

/**
 * {@link Calibration} of a head that speaks all through a call: the sigmoid's slope grows or falls with the logarithm of the number of turns, since what little was heard
 * early on is easily taken for too much. By how much is learned on the same held-out scores, with a ridge on the change that some hundred calls outweigh. All
 * sigmoids meet at the mean score, whose probability is the same in every turn: what is left of a score whose slope is nought is about the class prior. Beyond the
 * numbers of turns that were learned from, slopes stay as they were there. Against one slope for all turns it lowered Brier and calibration error on each of three
 * splits of two corpora. Immutable; any thread.
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
            IntStream.range(0, count).parallel().forEach(i -> {
                double[] found = fitted(i == 0 ? rows.weight() : rows.weightOf(draws[i - 1]));
                slopes[i] = found[0] - found[1] * MIDDLE;
                growth[i] = found[1];
                intercepts[i] = found[2];
            });
            return new RunningCalibration(centre, soonest, latest, slopes, growth, intercepts);
        }

        /** Slope at the middle, its growth, and the intercept, by Newton's method. */
        private double[] fitted(double[] weight) {
            double[] found = {0, 0, prior(weight)};
            double[] start = found.clone();
            for (int step = 0; step < STEPS; step++) {
                double[] gradient = {RIDGE * (found[0] - 1), GROWTH_RIDGE * found[1], 0};
                double[][] hessian = {{RIDGE, 0, 0}, {0, GROWTH_RIDGE, 0}, {0, 0, 1e-9}};
                for (int i = 0; i < raw.length; i++) {
                    if (weight[i] > 0) {
                        add(i, weight[i], found, gradient, hessian);
                    }
                }
                double[] move = solved(hessian, gradient);
                double most = 0;
                for (int i = 0; i < found.length; i++) {
                    found[i] -= Math.clamp(move[i], -STEEPEST_STEP, STEEPEST_STEP);
                    most = Math.max(most, Math.abs(move[i]));
                }
                if (!(most > 1e-10)) {
                    break;
                }
            }
            return Double.isFinite(found[0] + found[1] + found[2]) ? found : start;
        }

        private void add(int row, double weight, double[] found, double[] gradient, double[][] hessian) {
            double[] columns = {raw[row], raw[row] * late[row], 1};
            double p = Calibration.sigmoid(found[0] * columns[0] + found[1] * columns[1] + found[2]);
            double error = weight * (p - (converted[row] ? 1 : 0));
            double curvature = weight * Math.max(p * (1 - p), 1e-9);
            for (int i = 0; i < columns.length; i++) {
                gradient[i] += error * columns[i];
                for (int j = 0; j < columns.length; j++) {
                    hessian[i][j] += curvature * columns[i] * columns[j];
                }
            }
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
