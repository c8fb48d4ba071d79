package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is usual of finished calls, feature by feature: the range between the 10 % and the 90 % quantile, so that "unlike" can be said in words.
 * Immutable; any thread.
 *
 * @param low    10 % quantiles; NaN where no call had a reading
 * @param median 50 % quantiles; likewise
 * @param high   90 % quantiles; likewise
 */
public record UsualRanges(double[] low, double[] median, double[] high) implements Serializable {

    /** Fewest readings from which a range is taken. */
    private static final int FEWEST = 10;

    /** @param vectors of finished calls */
    public static UsualRanges of(double[][] vectors) {
        FeatureCatalogue catalogue = FeatureCatalogue.standard();
        int size = catalogue.size();
        UsualRanges ranges = new UsualRanges(new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            double[] readings = readings(vectors, i, catalogue);
            ranges.low[i] = quantile(readings, .1);
            ranges.median[i] = quantile(readings, .5);
            ranges.high[i] = quantile(readings, .9);
        }
        return ranges;
    }

    private static double[] readings(double[][] vectors, int feature, FeatureCatalogue catalogue) {
        double[] readings = new double[vectors.length];
        int count = 0;
        for (double[] vector : vectors) {
            if (!catalogue.missing(feature, vector[feature])) {
                readings[count++] = vector[feature];
            }
        }
        Arrays.sort(readings, 0, count);
        return Arrays.copyOf(readings, count);
    }

    private static double quantile(double[] sorted, double at) {
        return sorted.length < FEWEST ? Double.NaN : sorted[(int) Math.round(at * (sorted.length - 1))];
    }

    /** The feature of a finished call furthest outside its usual range, in words: "31 customer questions, usual 4 to 11"; empty if all are within. */
    public Optional<String> mostUnusual(double[] vector) {
        FeatureCatalogue catalogue = FeatureCatalogue.standard();
        int most = -1;
        double furthest = 0;
        for (int i = 0; i < vector.length; i++) {
            if (catalogue.features().get(i).whole() && !catalogue.missing(i, vector[i])) {
                double outside = outside(i, vector[i]);
                if (outside > furthest) {
                    furthest = outside;
                    most = i;
                }
            }
        }
        if (most < 0) {
            return Optional.empty();
        }
        Feature feature = catalogue.features().get(most);
        return Optional.of(feature.tell(vector[most]) + ", usual " + feature.format(low[most]) + " to " + feature.format(high[most]));
    }

    /** How far outside, in widths of the range; 0 inside or where nothing is known. */
    private double outside(int i, double value) {
        if (Double.isNaN(low[i]) || value >= low[i] && value <= high[i]) {
            return 0;
        }
        double width = Math.max(high[i] - low[i], .25 * Math.max(Math.abs(high[i]), Math.abs(low[i])));
        double gap = value > high[i] ? value - high[i] : low[i] - value;
        return width > 0 ? gap / width : 0;
    }
}
